-- p0 = "lakeroad/1/2", p1 = 1048578, p2 = 6403346465852616509
SELECT json_build_object(
  'posts', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t0."key") ORDER BY t0."key", t0.reading_order, t0.id), '[]'::json
      ),
      'pageInfo', json_build_object(
        'hasNextPage', EXISTS (
          SELECT 1
          FROM posts AS t0
          WHERE (t0."key", t0.reading_order, t0.id) >= (%(p0)s::VARCHAR, %(p1)s::BIGINT, %(p2)s::BIGINT)
        ),
        'hasPreviousPage', EXISTS (
          SELECT 1
          FROM posts AS t0
          WHERE (t0."key", t0.reading_order, t0.id) < (%(p0)s::VARCHAR, %(p1)s::BIGINT, %(p2)s::BIGINT)
          LIMIT 1 OFFSET 2
        )
      )
    ) AS anon_1
    FROM (
      SELECT t0."key", t0.reading_order, t0.id
      FROM (
        SELECT t0."key", t0.reading_order, t0.id
        FROM posts AS t0
        WHERE (t0."key", t0.reading_order, t0.id) < (%(p0)s::VARCHAR, %(p1)s::BIGINT, %(p2)s::BIGINT)
        ORDER BY t0."key" DESC, t0.reading_order DESC, t0.id DESC
        LIMIT 2
      ) AS t0
      ORDER BY t0."key", t0.reading_order, t0.id
    ) AS t0
  )
)::text AS data
