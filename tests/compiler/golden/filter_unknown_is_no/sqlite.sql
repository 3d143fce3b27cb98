-- 1 = "en", 2 = "en􏿿", 3 = "en", 4 = "en􏿿", 5 = 0
SELECT json_object(
  'all', json_object(
    'totalCount', coalesce(
      (
        SELECT t1."count"
        FROM tallies AS t1
        WHERE t1."type" = 'Post'
      ),
      0
    )
  ),
  'english', json_object(
    'totalCount', (
      SELECT count(*) AS count_1
      FROM posts AS t2
      WHERE t2."language" >= ? AND t2."language" < ?
    )
  ),
  'other', json_object(
    'totalCount', (
      SELECT count(*) AS count_2
      FROM posts AS t3
      WHERE (t3."language" >= ? AND t3."language" < ?) IS NOT 1
    )
  ),
  'unknown', (
    SELECT json_object('nodes', json_group_array(json_object('key', t4."key", 'language', t4."language"))) AS anon_1
    FROM (
      SELECT t4."language", t4."key", t4.reading_order, t4.id
      FROM posts AS t4
      WHERE t4."language" IS NULL
      ORDER BY t4."key", t4.reading_order, t4.id
      LIMIT 20 OFFSET ?
    ) AS t4
  )
) AS data
