-- 1 = 0.7, 2 = "[3330013451829840862]", 3 = 0, 4 = 0, 5 = "lakeroad/1", 6 = 0, 7 = 0, 8 = 0, 9 = 1, 10 = 0, 11 = 0, 12 = "lakeroad", 13 = 0, 14 = 0, 15 = 0, 16 = 1, 17 = 0, 18 = 0, 19 = 20, 20 = 0, 21 = 20, 22 = 0, 23 = 0, 24 = 0, 25 = 1, 26 = 0, 27 = 0
WITH f0 AS NOT MATERIALIZED (
  SELECT t5.id
  FROM threads AS t5
  WHERE t5.visible >= t5.total
),
  f1 AS NOT MATERIALIZED (
    SELECT t8.id
    FROM threads AS t8
    WHERE round(CAST (CAST (t8.visible AS FLOAT) / (nullif(t8.total, 0) + 0.0) AS NUMERIC), 6) < ?
  ),
  f2 AS NOT MATERIALIZED (
    SELECT t10.id
    FROM posts AS t10
    WHERE EXISTS (
      SELECT 1
      FROM post_hashtags AS t11
      WHERE t11.post_id = t10.id AND (t11.hashtag_id IN (SELECT value FROM json_each(?)))
    )
  )
SELECT '{"thread":'
  || ifnull(
    (
      SELECT '{"coverage":'
        || '{"visible":'
        || json_quote(t0.visible)
        || ',"total":'
        || json_quote(t0.total)
        || ',"claimed":'
        || json_quote(t0.claimed)
        || ',"ratio":'
        || json_quote(round(CAST (CAST (t0.visible AS FLOAT) / (nullif(t0.total, 0) + 0.0) AS NUMERIC), 6))
        || ',"isComplete":'
        || CASE CASE
          WHEN (t0.total IS NOT NULL) THEN t0.visible >= t0.total ELSE NULL END
          WHEN 1 THEN 'true'
          WHEN 0 THEN 'false' ELSE 'null' END
        || ',"mismatch":'
        || CASE t0.total IS NOT NULL
        AND t0.claimed IS NOT NULL
        AND coalesce(t0.total, ?) != coalesce(t0.claimed, ?) WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END
          || '}'
          || '}' AS anon_1
      FROM threads AS t0
      WHERE t0."key" = ?
    ),
    'null'
  )
  || ',"source":'
  || ifnull(
    (
      SELECT '{"coverage":'
        || (
          SELECT '{"visible":'
            || json_quote(c3.visible)
            || ',"total":'
            || json_quote(CASE WHEN c3.unthreaded THEN NULL ELSE c3.total END)
            || ',"claimed":'
            || json_quote(CASE WHEN c3.unthreaded THEN NULL ELSE c3.claimed END)
            || ',"ratio":'
            || json_quote(
              round(
                CAST (
                  CAST (c3.visible AS FLOAT) / (
                    nullif(CASE WHEN c3.unthreaded THEN NULL ELSE c3.total END, 0) + 0.0
                  ) AS NUMERIC
                ),
                6
              )
            )
            || ',"isComplete":'
            || CASE CASE
              WHEN (CASE WHEN c3.unthreaded THEN NULL ELSE c3.total END IS NOT NULL) THEN c3.visible >= CASE
              WHEN c3.unthreaded THEN NULL ELSE c3.total END ELSE NULL END
              WHEN 1 THEN 'true'
              WHEN 0 THEN 'false' ELSE 'null' END
            || ',"mismatch":'
            || CASE c3.differs = 1 WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END
            || '}' AS anon_3
          FROM (
            SELECT coalesce(sum(t2.visible), ?) AS visible,
              CASE WHEN (count(*) = count(t2.total)) THEN sum(t2.total) ELSE NULL END AS total,
              CASE WHEN (count(*) = count(t2.claimed)) THEN sum(t2.claimed) ELSE NULL END AS claimed,
              coalesce(
                max(
                  CASE
                  WHEN (
                    t2.total IS NOT NULL
                    AND t2.claimed IS NOT NULL
                    AND coalesce(t2.total, ?) != coalesce(t2.claimed, ?)
                  ) THEN ?
                    ELSE ? END
                ),
                ?
              ) AS differs,
              0 AS unthreaded
            FROM threads AS t2
            WHERE t2.source_id = t1.id
          ) AS c3
        )
        || '}' AS anon_2
      FROM sources AS t1
      WHERE t1."key" = ?
    ),
    'null'
  )
  || ',"complete":'
  || root.j0
  || ',"partial":'
  || root.j1
  || ',"tagged":'
  || root.j2
  || '}' AS data
