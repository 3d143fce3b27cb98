-- 1 = "norawrites", 2 = "[7487545754601778375]", 3 = "en", 4 = "[\"ar\", \"hy\"]", 5 = "norawrites", 6 = "[7487545754601778375]", 7 = "en", 8 = "[\"ar\", \"hy\"]", 9 = 0
SELECT json_object(
  'posts', (
    SELECT json_object(
      'totalCount', (
        SELECT count(*) AS count_1
        FROM posts AS t0
        WHERE (
          (
            EXISTS (
              SELECT 1
              FROM accounts AS t1
              WHERE t1.id = t0.author_id AND t1.handle_folded = ?
            )
          )
          OR t0.id IN (
            SELECT t2.post_id
            FROM post_hashtags AS t2
            WHERE t2.post_id IS NOT NULL AND (t2.hashtag_id IN (SELECT value FROM json_each(?)))
          )
        ) IS NOT 1
          AND t0."language" = ?
          OR (t0."language" IN (SELECT value FROM json_each(?)))
      ),
      'nodes', json_group_array(
        json_object(
          'key', t0."key",
          'language', t0."language",
          'author', CASE WHEN t3.id IS NOT NULL THEN json_object('handle', t3.handle) END,
          'hashtags', (
            SELECT json_group_array(json_object('spelling', t4.spelling)) AS anon_2
            FROM (
              SELECT t4.spelling, t4.ordinal
              FROM post_hashtags AS t4
              WHERE t4.newest_first = t0.newest_first AND t4.post_id = t0.id
              ORDER BY t4.ordinal
            ) AS t4
          )
        )
      )
    ) AS anon_1
    FROM (
      SELECT t0.author_id, t0.id, t0."language", t0."key", t0.newest_first, t0.reading_order
      FROM posts AS t0
      WHERE (
        (
          EXISTS (
            SELECT 1
            FROM accounts AS t1
            WHERE t1.id = t0.author_id AND t1.handle_folded = ?
          )
        )
        OR t0.id IN (
          SELECT t2.post_id
          FROM post_hashtags AS t2
          WHERE t2.post_id IS NOT NULL AND (t2.hashtag_id IN (SELECT value FROM json_each(?)))
        )
      ) IS NOT 1
        AND t0."language" = ?
        OR (t0."language" IN (SELECT value FROM json_each(?)))
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 20 OFFSET ?
    ) AS t0
    LEFT OUTER JOIN accounts AS t3 ON t3.id = t0.author_id
  )
) AS data
