-- 1 = "[\"8559868067611100515\", \"6808311398780434399\"]", 2 = 0, 3 = "IN_TEXT", 4 = "[8559868067611100515]", 5 = 0, 6 = "[\"LAKEROAD\"]", 7 = 0, 8 = "[\"lakeroad\"]", 9 = 0, 10 = "[\"armenie\"]", 11 = "[\"armenie\"]", 12 = 0, 13 = "[6808311398780434399, 7487545754601778375]", 14 = "lakeroad"
SELECT json_object(
  'all', (
    SELECT json_object('nodes', json_group_array(json_object('key', t0."key"))) AS anon_1
    FROM (
      SELECT t0.id, t0."key", t0.reading_order
      FROM posts AS t0
      WHERE NOT (
        EXISTS (
          SELECT 1
          FROM (SELECT key AS ordinal, value FROM json_each(?)) AS i1
          WHERE NOT (
            EXISTS (
              SELECT 1
              FROM post_hashtags AS t2
              WHERE t2.post_id = t0.id AND (t2.hashtag_id IN (SELECT CAST (i1.value AS BIGINT) AS "i1.value"))
            )
          )
        )
      )
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 20 OFFSET ?
    ) AS t0
  ),
  'shown', (
    SELECT json_object('nodes', json_group_array(json_object('key', t3."key"))) AS anon_2
    FROM (
      SELECT t3.id, t3."key", t3.reading_order
      FROM posts AS t3
      WHERE t3.id IN (
        SELECT t4.post_id
        FROM post_hashtags AS t4
        WHERE t4.post_id IS NOT NULL AND t4.basis IN (?) AND (t4.hashtag_id IN (SELECT value FROM json_each(?)))
      )
      ORDER BY t3."key", t3.reading_order, t3.id
      LIMIT 20 OFFSET ?
    ) AS t3
  ),
  'exact', (
    SELECT json_object('nodes', json_group_array(json_object('key', t5."key"))) AS anon_3
    FROM (
      SELECT t5.id, t5."key", t5.newest_first, t5.reading_order
      FROM posts AS t5
      WHERE t5.id IN (
        SELECT t6.post_id
        FROM post_hashtags AS t6
        WHERE t6.post_id IS NOT NULL AND (t6.spelling IN (SELECT value FROM json_each(?)))
      )
      ORDER BY t5.newest_first, t5.reading_order, t5.id
      LIMIT 20 OFFSET ?
    ) AS t5
  ),
  'cased', (
    SELECT json_object('nodes', json_group_array(json_object('key', t7."key"))) AS anon_4
    FROM (
      SELECT t7.id, t7."key", t7.reading_order
      FROM posts AS t7
      WHERE t7.id IN (
        SELECT t8.post_id
        FROM post_hashtags AS t8
        WHERE t8.post_id IS NOT NULL AND (t8.spelling_cased IN (SELECT value FROM json_each(?)))
      )
      ORDER BY t7."key", t7.reading_order, t7.id
      LIMIT 20 OFFSET ?
    ) AS t7
  ),
  'alias', (
    SELECT json_object('nodes', json_group_array(json_object('key', t9."key"))) AS anon_5
    FROM (
      SELECT t9.id, t9."key", t9.reading_order
      FROM posts AS t9
      WHERE t9.id IN (
        SELECT t10.post_id
        FROM post_hashtags AS t10
        WHERE t10.post_id IS NOT NULL
          AND t10.hashtag_id IN (
            SELECT t11.id
            FROM hashtags AS t11
            WHERE t11.concept IN (
              SELECT t12.concept
              FROM hashtag_aliases AS t12
              WHERE t12.alias IN (SELECT value FROM json_each(?))
            )
              OR (t11.concept IN (SELECT value FROM json_each(?)))
          )
      )
      ORDER BY t9."key", t9.reading_order, t9.id
      LIMIT 20 OFFSET ?
    ) AS t9
  ),
  'none', json_object(
    'totalCount', (
      SELECT count(*) AS count_1
      FROM posts AS t13
      WHERE NOT (
        EXISTS (
          SELECT 1
          FROM post_hashtags AS t14
          WHERE t14.post_id = t13.id AND (t14.hashtag_id IN (SELECT value FROM json_each(?)))
        )
      )
        AND (
          EXISTS (
            SELECT 1
            FROM sources AS t15
            WHERE t15.id = t13.source_id AND t15."key" = ?
          )
        )
    )
  )
) AS data
