-- 1 = -1688256000000000, 2 = "valley-notes/alone-2", 3 = 2, 4 = 431819219553340239, 5 = -1688169599250000, 6 = "valley-notes/islands/1", 7 = 1048577, 8 = 3211344491254244608, 9 = -1688169599250000, 10 = "valley-notes/islands/1", 11 = 1048577, 12 = 3211344491254244608, 13 = -1688256000000000, 14 = "valley-notes/alone-2", 15 = 2, 16 = 431819219553340239, 17 = -1688256000000000, 18 = "valley-notes/alone-2", 19 = 2, 20 = 431819219553340239, 21 = -1688169599250000, 22 = "valley-notes/islands/1", 23 = 1048577, 24 = 3211344491254244608, 25 = 0
SELECT json_object(
  'posts', (
    SELECT json_object(
      'nodes', json_group_array(
        json_object(
          'key', t0."key",
          'published', CASE
            WHEN t0.published_earliest IS NOT NULL THEN json_object(
              'earliest', t0.published_earliest, 'latest', t0.published_latest
            ) END
        )
      ),
      'pageInfo', json_object(
        'hasNextPage', CASE (
          EXISTS (
            SELECT 1
            FROM posts AS t0
            WHERE (t0.newest_first, t0."key", t0.reading_order, t0.id) > (?, ?, ?, ?)
              AND (t0.newest_first, t0."key", t0.reading_order, t0.id) < (?, ?, ?, ?)
            LIMIT 1 OFFSET 10
          )
        )
          OR (
            EXISTS (
              SELECT 1
              FROM posts AS t0
              WHERE (t0.newest_first, t0."key", t0.reading_order, t0.id) >= (?, ?, ?, ?)
            )
          )
            WHEN 1 THEN json('true')
            WHEN 0 THEN json('false') END,
        'hasPreviousPage', CASE EXISTS (
          SELECT 1
          FROM posts AS t0
          WHERE (t0.newest_first, t0."key", t0.reading_order, t0.id) <= (?, ?, ?, ?)
        )
          WHEN 1 THEN json('true')
          WHEN 0 THEN json('false') END
      )
    ) AS anon_1
    FROM (
      SELECT t0."key", t0.published_earliest, t0.published_latest, t0.newest_first, t0.reading_order, t0.id
      FROM posts AS t0
      WHERE (t0.newest_first, t0."key", t0.reading_order, t0.id) > (?, ?, ?, ?)
        AND (t0.newest_first, t0."key", t0.reading_order, t0.id) < (?, ?, ?, ?)
      ORDER BY t0.newest_first, t0."key", t0.reading_order, t0.id
      LIMIT 10 OFFSET ?
    ) AS t0
  )
) AS data
