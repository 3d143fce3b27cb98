-- 1 = 1, 2 = 0, 3 = 1, 4 = 0, 5 = "\n", 6 = "\r", 7 = 12, 8 = "\n", 9 = "\r", 10 = "\n", 11 = "\r", 12 = 12, 13 = "% %", 14 = "\n", 15 = "\r", 16 = 12, 17 = "\n", 18 = "\r", 19 = 12, 20 = "\n", 21 = "\r", 22 = 12, 23 = "\n", 24 = "\r", 25 = 1, 26 = "\n", 27 = "\r", 28 = "\n", 29 = "\r", 30 = 1, 31 = "% %", 32 = "\n", 33 = "\r", 34 = 1, 35 = "\n", 36 = "\r", 37 = 1, 38 = "\n", 39 = "\r", 40 = 1, 41 = "lakeroad/4/3"
SELECT json_object(
  'oldest', (
    SELECT json_object('nodes', json_group_array(json_object('key', t0."key"))) AS anon_1
    FROM (
      SELECT t0.published_earliest, t0."key", t0.oldest_first, t0.reading_order, t0.id
      FROM posts AS t0
      WHERE t0.published_earliest IS NOT NULL
      ORDER BY t0.oldest_first, t0.reading_order, t0.id
      LIMIT ? OFFSET ?
    ) AS t0
  ),
  'newest', (
    SELECT json_object('nodes', json_group_array(json_object('key', t1."key"))) AS anon_2
    FROM (
      SELECT t1."key", t1.newest_first, t1.reading_order, t1.id
      FROM posts AS t1
      ORDER BY t1.newest_first, t1.reading_order, t1.id
      LIMIT ? OFFSET ?
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
