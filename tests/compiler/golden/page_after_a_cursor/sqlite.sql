-- 1 = "785aeabb", 2 = "archive/letters/1/2", 3 = 1048578, 4 = 1727472562185605453, 5 = "archive/letters/1/2", 6 = 1048578, 7 = 1727472562185605453, 8 = "785aeabb", 9 = "785aeabb", 10 = "archive/letters/1/2", 11 = 1048578, 12 = 1727472562185605453, 13 = 0
SELECT json_object(
  'posts', (
    SELECT json_object(
      'edges', json_group_array(
        json_object(
          'cursor', ?
            || '.'
            || hex(t0."key")
            || '.'
            || CAST (t0.reading_order AS TEXT)
            || '.'
            || CAST (t0.id AS TEXT),
          'node', json_object('key', t0."key")
        )
      ),
      'pageInfo', json_object(
        'hasNextPage', CASE EXISTS (
          SELECT 1
          FROM posts AS t0
          WHERE (t0."key", t0.reading_order, t0.id) > (?, ?, ?)
          LIMIT 1 OFFSET 2
        )
          WHEN 1 THEN json('true')
          WHEN 0 THEN json('false') END,
        'hasPreviousPage', CASE EXISTS (
          SELECT 1
          FROM posts AS t0
          WHERE (t0."key", t0.reading_order, t0.id) <= (?, ?, ?)
        )
          WHEN 1 THEN json('true')
          WHEN 0 THEN json('false') END,
        'startCursor', json_extract(
          json_group_array(
            ? || '.' || hex(t0."key") || '.' || CAST (t0.reading_order AS TEXT) || '.' || CAST (t0.id AS TEXT)
          ),
          '$[0]'
        ),
        'endCursor', json_extract(
          json_group_array(
            ? || '.' || hex(t0."key") || '.' || CAST (t0.reading_order AS TEXT) || '.' || CAST (t0.id AS TEXT)
          ),
          '$[#-1]'
        )
      )
    ) AS anon_1
    FROM (
      SELECT t0."key", t0.reading_order, t0.id
      FROM posts AS t0
      WHERE (t0."key", t0.reading_order, t0.id) > (?, ?, ?)
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 2 OFFSET ?
    ) AS t0
  )
) AS data
