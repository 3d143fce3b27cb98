-- p0 = "lakeroad", p1 = 2, p2 = 3
SELECT json_build_object(
  'source', (
    SELECT json_build_object(
      'threads', (
        SELECT json_build_object(
          'totalCount', (
            SELECT count(*) AS count_1
            FROM threads AS t1
            WHERE t1.source_id = t0.id
          ),
          'nodes', coalesce(
            json_agg(
              json_build_object(
                'key', t1."key",
                'rank', t1."rank",
                'posts', (
                  SELECT json_build_object(
                    'totalCount', t1.visible,
                    'nodes', coalesce(
                      json_agg(
                        json_build_object('key', t2."key", 'position', t2."position") ORDER BY t2."position", t2.id
                      ),
                      '[]'::json
                    ),
                    'pageInfo', json_build_object(
                      'hasNextPage', EXISTS (
                        SELECT 1
                        FROM posts AS t2
                        WHERE t2.thread_id = t1.id
                        LIMIT 1 OFFSET %(p1)s::BIGINT
                      )
                    )
                  ) AS anon_3
                  FROM (
                    SELECT t2.thread_id, t2."key", t2."position", t2.id
                    FROM posts AS t2
                    WHERE t2.thread_id = t1.id
                    ORDER BY t2."position", t2.id
                    LIMIT %(p1)s::BIGINT
                  ) AS t2
                )
              )
              ORDER BY t1."rank", t1.id
            ),
            '[]'::json
          )
        ) AS anon_2
        FROM (
          SELECT t1.source_id, t1."key", t1."rank", t1.id, t1.visible
          FROM threads AS t1
          WHERE t1.source_id = t0.id
          ORDER BY t1."rank", t1.id
          LIMIT %(p2)s::BIGINT
        ) AS t1
      )
    ) AS anon_1
    FROM sources AS t0
    WHERE t0."key" = %(p0)s::VARCHAR
  )
)::text AS data
