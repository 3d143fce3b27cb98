-- 1 = "[\"tevita\", \"old_hand\"]", 2 = 0, 3 = 0, 4 = "[1948543945831127916]", 5 = "[8209320196677294502]", 6 = 0, 7 = "lac.example", 8 = 0
SELECT json_object(
  'written', (
    SELECT json_object('nodes', json_group_array(json_object('key', t0."key"))) AS anon_1
    FROM (
      SELECT t0.author_id, t0."key", t0.reading_order, t0.id
      FROM posts AS t0
      WHERE EXISTS (
        SELECT 1
        FROM accounts AS t1
        WHERE t1.id = t0.author_id AND (t1.handle_folded IN (SELECT value FROM json_each(?)))
      )
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 20 OFFSET ?
    ) AS t0
  ),
  'by_nobody', (
    SELECT json_object('nodes', json_group_array(json_object('key', t2."key"))) AS anon_2
    FROM (
      SELECT t2.author_id, t2."key", t2.reading_order, t2.id
      FROM posts AS t2
      WHERE t2.author_id IS NULL
      ORDER BY t2."key", t2.reading_order, t2.id
      LIMIT 20 OFFSET ?
    ) AS t2
  ),
  'mentioned', (
    SELECT json_object('nodes', json_group_array(json_object('key', t4."key"))) AS anon_3
    FROM (
      SELECT t4.id, t4."key", t4.reading_order
      FROM posts AS t4
      WHERE t4.id IN (
        SELECT t5.post_id
        FROM account_mentions AS t5
        WHERE t5.post_id IS NOT NULL AND (t5.account_id IN (SELECT value FROM json_each(?)))
      )
        AND NOT (
          EXISTS (
            SELECT 1
            FROM account_mentions AS t6
            WHERE t6.post_id = t4.id AND (t6.account_id IN (SELECT value FROM json_each(?)))
          )
        )
      ORDER BY t4."key", t4.reading_order, t4.id
      LIMIT 20 OFFSET ?
    ) AS t4
  ),
  'linked', (
    SELECT json_object(
      'nodes', json_group_array(
        json_object(
          'key', t7."key",
          'links', (
            SELECT json_group_array(json_object('domain', t10.domain)) AS anon_5
            FROM (
              SELECT t10.post_id, t10.domain, t10.ordinal
              FROM links AS t10
              WHERE t10.post_id = t7.id
              ORDER BY t10.ordinal
            ) AS t10
          )
        )
      )
    ) AS anon_4
    FROM (
      SELECT t7.id, t7."key", t7.reading_order
      FROM posts AS t7
      WHERE EXISTS (
        SELECT 1
        FROM links AS t8
        WHERE t8.post_id = t7.id AND t8.domain = ?
      )
      ORDER BY t7."key", t7.reading_order, t7.id
      LIMIT 20 OFFSET ?
    ) AS t7
  )
) AS data
