-- 1 = "lakeroad", 2 = 2, 3 = 0, 4 = 0, 5 = 0, 6 = 2, 7 = 0, 8 = 2, 9 = 0, 10 = 0, 11 = 0, 12 = 2, 13 = 0, 14 = 2, 15 = 0, 16 = 0, 17 = 0, 18 = 2, 19 = 0
WITH f0 AS NOT MATERIALIZED (
  SELECT t1.id
  FROM posts AS t1
  WHERE EXISTS (
    SELECT 1
    FROM sources AS t2
    WHERE t2.id = t1.source_id AND t2."key" = ?
  )
)
SELECT '{"posts":'
  || '{"totalCount":'
  || json_quote(
    (
      SELECT count(*) AS count_1
      FROM posts AS t0
      WHERE t0.id IN (SELECT f0.id FROM f0)
    )
  )
  || ',"facets":'
  || '['
  || (
    WITH g3 AS (
      SELECT t4.hashtag_id AS value, count(*) AS members
      FROM post_hashtags AS t4
      WHERE t4.post_id IN (
        SELECT t0.id
        FROM posts AS t0
        WHERE t0.id IN (SELECT f0.id FROM f0)
      )
        AND t4.hashtag_id IS NOT NULL
        AND t4.is_first IS 1
      GROUP BY t4.hashtag_id
    )
    SELECT '{"field":'
      || json_quote('HASHTAG')
      || ',"values":'
      || (
        SELECT '['
          || ifnull(
            group_concat(
              '{"value":'
                || json_quote(g3v.value)
                || ',"label":'
                || json_quote(g3v.label)
                || ',"count":'
                || json_quote(g3v.members)
                || ',"node":'
                || '{"__typename":'
                || json_quote('Hashtag')
                || ',"id":'
                || json_quote('hashtag_' || CAST (t6.id AS TEXT))
                || '}'
                || '}',
              ','
            ),
            ''
          )
          || ']' AS anon_2
        FROM (
          SELECT t5."name" AS value, '#' || t5.display AS label, g3.members AS members, g3.value AS own
          FROM g3
          JOIN hashtags AS t5 ON t5.id = g3.value
          ORDER BY g3.members DESC, t5."name"
          LIMIT ? OFFSET ?
        ) AS g3v
        LEFT OUTER JOIN hashtags AS t6 ON t6.id = g3v.own
      )
      || ',"distinct":'
      || json_quote((SELECT count(g3.members) AS count_2 FROM g3))
      || ',"other":'
      || json_quote(
        (
          SELECT coalesce(sum(g3.members), ?) AS coalesce_1
          FROM g3
        ) - (
          SELECT coalesce(sum(g3s.members), ?) AS coalesce_3
          FROM (
            SELECT g3.members AS members
            FROM g3
            JOIN hashtags AS t5 ON t5.id = g3.value
            ORDER BY g3.members DESC, t5."name"
            LIMIT ? OFFSET ?
          ) AS g3s
        )
      )
      || ',"missing":'
      || json_quote(
        (
          SELECT count(*) AS count_3
          FROM posts AS t0
          WHERE t0.id IN (SELECT f0.id FROM f0)
            AND NOT (
              EXISTS (
                SELECT 1
                FROM post_hashtags AS t7
                WHERE t7.post_id = t0.id AND t7.hashtag_id IS NOT NULL AND t7.is_first IS 1
              )
            )
        )
      )
      || '}' AS anon_1
  )
  || ','
  || (
    WITH g8 AS (
      SELECT t0."language" AS value, count(*) AS members
      FROM posts AS t0
      WHERE t0.id IN (SELECT f0.id FROM f0) AND t0."language" IS NOT NULL
      GROUP BY t0."language"
    )
    SELECT '{"field":'
      || json_quote('LANGUAGE')
      || ',"values":'
      || (
        SELECT '['
          || ifnull(
            group_concat(
              '{"value":'
                || json_quote(g8v.value)
                || ',"label":'
                || json_quote(g8v.label)
                || ',"count":'
                || json_quote(g8v.members)
                || ',"node":'
                || json_quote(NULL)
                || '}',
              ','
            ),
            ''
          )
          || ']' AS anon_4
        FROM (
          SELECT g8.value AS value, g8.value AS label, g8.members AS members
          FROM g8
          ORDER BY g8.members DESC, g8.value
          LIMIT ? OFFSET ?
        ) AS g8v
      )
      || ',"distinct":'
      || json_quote((SELECT count(g8.members) AS count_4 FROM g8))
      || ',"other":'
      || json_quote(
        (
          SELECT coalesce(sum(g8.members), ?) AS coalesce_5
          FROM g8
        ) - (
          SELECT coalesce(sum(g8s.members), ?) AS coalesce_7
          FROM (
            SELECT g8.members AS members
            FROM g8
            ORDER BY g8.members DESC, g8.value
            LIMIT ? OFFSET ?
          ) AS g8s
        )
      )
      || ',"missing":'
      || json_quote(
        (
          SELECT count(*) AS count_5
          FROM posts AS t0
          WHERE t0.id IN (SELECT f0.id FROM f0) AND t0."language" IS NULL
        )
      )
      || '}' AS anon_3
  )
  || ','
  || (
    WITH g9 AS (
      SELECT t10.account_id AS value, count(*) AS members
      FROM account_mentions AS t10
      WHERE t10.post_id IN (
        SELECT t0.id
        FROM posts AS t0
        WHERE t0.id IN (SELECT f0.id FROM f0)
      )
        AND t10.account_id IS NOT NULL
        AND t10.is_first IS 1
      GROUP BY t10.account_id
    )
    SELECT '{"field":'
      || json_quote('MENTION')
      || ',"values":'
      || (
        SELECT '['
          || ifnull(
            group_concat(
              '{"value":'
                || json_quote(g9v.value)
                || ',"label":'
                || json_quote(g9v.label)
                || ',"count":'
                || json_quote(g9v.members)
                || ',"node":'
                || '{"__typename":'
                || json_quote('Account')
                || ',"id":'
                || json_quote('account_' || CAST (t12.id AS TEXT))
                || '}'
                || '}',
              ','
            ),
            ''
          )
          || ']' AS anon_6
        FROM (
          SELECT t11.handle AS value,
            coalesce(t11.display_name, '@' || t11.handle) AS label,
            g9.members AS members,
            g9.value AS own
          FROM g9
          JOIN accounts AS t11 ON t11.id = g9.value
          ORDER BY g9.members DESC, t11.handle
          LIMIT ? OFFSET ?
        ) AS g9v
        LEFT OUTER JOIN accounts AS t12 ON t12.id = g9v.own
      )
      || ',"distinct":'
      || json_quote((SELECT count(g9.members) AS count_6 FROM g9))
      || ',"other":'
      || json_quote(
        (
          SELECT coalesce(sum(g9.members), ?) AS coalesce_9
          FROM g9
        ) - (
          SELECT coalesce(sum(g9s.members), ?) AS coalesce_11
          FROM (
            SELECT g9.members AS members
            FROM g9
            JOIN accounts AS t11 ON t11.id = g9.value
            ORDER BY g9.members DESC, t11.handle
            LIMIT ? OFFSET ?
          ) AS g9s
        )
      )
      || ',"missing":'
      || json_quote(
        (
          SELECT count(*) AS count_7
          FROM posts AS t0
          WHERE t0.id IN (SELECT f0.id FROM f0)
            AND NOT (
              EXISTS (
                SELECT 1
                FROM account_mentions AS t13
                WHERE t13.post_id = t0.id AND t13.account_id IS NOT NULL AND t13.is_first IS 1
              )
            )
        )
      )
      || '}' AS anon_5
  )
  || ']'
  || '}'
  || '}' AS data
