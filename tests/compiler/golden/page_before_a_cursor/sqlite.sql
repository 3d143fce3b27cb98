-- 1 = "lakeroad/1/2", 2 = 1048578, 3 = 6403346465852616509, 4 = "lakeroad/1/2", 5 = 1048578, 6 = 6403346465852616509, 7 = "lakeroad/1/2", 8 = 1048578, 9 = 6403346465852616509, 10 = 0
SELECT json_object(
  'posts', (
    SELECT json_object(
      'nodes', json_group_array(json_object('key', t0."key")),
      'pageInfo', json_object(
        'hasNextPage', CASE EXISTS (
          SELECT 1
          FROM posts AS t0
          WHERE (t0."key", t0.reading_order, t0.id) >= (?, ?, ?)
        )
          WHEN 1 THEN json('true')
          WHEN 0 THEN json('false') END,
        'hasPreviousPage', CASE EXISTS (
          SELECT 1
          FROM posts AS t0
          WHERE (t0."key", t0.reading_order, t0.id) < (?, ?, ?)
          LIMIT 1 OFFSET 2
        )
          WHEN 1 THEN json('true')
          WHEN 0 THEN json('false') END
      )
    ) AS anon_1
    FROM (
      SELECT t0."key", t0.reading_order, t0.id
      FROM (
        SELECT t0."key", t0.reading_order, t0.id
        FROM posts AS t0
        WHERE (t0."key", t0.reading_order, t0.id) < (?, ?, ?)
        ORDER BY t0."key" DESC, t0.reading_order DESC, t0.id DESC
        LIMIT 2 OFFSET ?
      ) AS t0
      ORDER BY t0."key", t0.reading_order, t0.id
    ) AS t0
  )
) AS data
