-- 1 = "%bula%", 2 = "[6808311398780434399, 3330013451829840862]", 3 = "[\"lakeroad\", \"valley-notes\"]", 4 = 1, 5 = 0, 6 = 2, 7 = 0, 8 = 1, 9 = 0, 10 = 2, 11 = 0
WITH f3 AS NOT MATERIALIZED (
  SELECT t11.id
  FROM posts AS t11
  WHERE (
    EXISTS (
      SELECT 1
      FROM post_texts AS t12
      WHERE t12.post_id = t11.id AND t12.folded LIKE ? ESCAPE '\'
    )
  ) IS NOT 1
),
  f2 AS NOT MATERIALIZED (
    SELECT t5.id
    FROM posts AS t5
    WHERE EXISTS (
      SELECT 1
      FROM post_hashtags AS t6
      WHERE t6.post_id = t5.id AND (t6.hashtag_id IN (SELECT value FROM json_each(?)))
    )
  ),
  f1 AS NOT MATERIALIZED (
    SELECT t3.id
    FROM threads AS t3
    WHERE t3."language" IS NOT NULL
  ),
  f0 AS NOT MATERIALIZED (
    SELECT t1.id
    FROM sources AS t1
    WHERE t1."key" IN (SELECT value FROM json_each(?))
  )
SELECT '{"sources":' || root.j0 || '}' AS data
FROM (
  SELECT (
    SELECT '{"nodes":'
      || '['
      || ifnull(group_concat('{"key":' || json_quote(t0."key") || ',"threads":' || t0.j0 || '}', ','), '')
      || ']'
      || '}' AS anon_1
    FROM (
      SELECT t0.id,
        t0."key",
        (
          SELECT '{"nodes":'
            || '['
            || ifnull(group_concat('{"key":' || json_quote(t2."key") || ',"posts":' || t2.j0 || '}', ','), '')
            || ']'
            || '}' AS anon_2
          FROM (
            SELECT t2.source_id,
              t2.id,
              t2."key",
              t2.visible,
              t2."rank",
              (
                SELECT '{"nodes":'
                  || '['
                  || ifnull(
                    group_concat('{"key":' || json_quote(t4."key") || ',"hashtags":' || t4.j0 || '}', ','), ''
                  )
                  || ']'
                  || '}' AS anon_3
                FROM (
                  SELECT t4.thread_id,
                    t4.id,
                    t4."key",
                    t4.reading_order,
                    (
                      SELECT '['
                        || ifnull(
                          group_concat(
                            '{"spelling":'
                              || json_quote(t7.spelling)
                              || ',"hashtag":'
                              || '{"posts":'
                              || t7.j0
                              || '}'
                              || '}',
                            ','
                          ),
                          ''
                        )
                        || ']' AS anon_4
                      FROM (
                        SELECT t7.post_id,
                          t7.spelling,
                          t7.hashtag_id,
                          t7.ordinal,
                          (
                            SELECT '{"totalCount":'
                              || json_quote(
                                (
                                  SELECT count(*) AS count_1
                                  FROM post_hashtags AS t10
                                  WHERE t10.hashtag_id = t8.id
                                    AND t10.is_first IS 1
                                    AND (EXISTS (SELECT 1 FROM f3 WHERE f3.id = t10.post_id))
                                )
                              )
                              || ',"nodes":'
                              || '['
                              || ifnull(group_concat('{"key":' || json_quote(t9."key") || '}', ','), '')
                              || ']'
                              || '}' AS anon_5
                            FROM (
                              SELECT t9."key", t9.newest_first, t9.reading_order, t9.id
                              FROM (
                                SELECT t9."key", t9.newest_first, t9.reading_order, t9.id
                                FROM post_hashtags AS t10
                                JOIN posts AS t9 ON t9.id = t10.post_id
                                WHERE t10.hashtag_id = t8.id
                                  AND t10.is_first IS 1
                                  AND (EXISTS (SELECT 1 FROM f3 WHERE f3.id = t10.post_id))
                                ORDER BY t10.newest_first DESC,
                                  t9."key" DESC,
                                  t10.reading_order DESC,
                                  t10.post_id DESC
                                LIMIT ? OFFSET ?
                              ) AS t9
                              ORDER BY t9.newest_first, t9."key", t9.reading_order, t9.id
                            ) AS t9
                          ) AS j0
                        FROM (
                          SELECT t7.post_id, t7.spelling, t7.hashtag_id, t7.ordinal
                          FROM post_hashtags AS t7
                          WHERE t7.post_id = t4.id
                          ORDER BY t7.ordinal
                        ) AS t7
                        LEFT OUTER JOIN hashtags AS t8 ON t8.id = t7.hashtag_id
                      ) AS t7
                      LEFT OUTER JOIN hashtags AS t8 ON t8.id = t7.hashtag_id
                    ) AS j0
                  FROM (
                    SELECT t4.thread_id, t4.id, t4."key", t4.reading_order
                    FROM posts AS t4
                    WHERE t4.thread_id = t2.id AND (EXISTS (SELECT 1 FROM f2 WHERE f2.id = t4.id))
                    ORDER BY t4.reading_order DESC, t4.id
                    LIMIT ? OFFSET ?
                  ) AS t4
                ) AS t4
              ) AS j0
            FROM (
              SELECT t2.source_id, t2.id, t2."key", t2.visible, t2."rank"
              FROM threads AS t2
              WHERE t2.source_id = t0.id AND (EXISTS (SELECT 1 FROM f1 WHERE f1.id = t2.id))
              ORDER BY t2.visible DESC, t2."key", t2."rank", t2.id
              LIMIT ? OFFSET ?
            ) AS t2
          ) AS t2
        ) AS j0
      FROM (
        SELECT t0.id, t0."key"
        FROM sources AS t0
        WHERE EXISTS (SELECT 1 FROM f0 WHERE f0.id = t0.id)
        ORDER BY t0."key" DESC
        LIMIT ? OFFSET ?
      ) AS t0
    ) AS t0
  ) AS j0
) AS root
