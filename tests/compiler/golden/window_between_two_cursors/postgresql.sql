-- p0 = -1688169599250000, p1 = "valley-notes/islands/1", p2 = 1048577, p3 = 3211344491254244608, p4 = -1688256000000000, p5 = "valley-notes/alone-2", p6 = 2, p7 = 431819219553340239
SELECT json_build_object(
  'posts', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(
          json_build_object(
            'key', t0."key",
            'published', CASE
              WHEN t0.published_earliest IS NOT NULL THEN json_build_object(
                'earliest', t0.published_earliest, 'latest', t0.published_latest
              ) END
          )
          ORDER BY t0.newest_first, t0."key", t0.reading_order, t0.id
        ),
        '[]'::json
      ),
      'pageInfo', json_build_object(
        'hasNextPage', (
          EXISTS (
            SELECT 1
            FROM posts AS t0
            WHERE (t0.newest_first, t0."key", t0.reading_order, t0.id) > (
              %(p4)s::BIGINT, %(p5)s::VARCHAR, %(p6)s::BIGINT, %(p7)s::BIGINT
            )
              AND (t0.newest_first, t0."key", t0.reading_order, t0.id) < (
                %(p0)s::BIGINT, %(p1)s::VARCHAR, %(p2)s::BIGINT, %(p3)s::BIGINT
              )
            LIMIT 1 OFFSET 10
          )
        )
          OR (
            EXISTS (
              SELECT 1
              FROM posts AS t0
              WHERE (t0.newest_first, t0."key", t0.reading_order, t0.id) >= (
                %(p0)s::BIGINT, %(p1)s::VARCHAR, %(p2)s::BIGINT, %(p3)s::BIGINT
              )
            )
          ),
        'hasPreviousPage', EXISTS (
          SELECT 1
          FROM posts AS t0
          WHERE (t0.newest_first, t0."key", t0.reading_order, t0.id) <= (
            %(p4)s::BIGINT, %(p5)s::VARCHAR, %(p6)s::BIGINT, %(p7)s::BIGINT
          )
        )
      )
    ) AS anon_1
    FROM (
      SELECT t0."key", t0.published_earliest, t0.published_latest, t0.newest_first, t0.reading_order, t0.id
      FROM posts AS t0
      WHERE (t0.newest_first, t0."key", t0.reading_order, t0.id) > (
        %(p4)s::BIGINT, %(p5)s::VARCHAR, %(p6)s::BIGINT, %(p7)s::BIGINT
      )
        AND (t0.newest_first, t0."key", t0.reading_order, t0.id) < (
          %(p0)s::BIGINT, %(p1)s::VARCHAR, %(p2)s::BIGINT, %(p3)s::BIGINT
        )
      ORDER BY t0.newest_first, t0."key", t0.reading_order, t0.id
      LIMIT 10
    ) AS t0
  )
)::text AS data
