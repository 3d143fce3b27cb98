-- 1 = 2, 2 = 2, 3 = 0, 4 = 3, 5 = 0, 6 = "lakeroad"
SELECT json_object(
  'source', (
    SELECT json_object(
      'threads', (
        SELECT json_object(
          'totalCount', (
            SELECT count(*) AS count_1
            FROM threads AS t1
            WHERE t1.source_id = t0.id
          ),
          'nodes', json_group_array(
            json_object(
              'key', t1."key",
              'rank', t1."rank",
              'posts', (
                SELECT json_object(
                  'totalCount', t1.visible,
                  'nodes', json_group_array(json_object('key', t2."key", 'position', t2."position")),
                  'pageInfo', json_object(
                    'hasNextPage', CASE EXISTS (
                      SELECT 1
                      FROM posts AS t2
                      WHERE t2.thread_id = t1.id
                      LIMIT 1 OFFSET ?
                    )
                    WHEN 1 THEN json('true')
                    WHEN 0 THEN json('false') END
                  )
                ) AS anon_3
                FROM (
                  SELECT t2.thread_id, t2."key", t2."position", t2.id
                  FROM posts AS t2
                  WHERE t2.thread_id = t1.id
                  ORDER BY t2."position", t2.id
                  LIMIT ? OFFSET ?
                ) AS t2
              )
            )
          )
        ) AS anon_2
        FROM (
          SELECT t1.source_id, t1."key", t1."rank", t1.id, t1.visible
          FROM threads AS t1
          WHERE t1.source_id = t0.id
          ORDER BY t1."rank", t1.id
          LIMIT ? OFFSET ?
        ) AS t1
      )
    ) AS anon_1
    FROM sources AS t0
    WHERE t0."key" = ?
  )
) AS data
