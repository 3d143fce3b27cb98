-- p0 = "en", p1 = "en􏿿", p2 = "en", p3 = "en􏿿"
SELECT json_build_object(
  'all', json_build_object(
    'totalCount', coalesce(
      (
        SELECT t1."count"
        FROM tallies AS t1
        WHERE t1."type" = 'Post'
      ),
      0
    )
  ),
  'english', json_build_object(
    'totalCount', (
      SELECT count(*) AS count_1
      FROM posts AS t2
      WHERE t2."language" >= %(p0)s::VARCHAR AND t2."language" < %(p1)s::VARCHAR
    )
  ),
  'other', json_build_object(
    'totalCount', (
      SELECT count(*) AS count_2
      FROM posts AS t3
      WHERE (t3."language" >= %(p2)s::VARCHAR AND t3."language" < %(p3)s::VARCHAR) IS NOT true
    )
  ),
  'unknown', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(
          json_build_object('key', t4."key", 'language', t4."language") ORDER BY t4."key", t4.reading_order, t4.id
        ),
        '[]'::json
      )
    ) AS anon_1
    FROM (
      SELECT t4."language", t4."key", t4.reading_order, t4.id
      FROM posts AS t4
      WHERE t4."language" IS NULL
      ORDER BY t4."key", t4.reading_order, t4.id
      LIMIT 20
    ) AS t4
  )
)::text AS data
