-- p0 = 1, p1 = 1, p2 = "lakeroad/4/3", p3 = 12, p4 = "\n", p5 = "\r", p6 = "% %", p7 = 1, p8 = "\n", p9 = "\r", p10 = "% %"
SELECT json_build_object(
  'oldest', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t0."key") ORDER BY t0.oldest_first, t0.reading_order, t0.id), '[]'::json
      )
    ) AS anon_1
    FROM (
      SELECT t0.published_earliest, t0."key", t0.oldest_first, t0.reading_order, t0.id
      FROM posts AS t0
      WHERE t0.published_earliest IS NOT NULL
      ORDER BY t0.oldest_first, t0.reading_order, t0.id
      LIMIT %(p0)s::BIGINT
    ) AS t0
  ),
  'newest', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t1."key") ORDER BY t1.newest_first, t1.reading_order, t1.id), '[]'::json
      )
    ) AS anon_2
    FROM (
      SELECT t1."key", t1.newest_first, t1.reading_order, t1.id
      FROM posts AS t1
      ORDER BY t1.newest_first, t1.reading_order, t1.id
      LIMIT %(p1)s::BIGINT
    ) AS t1
  ),
  'post', (
    SELECT json_build_object(
      'short', CASE
        WHEN (
          length(replace(replace(t3."text", %(p4)s::VARCHAR, ' '), %(p5)s::VARCHAR, ' ')) <= %(p3)s::INTEGER
        ) THEN replace(replace(t3."text", %(p4)s::VARCHAR, ' '), %(p5)s::VARCHAR, ' ')
        WHEN (ltrim(substr(replace(replace(t3."text", %(p4)s::VARCHAR, ' '), %(p5)s::VARCHAR, ' '), 1, %(p3)s::INTEGER - 1)) LIKE %(p6)s::VARCHAR) THEN rtrim(
          rtrim(
            substr(replace(replace(t3."text", %(p4)s::VARCHAR, ' '), %(p5)s::VARCHAR, ' '), 1, %(p3)s::INTEGER - 1),
            replace(
              substr(
                replace(replace(t3."text", %(p4)s::VARCHAR, ' '), %(p5)s::VARCHAR, ' '), 1, %(p3)s::INTEGER - 1
              ),
              ' ', ''
            )
          )
        )
        || '…'
          ELSE substr(
            replace(replace(t3."text", %(p4)s::VARCHAR, ' '), %(p5)s::VARCHAR, ' '), 1, %(p3)s::INTEGER - 1
          )
        || '…' END,
      'shorter', CASE
        WHEN (
          length(replace(replace(t3."text", %(p8)s::VARCHAR, ' '), %(p9)s::VARCHAR, ' ')) <= %(p7)s::INTEGER
        ) THEN replace(replace(t3."text", %(p8)s::VARCHAR, ' '), %(p9)s::VARCHAR, ' ')
        WHEN (ltrim(substr(replace(replace(t3."text", %(p8)s::VARCHAR, ' '), %(p9)s::VARCHAR, ' '), 1, %(p7)s::INTEGER - 1)) LIKE %(p10)s::VARCHAR) THEN rtrim(
          rtrim(
            substr(replace(replace(t3."text", %(p8)s::VARCHAR, ' '), %(p9)s::VARCHAR, ' '), 1, %(p7)s::INTEGER - 1),
            replace(
              substr(
                replace(replace(t3."text", %(p8)s::VARCHAR, ' '), %(p9)s::VARCHAR, ' '), 1, %(p7)s::INTEGER - 1
              ),
              ' ', ''
            )
          )
        )
        || '…'
          ELSE substr(
            replace(replace(t3."text", %(p8)s::VARCHAR, ' '), %(p9)s::VARCHAR, ' '), 1, %(p7)s::INTEGER - 1
          )
        || '…' END,
      '__typename', 'Post'
    ) AS anon_3
    FROM posts AS t3
    WHERE t3."key" = %(p2)s::VARCHAR
  )
)::text AS data
