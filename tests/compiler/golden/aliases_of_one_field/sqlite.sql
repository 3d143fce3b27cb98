-- 1 = 0, 2 = 0, 3 = "\n", 4 = "\r", 5 = 12, 6 = "\n", 7 = "\r", 8 = "\n", 9 = "\r", 10 = 12, 11 = "% %", 12 = "\n", 13 = "\r", 14 = 12, 15 = "\n", 16 = "\r", 17 = 12, 18 = "\n", 19 = "\r", 20 = 12, 21 = "\n", 22 = "\r", 23 = 1, 24 = "\n", 25 = "\r", 26 = "\n", 27 = "\r", 28 = 1, 29 = "% %", 30 = "\n", 31 = "\r", 32 = 1, 33 = "\n", 34 = "\r", 35 = 1, 36 = "\n", 37 = "\r", 38 = 1, 39 = "lakeroad/4/3"
SELECT json_object(
  'oldest', (
    SELECT json_object('nodes', json_group_array(json_object('key', t0."key"))) AS anon_1
    FROM (
      SELECT t0.published_earliest, t0."key", t0.oldest_first, t0.reading_order, t0.id
      FROM posts AS t0
      WHERE t0.published_earliest IS NOT NULL
      ORDER BY t0.oldest_first, t0.reading_order, t0.id
      LIMIT 1 OFFSET ?
    ) AS t0
  ),
  'newest', (
    SELECT json_object('nodes', json_group_array(json_object('key', t1."key"))) AS anon_2
    FROM (
      SELECT t1."key", t1.newest_first, t1.reading_order, t1.id
      FROM posts AS t1
      ORDER BY t1.newest_first, t1.reading_order, t1.id
      LIMIT 1 OFFSET ?
    ) AS t1
  ),
  'post', (
    SELECT json_object(
      'short', CASE
        WHEN (
          length(replace(replace(t3."text", ?, ' '), ?, ' ')) <= ?
        ) THEN replace(replace(t3."text", ?, ' '), ?, ' ')
        WHEN (ltrim(substr(replace(replace(t3."text", ?, ' '), ?, ' '), 1, ? - 1)) LIKE ?) THEN rtrim(
          rtrim(
            substr(replace(replace(t3."text", ?, ' '), ?, ' '), 1, ? - 1),
            replace(substr(replace(replace(t3."text", ?, ' '), ?, ' '), 1, ? - 1), ' ', '')
          )
        )
        || '…' ELSE substr(replace(replace(t3."text", ?, ' '), ?, ' '), 1, ? - 1)
        || '…' END,
      'shorter', CASE
        WHEN (
          length(replace(replace(t3."text", ?, ' '), ?, ' ')) <= ?
        ) THEN replace(replace(t3."text", ?, ' '), ?, ' ')
        WHEN (ltrim(substr(replace(replace(t3."text", ?, ' '), ?, ' '), 1, ? - 1)) LIKE ?) THEN rtrim(
          rtrim(
            substr(replace(replace(t3."text", ?, ' '), ?, ' '), 1, ? - 1),
            replace(substr(replace(replace(t3."text", ?, ' '), ?, ' '), 1, ? - 1), ' ', '')
          )
        )
        || '…' ELSE substr(replace(replace(t3."text", ?, ' '), ?, ' '), 1, ? - 1)
        || '…' END,
      '__typename', 'Post'
    ) AS anon_3
    FROM posts AS t3
    WHERE t3."key" = ?
  )
) AS data
