-- p0 = "quiet-border/1", p1 = "DEMONYM"
SELECT json_build_object(
  'post', (
    SELECT json_build_object(
      'title', t0.title,
      'standfirst', t0.standfirst,
      'links', (
        SELECT coalesce(
          json_agg(
            json_build_object(
              'displayed', t1.displayed,
              'url', t1.url,
              'domain', t1.domain,
              'isTruncated', t1.is_truncated,
              'span', CASE WHEN t1.span_start IS NOT NULL THEN json_build_object('text', t1.span_text) END
            )
            ORDER BY t1.ordinal
          ),
          '[]'::json
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
        SELECT coalesce(
          json_agg(
            json_build_object(
              'kind', t2.kind,
              'url', t2.url,
              'caption', t2.caption,
              'credit', t2.credit,
              'licence', t2.licence,
              'isPlaceholder', t2.is_placeholder
            )
            ORDER BY t2.ordinal
          ),
          '[]'::json
        ) AS anon_3
        FROM (
          SELECT t2.post_id, t2.kind, t2.url, t2.caption, t2.credit, t2.licence, t2.is_placeholder, t2.ordinal
          FROM media AS t2
          WHERE t2.post_id = t0.id
          ORDER BY t2.ordinal
        ) AS t2
      ),
      'footnotes', (
        SELECT coalesce(
          json_agg(
            json_build_object(
              'ordinal', t3.ordinal,
              'marker', t3.marker,
              'text', t3."text",
              'anchor', CASE
                WHEN t3.span_start IS NOT NULL THEN json_build_object(
                  'start', t3.span_start, 'end', t3.span_end
                ) END,
              'places', (
                SELECT coalesce(
                  json_agg(
                    json_build_object('toponym', t4.toponym, 'place', json_build_object('key', t5."key"))
                    ORDER BY t4.ordinal
                  ),
                  '[]'::json
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
            ORDER BY t3.ordinal
          ),
          '[]'::json
        ) AS anon_4
        FROM (
          SELECT t3.post_id, t3.ordinal, t3.marker, t3."text", t3.span_start, t3.span_end
          FROM footnotes AS t3
          WHERE t3.post_id = t0.id
          ORDER BY t3.ordinal
        ) AS t3
      ),
      'places', (
        SELECT coalesce(
          json_agg(
            json_build_object(
              'toponym', t6.toponym, 'span', json_build_object('part', t6.span_part, 'text', t6.span_text)
            )
            ORDER BY t6.ordinal
          ),
          '[]'::json
        ) AS anon_6
        FROM (
          SELECT t6.role, t6.toponym, t6.span_part, t6.span_text, t6.ordinal
          FROM place_mentions AS t6
          WHERE t6.newest_first = t0.newest_first AND t6.post_id = t0.id AND t6.role IN (%(p1)s::VARCHAR)
          ORDER BY t6.ordinal
        ) AS t6
      )
    ) AS anon_1
    FROM posts AS t0
    WHERE t0."key" = %(p0)s::VARCHAR
  )
)::text AS data
