-- 1 = "THREAD_LISTING", 2 = "THREAD_LISTING", 3 = 0
SELECT json_object(
  'posts', (
    SELECT json_object(
      'totalCount', (
        SELECT count(*) AS count_1
        FROM posts AS t0
        WHERE (
          EXISTS (
            SELECT 1
            FROM threads AS t1
            WHERE t1.id = t0.thread_id
              AND (
                EXISTS (
                  SELECT 1
                  FROM sources AS t2
                  WHERE t2.id = t1.source_id AND t2.kind = ?
                )
              ) IS NOT 1
          )
        ) IS NOT 1
          AND (
            EXISTS (
              SELECT 1
              FROM threads AS t3
              WHERE t3.id = t0.thread_id AND t3.visible < t3.total
            )
          )
      ),
      'nodes', json_group_array(
        json_object(
          'key', t0."key",
          'thread', CASE
            WHEN t4.id IS NOT NULL THEN json_object(
              'key', t4."key", 'coverage', json_object('visible', t4.visible, 'total', t4.total)
            ) END
        )
      )
    ) AS anon_1
    FROM (
      SELECT t0.thread_id, t0."key", t0.reading_order, t0.id
      FROM posts AS t0
      WHERE (
        EXISTS (
          SELECT 1
          FROM threads AS t1
          WHERE t1.id = t0.thread_id
            AND (
              EXISTS (
                SELECT 1
                FROM sources AS t2
                WHERE t2.id = t1.source_id AND t2.kind = ?
              )
            ) IS NOT 1
        )
      ) IS NOT 1
        AND (
          EXISTS (
            SELECT 1
            FROM threads AS t3
            WHERE t3.id = t0.thread_id AND t3.visible < t3.total
          )
        )
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 20 OFFSET ?
    ) AS t0
    LEFT OUTER JOIN threads AS t4 ON t4.id = t0.thread_id
  )
) AS data
