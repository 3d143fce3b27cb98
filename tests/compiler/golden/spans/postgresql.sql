-- p0 = "lakeroad/1/2"
SELECT json_build_object(
  'post', (
    SELECT json_build_object(
      'text', t0."text",
      'hashtags', (
        SELECT coalesce(
          json_agg(
            json_build_object(
              'spelling', t1.spelling,
              'basis', t1.basis,
              'span', CASE
                WHEN t1.span_start IS NOT NULL THEN json_build_object(
                  'part', t1.span_part,
                  'text', t1.span_text,
                  'start', t1.span_start,
                  'end', t1.span_end,
                  'utf16', t1.span_start_utf16,
                  'utf16_end', t1.span_end_utf16,
                  'utf8', t1.span_start_utf8,
                  'utf8_end', t1.span_end_utf8
                ) END
            )
            ORDER BY t1.ordinal
          ),
          '[]'::json
        ) AS anon_2
        FROM (
          SELECT t1.spelling,
            t1.basis,
            t1.span_part,
            t1.span_text,
            t1.span_start,
            t1.span_end,
            t1.span_start_utf16,
            t1.span_end_utf16,
            t1.span_start_utf8,
            t1.span_end_utf8,
            t1.ordinal
          FROM post_hashtags AS t1
          WHERE t1.newest_first = t0.newest_first AND t1.post_id = t0.id
          ORDER BY t1.ordinal
        ) AS t1
      )
    ) AS anon_1
    FROM posts AS t0
    WHERE t0."key" = %(p0)s::VARCHAR
  )
)::text AS data