FROM (
  SELECT (
    SELECT '{"coverage":'
      || (
        SELECT '{"visible":'
          || json_quote(c6.visible)
          || ',"total":'
          || json_quote(CASE WHEN c6.unthreaded THEN NULL ELSE c6.total END)
          || ',"ratio":'
          || json_quote(
            round(
              CAST (
                CAST (c6.visible AS FLOAT) / (
                  nullif(CASE WHEN c6.unthreaded THEN NULL ELSE c6.total END, 0) + 0.0
                ) AS NUMERIC
              ),
              6
            )
          )
          || ',"isComplete":'
          || CASE CASE
            WHEN (CASE WHEN c6.unthreaded THEN NULL ELSE c6.total END IS NOT NULL) THEN c6.visible >= CASE
            WHEN c6.unthreaded THEN NULL ELSE c6.total END ELSE NULL END
            WHEN 1 THEN 'true'
            WHEN 0 THEN 'false' ELSE 'null' END
          || '}' AS anon_5
        FROM (
          SELECT coalesce(sum(t4.visible), ?) AS visible,
            CASE WHEN (count(*) = count(t4.total)) THEN sum(t4.total) ELSE NULL END AS total,
            CASE WHEN (count(*) = count(t4.claimed)) THEN sum(t4.claimed) ELSE NULL END AS claimed,
            coalesce(
              max(
                CASE
                WHEN (
                  t4.total IS NOT NULL
                  AND t4.claimed IS NOT NULL
                  AND coalesce(t4.total, ?) != coalesce(t4.claimed, ?)
                ) THEN ?
                  ELSE ? END
              ),
              ?
            ) AS differs,
            0 AS unthreaded
          FROM threads AS t4
          WHERE EXISTS (SELECT 1 FROM f0 WHERE f0.id = t4.id)
        ) AS c6
      )
      || ',"nodes":'
      || '['
      || ifnull(group_concat('{"key":' || json_quote(t4."key") || '}', ','), '')
      || ']'
      || '}' AS anon_4
    FROM (
      SELECT t4.id, t4.visible, t4.total, t4.claimed, t4."key", t4."rank"
      FROM threads AS t4
      WHERE EXISTS (SELECT 1 FROM f0 WHERE f0.id = t4.id)
      ORDER BY t4."rank", t4.id
      LIMIT ? OFFSET ?
    ) AS t4
  ) AS j0,
    (
      SELECT '{"nodes":'
        || '['
        || ifnull(
          group_concat(
            '{"key":'
              || json_quote(t7."key")
              || ',"coverage":'
              || '{"ratio":'
              || json_quote(round(CAST (CAST (t7.visible AS FLOAT) / (nullif(t7.total, 0) + 0.0) AS NUMERIC), 6))
              || '}'
              || '}',
            ','
          ),
          ''
        )
        || ']'
        || '}' AS anon_6
      FROM (
        SELECT t7.id, t7."key", t7.visible, t7.total, t7.claimed, t7."rank"
        FROM threads AS t7
        WHERE EXISTS (SELECT 1 FROM f1 WHERE f1.id = t7.id)
        ORDER BY t7."rank", t7.id
        LIMIT ? OFFSET ?
      ) AS t7
    ) AS j1,
    '{"coverage":'
      || (
        SELECT '{"visible":'
          || json_quote(c13.visible)
          || ',"total":'
          || json_quote(CASE WHEN c13.unthreaded THEN NULL ELSE c13.total END)
          || ',"claimed":'
          || json_quote(CASE WHEN c13.unthreaded THEN NULL ELSE c13.claimed END)
          || ',"ratio":'
          || json_quote(
            round(
              CAST (
                CAST (c13.visible AS FLOAT) / (
                  nullif(CASE WHEN c13.unthreaded THEN NULL ELSE c13.total END, 0) + 0.0
                ) AS NUMERIC
              ),
              6
            )
          )
          || ',"isComplete":'
          || CASE CASE
            WHEN (CASE WHEN c13.unthreaded THEN NULL ELSE c13.total END IS NOT NULL) THEN c13.visible >= CASE
            WHEN c13.unthreaded THEN NULL ELSE c13.total END ELSE NULL END
            WHEN 1 THEN 'true'
            WHEN 0 THEN 'false' ELSE 'null' END
          || ',"mismatch":'
          || CASE c13.differs = 1 WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END
          || '}' AS anon_7
        FROM (
          SELECT (
            SELECT count(*) AS count_1
            FROM posts AS t9
            WHERE EXISTS (SELECT 1 FROM f2 WHERE f2.id = t9.id)
          ) AS visible,
            CASE WHEN (count(*) = count(t12.total)) THEN sum(t12.total) ELSE NULL END AS total,
            CASE WHEN (count(*) = count(t12.claimed)) THEN sum(t12.claimed) ELSE NULL END AS claimed,
            coalesce(
              max(
                CASE
                WHEN (
                  t12.total IS NOT NULL
                  AND t12.claimed IS NOT NULL
                  AND coalesce(t12.total, ?) != coalesce(t12.claimed, ?)
                ) THEN ?
                  ELSE ? END
              ),
              ?
            ) AS differs,
            EXISTS (
              SELECT 1
              FROM posts AS t9
              WHERE (EXISTS (SELECT 1 FROM f2 WHERE f2.id = t9.id)) AND t9.thread_id IS NULL
            ) AS unthreaded
          FROM threads AS t12
          WHERE t12.id IN (
            SELECT t9.thread_id
            FROM posts AS t9
            WHERE EXISTS (SELECT 1 FROM f2 WHERE f2.id = t9.id)
          )
        ) AS c13
      )
      || '}' AS j2
) AS root
