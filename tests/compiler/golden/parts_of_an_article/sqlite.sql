-- 1 = "DEMONYM", 2 = "quiet-border/1"
SELECT json_object(
  'post', (
    SELECT json_object(
      'title', t0.title,
      'standfirst', t0.standfirst,
      'links', (
        SELECT json_group_array(
          json_object(
            'displayed', t1.displayed,
            'url', t1.url,
            'domain', t1.domain,
            'isTruncated', CASE t1.is_truncated WHEN 1 THEN json('true') WHEN 0 THEN json('false') END,
            'span', CASE WHEN t1.span_start IS NOT NULL THEN json_object('text', t1.span_text) END
          )
        ) AS anon_2
        FROM (
          SELECT t1.post_id,
            t1.displayed,
            t1.url,
            t1.domain,
            t1.is_truncated,
            t1.span_text,
            t1.span_start,
            t1.ordinal
          FROM links AS t1
          WHERE t1.post_id = t0.id
          ORDER BY t1.ordinal
        ) AS t1
      ),
      'media', (
        SELECT json_group_array(
          json_object(
            'kind', t2.kind,
            'url', t2.url,
            'caption', t2.caption,
            'credit', t2.credit,
            'licence', t2.licence,
            'isPlaceholder', CASE t2.is_placeholder WHEN 1 THEN json('true') WHEN 0 THEN json('false') END
          )
        ) AS anon_3
        FROM (
          SELECT t2.post_id, t2.kind, t2.url, t2.caption, t2.credit, t2.licence, t2.is_placeholder, t2.ordinal
          FROM media AS t2
          WHERE t2.post_id = t0.id
          ORDER BY t2.ordinal
        ) AS t2
      ),
      'footnotes', (
        SELECT json_group_array(
          json_object(
            'ordinal', t3.ordinal,
            'marker', t3.marker,
            'text', t3."text",
            'anchor', CASE
              WHEN t3.span_start IS NOT NULL THEN json_object('start', t3.span_start, 'end', t3.span_end) END,
            'places', (
              SELECT json_group_array(
                json_object('toponym', t4.toponym, 'place', json_object('key', t5."key"))
              ) AS anon_5
              FROM (
                SELECT t4.post_id, t4.footnote, t4.toponym, t4.place_id, t4.ordinal
                FROM place_mentions AS t4
                WHERE t4.post_id = t3.post_id AND t4.footnote = t3.ordinal
                ORDER BY t4.ordinal
              ) AS t4
              LEFT OUTER JOIN places AS t5 ON t5.id = t4.place_id
            )
          )
        ) AS anon_4
        FROM (
          SELECT t3.post_id, t3.ordinal, t3.marker, t3."text", t3.span_start, t3.span_end
          FROM footnotes AS t3
          WHERE t3.post_id = t0.id
          ORDER BY t3.ordinal
        ) AS t3
      ),
      'places', (
        SELECT json_group_array(
          json_object('toponym', t6.toponym, 'span', json_object('part', t6.span_part, 'text', t6.span_text))
        ) AS anon_6
        FROM (
          SELECT t6.role, t6.toponym, t6.span_part, t6.span_text, t6.ordinal
          FROM place_mentions AS t6
          WHERE t6.newest_first = t0.newest_first AND t6.post_id = t0.id AND t6.role IN (?)
          ORDER BY t6.ordinal
        ) AS t6
      )
    ) AS anon_1
    FROM posts AS t0
    WHERE t0."key" = ?
  )
) AS data
