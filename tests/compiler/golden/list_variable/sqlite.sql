-- 1 = "[\"lakeroad/1/1\", \"quiet-border/1\", \"no'such\"]", 2 = 0
SELECT json_object(
  'posts', (
    SELECT json_object('nodes', json_group_array(json_object('key', t0."key"))) AS anon_1
    FROM (
      SELECT t0."key", t0.reading_order, t0.id
      FROM posts AS t0
      WHERE t0."key" IN (SELECT value FROM json_each(?))
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 20 OFFSET ?
    ) AS t0
  )
) AS data
