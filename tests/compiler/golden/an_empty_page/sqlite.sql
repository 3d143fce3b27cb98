-- 1 = "97d8dca8", 2 = "97d8dca8", 3 = 0
SELECT json_object(
  'posts', (
    SELECT json_object(
      'nodes', json_group_array(json_object('key', t0."key")),
      'pageInfo', json_object(
        'hasNextPage', CASE EXISTS (SELECT 1 FROM posts AS t0 LIMIT 1 OFFSET 0)
          WHEN 1 THEN json('true')
          WHEN 0 THEN json('false') END,
        'hasPreviousPage', CASE 0 WHEN 1 THEN json('true') WHEN 0 THEN json('false') END,
        'startCursor', json_extract(
          json_group_array(
            ?
            || '.'
            || CAST (t0.newest_first AS TEXT)
            || '.'
            || CAST (t0.reading_order AS TEXT)
            || '.'
            || CAST (t0.id AS TEXT)
          ),
          '$[0]'
        ),
        'endCursor', json_extract(
          json_group_array(
            ?
            || '.'
            || CAST (t0.newest_first AS TEXT)
            || '.'
            || CAST (t0.reading_order AS TEXT)
            || '.'
            || CAST (t0.id AS TEXT)
          ),
          '$[#-1]'
        )
      )
    ) AS anon_1
    FROM (
      SELECT t0."key", t0.newest_first, t0.reading_order, t0.id
      FROM posts AS t0
      ORDER BY t0.newest_first, t0.reading_order, t0.id
      LIMIT 0 OFFSET ?
    ) AS t0
  )
) AS data
