-- 1 = "%bula%", 2 = 1, 3 = 0, 4 = "[6808311398780434399, 3330013451829840862]", 5 = 2, 6 = 0, 7 = 1, 8 = 0, 9 = "[\"lakeroad\", \"valley-notes\"]", 10 = 0
WITH f3 AS NOT MATERIALIZED (
  SELECT t15.id
  FROM posts AS t15
  WHERE (
    EXISTS (
      SELECT 1
      FROM post_texts AS t16
      WHERE t16.post_id = t15.id AND t16.folded LIKE ? ESCAPE '\'
    )
  ) IS NOT 1
),
  f4 AS NOT MATERIALIZED (
    SELECT t12.id AS k0,
      (
        SELECT '{"totalCount":'
          || json_quote(
            (
              SELECT count(*) AS count_1
              FROM post_hashtags AS t14
              WHERE t14.hashtag_id = t12.id
                AND t14.is_first IS 1
                AND (EXISTS (SELECT 1 FROM f3 WHERE f3.id = t14.post_id))
            )
          )
          || ',"nodes":'
          || '['
          || ifnull(group_concat('{"key":' || json_quote(t13."key") || '}', ','), '')
          || ']'
          || '}' AS anon_5
        FROM (
          SELECT t13."key", t13.newest_first, t13.reading_order, t13.id
          FROM (
            SELECT t13."key", t13.newest_first, t13.reading_order, t13.id
            FROM post_hashtags AS t14
            JOIN posts AS t13 ON t13.newest_first = t14.newest_first
              AND t13.reading_order = t14.reading_order
              AND t13.id = t14.post_id
            WHERE t14.hashtag_id = t12.id
              AND t14.is_first IS 1
              AND (EXISTS (SELECT 1 FROM f3 WHERE f3.id = t14.post_id))
            ORDER BY t14.newest_first DESC, t13."key" DESC, t14.reading_order DESC, t14.post_id DESC
            LIMIT ? OFFSET ?
          ) AS t13
          ORDER BY t13.newest_first, t13."key", t13.reading_order, t13.id
        ) AS t13
      ) AS made
    FROM hashtags AS t12
  ),
  f5 AS NOT MATERIALIZED (
    SELECT t9.id AS k0,
      (
        SELECT '['
          || ifnull(
            group_concat(
              '{"spelling":'
                || json_quote(t10.spelling)
                || ',"hashtag":'
                || '{"posts":'
                || (SELECT f4.made FROM f4 WHERE f4.k0 = t11.id)
                || '}'
                || '}',
              ','
            ),
            ''
          )
          || ']' AS anon_4
        FROM (
          SELECT t10.spelling, t10.hashtag_id, t10.ordinal
          FROM post_hashtags AS t10
          WHERE t10.newest_first = t9.newest_first AND t10.post_id = t9.id
          ORDER BY t10.ordinal
        ) AS t10
        LEFT OUTER JOIN hashtags AS t11 ON t11.id = t10.hashtag_id
      ) AS made
    FROM posts AS t9
  ),
  f2 AS NOT MATERIALIZED (
    SELECT t7.id
    FROM posts AS t7
    WHERE t7.id IN (
      SELECT t8.post_id
      FROM post_hashtags AS t8
      WHERE t8.post_id IS NOT NULL AND (t8.hashtag_id IN (SELECT value FROM json_each(?)))
    )
  ),
  f6 AS NOT MATERIALIZED (
    SELECT t5.id AS k0,
      (
        SELECT '{"nodes":'
          || '['
          || ifnull(
            group_concat(
              '{"key":'
                || json_quote(t6."key")
                || ',"hashtags":'
                || (SELECT f5.made FROM f5 WHERE f5.k0 = t6.id)
                || '}',
              ','
            ),
            ''
          )
          || ']'
          || '}' AS anon_3
        FROM (
          SELECT t6.thread_id, t6.id, t6."key", t6.reading_order
          FROM posts AS t6
          WHERE t6.thread_id = t5.id AND (EXISTS (SELECT 1 FROM f2 WHERE f2.id = t6.id))
          ORDER BY t6.reading_order DESC, t6.id
          LIMIT ? OFFSET ?
        ) AS t6
      ) AS made
    FROM threads AS t5
  ),
  f1 AS NOT MATERIALIZED (
    SELECT t4.id
    FROM threads AS t4
    WHERE t4."language" IS NOT NULL
  ),
  f7 AS NOT MATERIALIZED (
    SELECT t2.id AS k0,
      (
        SELECT '{"nodes":'
          || '['
          || ifnull(
            group_concat(
              '{"key":'
                || json_quote(t3."key")
                || ',"posts":'
                || (SELECT f6.made FROM f6 WHERE f6.k0 = t3.id)
                || '}',
              ','
            ),
            ''
          )
          || ']'
          || '}' AS anon_2
        FROM (
          SELECT t3.source_id, t3.id, t3."key", t3.visible, t3."rank"
          FROM threads AS t3
          WHERE t3.source_id = t2.id AND (EXISTS (SELECT 1 FROM f1 WHERE f1.id = t3.id))
          ORDER BY t3.visible DESC, t3."key", t3."rank", t3.id
          LIMIT ? OFFSET ?
        ) AS t3
      ) AS made
    FROM sources AS t2
  ),
  f0 AS NOT MATERIALIZED (
    SELECT t1.id
    FROM sources AS t1
    WHERE t1."key" IN (SELECT value FROM json_each(?))
  )
SELECT '{"sources":'
  || (
    SELECT '{"nodes":'
      || '['
      || ifnull(
        group_concat(
          '{"key":' || json_quote(t0."key") || ',"threads":' || (SELECT f7.made FROM f7 WHERE f7.k0 = t0.id) || '}',
          ','
        ),
        ''
      )
      || ']'
      || '}' AS anon_1
    FROM (
      SELECT t0.id, t0."key"
      FROM sources AS t0
      WHERE t0.id IN (SELECT f0.id FROM f0)
      ORDER BY t0."key" DESC
      LIMIT 2 OFFSET ?
    ) AS t0
  )
  || '}' AS data
