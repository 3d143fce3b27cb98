-- p0 = "THREAD_LISTING"
SELECT json_build_object(
  'posts', (
    SELECT json_build_object(
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
                  WHERE t2.id = t1.source_id AND t2.kind = %(p0)s::VARCHAR
                )
              ) IS NOT true
          )
        ) IS NOT true
          AND (
            EXISTS (
              SELECT 1
              FROM threads AS t3
              WHERE t3.id = t0.thread_id AND t3.visible < t3.total
            )
          )
      ),
      'nodes', coalesce(
        json_agg(
          json_build_object(
            'key', t0."key",
            'thread', CASE
              WHEN t4.id IS NOT NULL THEN json_build_object(
                'key', t4."key", 'coverage', json_build_object('visible', t4.visible, 'total', t4.total)
              ) END
          )
          ORDER BY t0."key", t0.reading_order, t0.id
        ),
        '[]'::json
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
                WHERE t2.id = t1.source_id AND t2.kind = %(p0)s::VARCHAR
              )
            ) IS NOT true
        )
      ) IS NOT true
        AND (
          EXISTS (
            SELECT 1
            FROM threads AS t3
            WHERE t3.id = t0.thread_id AND t3.visible < t3.total
          )
        )
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 20
    ) AS t0
    LEFT OUTER JOIN threads AS t4 ON t4.id = t0.thread_id
  )
)::text AS data
