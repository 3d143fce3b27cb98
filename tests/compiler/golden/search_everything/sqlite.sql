-- 1 = "[\" armenia \"]", 2 = "[\" armenia\", \" armenia \"]", 3 = "((\"armenia\"))", 4 = 0, 5 = "[[0, 1, \" armenia \"]]", 6 = "((\"armenia\"*))", 7 = 0, 8 = "[[0, 1, \" armenia\"]]", 9 = 0, 10 = "Post", 11 = "Thread", 12 = "Hashtag", 13 = "Place", 14 = "Source", 15 = "Account"
WITH f0 AS MATERIALIZED (
  SELECT l2.value AS needle
  FROM (SELECT key AS ordinal, value FROM json_each(?)) AS l2
),
  f1 AS MATERIALIZED (
    SELECT l7.value AS needle
    FROM (SELECT key AS ordinal, value FROM json_each(?)) AS l7
  ),
  s10 AS MATERIALIZED (
    SELECT 0 AS place,
      'Place' AS kind,
      t1.id AS id,
      (
        SELECT coalesce(sum((1000 * n3c.times) / (n3c.times + 1)), 0) AS coalesce_1
        FROM (
          SELECT (
            length(CAST (t0.searched AS BLOB)) - length(CAST (replace(t0.searched, n3.needle, '') AS BLOB))
          ) / length(CAST (n3.needle AS BLOB)) AS times
          FROM f0 AS n3
          WHERE instr(t0.searched, n3.needle) > 0
        ) AS n3c
      ) AS score,
      - t1.post_count AS one,
      0 AS two,
      t1."key" AS "key",
      t1.label AS label
    FROM name_texts AS t0
    JOIN places AS t1 ON t1.id = t0.node_id
    WHERE t0.node_id IN (SELECT rowid FROM name_index(?))
      AND (
        ? = 0
        OR (
          EXISTS (
            SELECT b4.branch
            FROM (
              SELECT key AS ordinal,
                json_extract(value, '$[0]') AS branch,
                json_extract(value, '$[1]') AS wanted,
                json_extract(value, '$[2]') AS needle
              FROM json_each(?)
            ) AS b4
            GROUP BY b4.branch
            HAVING min(
              CASE
              WHEN (
                CASE WHEN (replace(t0.searched, b4.needle, '') != t0.searched) THEN 1 ELSE 0 END = b4.wanted
              ) THEN 1
                ELSE 0 END
            ) = 1
          )
        )
      )
      AND t0."type" = 'Place'
    UNION ALL
    SELECT 1 AS place,
      'Hashtag' AS kind,
      t6.id AS id,
      (
        SELECT coalesce(sum((1000 * n8c.times) / (n8c.times + 1)), 0) AS coalesce_2
        FROM (
          SELECT (
            length(CAST (t5.searched AS BLOB)) - length(CAST (replace(t5.searched, n8.needle, '') AS BLOB))
          ) / length(CAST (n8.needle AS BLOB)) AS times
          FROM f1 AS n8
          WHERE instr(t5.searched, n8.needle) > 0
        ) AS n8c
      ) AS score,
      - t6.post_count AS one,
      0 AS two,
      t6."name" AS "key",
      '#' || t6.display AS label
    FROM name_texts AS t5
    JOIN hashtags AS t6 ON t6.id = t5.node_id
    WHERE t5.node_id IN (SELECT rowid FROM name_index(?))
      AND (
        ? = 0
        OR (
          EXISTS (
            SELECT b9.branch
            FROM (
              SELECT key AS ordinal,
                json_extract(value, '$[0]') AS branch,
                json_extract(value, '$[1]') AS wanted,
                json_extract(value, '$[2]') AS needle
              FROM json_each(?)
            ) AS b9
            GROUP BY b9.branch
            HAVING min(
              CASE
              WHEN (
                CASE WHEN (replace(t5.searched, b9.needle, '') != t5.searched) THEN 1 ELSE 0 END = b9.wanted
              ) THEN 1
                ELSE 0 END
            ) = 1
          )
        )
      )
      AND t5."type" = 'Hashtag'
  )
SELECT '{"search":'
  || (
    SELECT '{"counts":'
      || '['
      || '{"type":'
      || json_quote('PLACE')
      || ',"count":'
      || json_quote(
        (
          SELECT count(*) AS count_1
          FROM s10 AS t12
          WHERE t12.place = 0
        )
      )
      || '}'
      || ','
      || '{"type":'
      || json_quote('HASHTAG')
      || ',"count":'
      || json_quote(
        (
          SELECT count(*) AS count_2
          FROM s10 AS t12
          WHERE t12.place = 1
        )
      )
      || '}'
      || ']'
      || ',"nodes":'
      || '['
      || ifnull(
        group_concat(
          CASE WHEN t13.id IS NOT NULL THEN '{"__typename":'
            || json_quote('Post')
            || '}' WHEN t14.id IS NOT NULL THEN '{"__typename":'
            || json_quote('Thread')
            || '}' WHEN t15.id IS NOT NULL THEN '{"__typename":'
            || json_quote('Hashtag')
            || '}' WHEN t16.id IS NOT NULL THEN '{"__typename":'
            || json_quote('Place')
            || ',"key":'
            || json_quote(t16."key")
            || '}' WHEN t17.id IS NOT NULL THEN '{"__typename":'
            || json_quote('Source')
            || '}' WHEN t18.id IS NOT NULL THEN '{"__typename":'
            || json_quote('Account')
            || '}' ELSE 'null' END,
          ','
        ),
        ''
      )
      || ']'
      || '}' AS anon_1
    FROM (
      SELECT t11.kind, t11.id, t11.place, t11.score, t11.one, t11.two, t11."key"
      FROM s10 AS t11
      ORDER BY t11.place, t11.score DESC, t11.one, t11.two, t11."key"
      LIMIT 2 OFFSET ?
    ) AS t11
    LEFT OUTER JOIN posts AS t13 ON t11.kind = ? AND t13.id = t11.id
    LEFT OUTER JOIN threads AS t14 ON t11.kind = ? AND t14.id = t11.id
    LEFT OUTER JOIN hashtags AS t15 ON t11.kind = ? AND t15.id = t11.id
    LEFT OUTER JOIN places AS t16 ON t11.kind = ? AND t16.id = t11.id
    LEFT OUTER JOIN sources AS t17 ON t11.kind = ? AND t17.id = t11.id
    LEFT OUTER JOIN accounts AS t18 ON t11.kind = ? AND t18.id = t11.id
  )
  || '}' AS data
