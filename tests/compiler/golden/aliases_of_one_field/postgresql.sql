-- p0 = "lakeroad/4/3", p1 = 12, p2 = "\n", p3 = "\r", p4 = "% %", p5 = 1, p6 = "\n", p7 = "\r", p8 = "% %"
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
      LIMIT 1
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
      LIMIT 1
    ) AS t1
  ),
  'post', (
    SELECT json_build_object(
      'short', CASE
        WHEN (
          length(replace(replace(t3."text", %(p2)s::VARCHAR, ' '), %(p3)s::VARCHAR, ' ')) <= %(p1)s::INTEGER
        ) THEN replace(replace(t3."text", %(p2)s::VARCHAR, ' '), %(p3)s::VARCHAR, ' ')
        WHEN (ltrim(substr(replace(replace(t3."text", %(p2)s::VARCHAR, ' '), %(p3)s::VARCHAR, ' '), 1, %(p1)s::INTEGER - 1)) LIKE %(p4)s::VARCHAR) THEN rtrim(
          rtrim(
            substr(replace(replace(t3."text", %(p2)s::VARCHAR, ' '), %(p3)s::VARCHAR, ' '), 1, %(p1)s::INTEGER - 1),
            replace(
              substr(
                replace(replace(t3."text", %(p2)s::VARCHAR, ' '), %(p3)s::VARCHAR, ' '), 1, %(p1)s::INTEGER - 1
              ),
              ' ', ''
            )
          )
        )
        || '…'
          ELSE substr(
            replace(replace(t3."text", %(p2)s::VARCHAR, ' '), %(p3)s::VARCHAR, ' '), 1, %(p1)s::INTEGER - 1
          )
        || '…' END,
      'shorter', CASE
        WHEN (
          length(replace(replace(t3."text", %(p6)s::VARCHAR, ' '), %(p7)s::VARCHAR, ' ')) <= %(p5)s::INTEGER
        ) THEN replace(replace(t3."text", %(p6)s::VARCHAR, ' '), %(p7)s::VARCHAR, ' ')
        WHEN (ltrim(substr(replace(replace(t3."text", %(p6)s::VARCHAR, ' '), %(p7)s::VARCHAR, ' '), 1, %(p5)s::INTEGER - 1)) LIKE %(p8)s::VARCHAR) THEN rtrim(
          rtrim(
            substr(replace(replace(t3."text", %(p6)s::VARCHAR, ' '), %(p7)s::VARCHAR, ' '), 1, %(p5)s::INTEGER - 1),
            replace(
              substr(
                replace(replace(t3."text", %(p6)s::VARCHAR, ' '), %(p7)s::VARCHAR, ' '), 1, %(p5)s::INTEGER - 1
              ),
              ' ', ''
            )
          )
        )
        || '…'
          ELSE substr(
            replace(replace(t3."text", %(p6)s::VARCHAR, ' '), %(p7)s::VARCHAR, ' '), 1, %(p5)s::INTEGER - 1
          )
        || '…' END,
      '__typename', 'Post'
    ) AS anon_3
    FROM posts AS t3
    WHERE t3."key" = %(p0)s::VARCHAR
  )
)::text AS data
