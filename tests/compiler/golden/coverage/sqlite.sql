-- 1 = 0.7, 2 = "[3330013451829840862]", 3 = 0, 4 = 0, 5 = "lakeroad/1", 6 = 0, 7 = 0, 8 = 0, 9 = 1, 10 = 0, 11 = 0, 12 = "lakeroad", 13 = 0, 14 = 0, 15 = 0, 16 = 1, 17 = 0, 18 = 0, 19 = 0, 20 = 0, 21 = 0, 22 = 0, 23 = 1, 24 = 0, 25 = 0
WITH f0 AS NOT MATERIALIZED (
  SELECT t6.id
  FROM threads AS t6
  WHERE t6.visible >= t6.total
),
  f1 AS NOT MATERIALIZED (
    SELECT t9.id
    FROM threads AS t9
    WHERE round(CAST (CAST (t9.visible AS FLOAT) / (nullif(t9.total, 0) + 0.0) AS NUMERIC), 6) < ?
  ),
  f2 AS NOT MATERIALIZED (
    SELECT t11.id
    FROM posts AS t11
    WHERE t11.id IN (
      SELECT t12.post_id
      FROM post_hashtags AS t12
      WHERE t12.post_id IS NOT NULL AND (t12.hashtag_id IN (SELECT value FROM json_each(?)))
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
            || json_quote(c4.visible)
            || ',"total":'
            || json_quote(CASE WHEN c4.unthreaded THEN NULL ELSE c4.total END)
            || ',"claimed":'
            || json_quote(CASE WHEN c4.unthreaded THEN NULL ELSE c4.claimed END)
            || ',"ratio":'
            || json_quote(
              round(
                CAST (
                  CAST (c4.visible AS FLOAT) / (
                    nullif(CASE WHEN c4.unthreaded THEN NULL ELSE c4.total END, 0) + 0.0
                  ) AS NUMERIC
                ),
                6
              )
            )
            || ',"isComplete":'
            || CASE CASE
              WHEN (CASE WHEN c4.unthreaded THEN NULL ELSE c4.total END IS NOT NULL) THEN c4.visible >= CASE
              WHEN c4.unthreaded THEN NULL ELSE c4.total END ELSE NULL END
              WHEN 1 THEN 'true'
              WHEN 0 THEN 'false' ELSE 'null' END
            || ',"mismatch":'
            || CASE c4.differs = 1 WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END
            || '}' AS anon_3
          FROM (
            SELECT coalesce(sum(t2.visible), ?) + (
              SELECT count(*) AS count_1
              FROM posts AS t3
              WHERE t3.source_id = t1.id AND t3.thread_id IS NULL
            ) AS visible,
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
              (
                SELECT count(*) AS count_1
                FROM posts AS t3
                WHERE t3.source_id = t1.id AND t3.thread_id IS NULL
              ) > 0 AS unthreaded
            FROM threads AS t2
            WHERE t2.source_id = t1.id
          ) AS c4
        )
        || '}' AS anon_2
      FROM sources AS t1
      WHERE t1."key" = ?
    ),
    'null'
  )
  || ',"complete":'
  || (
    SELECT '{"coverage":'
      || (
        SELECT '{"visible":'
          || json_quote(c7.visible)
          || ',"total":'
          || json_quote(CASE WHEN c7.unthreaded THEN NULL ELSE c7.total END)
          || ',"ratio":'
          || json_quote(
            round(
              CAST (
                CAST (c7.visible AS FLOAT) / (
                  nullif(CASE WHEN c7.unthreaded THEN NULL ELSE c7.total END, 0) + 0.0
                ) AS NUMERIC
              ),
              6
            )
          )
          || ',"isComplete":'
          || CASE CASE
            WHEN (CASE WHEN c7.unthreaded THEN NULL ELSE c7.total END IS NOT NULL) THEN c7.visible >= CASE
            WHEN c7.unthreaded THEN NULL ELSE c7.total END ELSE NULL END
            WHEN 1 THEN 'true'
            WHEN 0 THEN 'false' ELSE 'null' END
          || '}' AS anon_5
        FROM (
          SELECT coalesce(sum(t5.visible), ?) AS visible,
            CASE WHEN (count(*) = count(t5.total)) THEN sum(t5.total) ELSE NULL END AS total,
            CASE WHEN (count(*) = count(t5.claimed)) THEN sum(t5.claimed) ELSE NULL END AS claimed,
            coalesce(
              max(
                CASE
                WHEN (
                  t5.total IS NOT NULL
                  AND t5.claimed IS NOT NULL
                  AND coalesce(t5.total, ?) != coalesce(t5.claimed, ?)
                ) THEN ?
                  ELSE ? END
              ),
              ?
            ) AS differs,
            0 AS unthreaded
          FROM threads AS t5
          WHERE t5.id IN (SELECT f0.id FROM f0)
        ) AS c7
      )
      || ',"nodes":'
      || '['
      || ifnull(group_concat('{"key":' || json_quote(t5."key") || '}', ','), '')
      || ']'
      || '}' AS anon_4
    FROM (
      SELECT t5.id, t5.visible, t5.total, t5.claimed, t5."key", t5."rank"
      FROM threads AS t5
      WHERE t5.id IN (SELECT f0.id FROM f0)
      ORDER BY t5."rank", t5.id
      LIMIT 20 OFFSET ?
    ) AS t5
  )
  || ',"partial":'
  || (
    SELECT '{"nodes":'
      || '['
      || ifnull(
        group_concat(
          '{"key":'
            || json_quote(t8."key")
            || ',"coverage":'
            || '{"ratio":'
            || json_quote(round(CAST (CAST (t8.visible AS FLOAT) / (nullif(t8.total, 0) + 0.0) AS NUMERIC), 6))
            || '}'
            || '}',
          ','
        ),
        ''
      )
      || ']'
      || '}' AS anon_6
    FROM (
      SELECT t8.id, t8."key", t8.visible, t8.total, t8.claimed, t8."rank"
      FROM threads AS t8
      WHERE t8.id IN (SELECT f1.id FROM f1)
      ORDER BY t8."rank", t8.id
      LIMIT 20 OFFSET ?
    ) AS t8
  )
  || ',"tagged":'
  || '{"coverage":'
  || (
    SELECT '{"visible":'
      || json_quote(c14.visible)
      || ',"total":'
      || json_quote(CASE WHEN c14.unthreaded THEN NULL ELSE c14.total END)
      || ',"claimed":'
      || json_quote(CASE WHEN c14.unthreaded THEN NULL ELSE c14.claimed END)
      || ',"ratio":'
      || json_quote(
        round(
          CAST (
            CAST (c14.visible AS FLOAT) / (
              nullif(CASE WHEN c14.unthreaded THEN NULL ELSE c14.total END, 0) + 0.0
            ) AS NUMERIC
          ),
          6
        )
      )
      || ',"isComplete":'
      || CASE CASE
        WHEN (CASE WHEN c14.unthreaded THEN NULL ELSE c14.total END IS NOT NULL) THEN c14.visible >= CASE
        WHEN c14.unthreaded THEN NULL ELSE c14.total END ELSE NULL END
        WHEN 1 THEN 'true'
        WHEN 0 THEN 'false' ELSE 'null' END
      || ',"mismatch":'
      || CASE c14.differs = 1 WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END
      || '}' AS anon_7
    FROM (
      SELECT (
        SELECT count(*) AS count_2
        FROM posts AS t10
        WHERE t10.id IN (SELECT f2.id FROM f2)
      ) AS visible,
        CASE WHEN (count(*) = count(t13.total)) THEN sum(t13.total) ELSE NULL END AS total,
        CASE WHEN (count(*) = count(t13.claimed)) THEN sum(t13.claimed) ELSE NULL END AS claimed,
        coalesce(
          max(
            CASE
            WHEN (
              t13.total IS NOT NULL
              AND t13.claimed IS NOT NULL
              AND coalesce(t13.total, ?) != coalesce(t13.claimed, ?)
            ) THEN ?
              ELSE ? END
          ),
          ?
        ) AS differs,
        EXISTS (
          SELECT 1
          FROM posts AS t10
          WHERE t10.id IN (SELECT f2.id FROM f2) AND t10.thread_id IS NULL
        ) AS unthreaded
      FROM threads AS t13
      WHERE t13.id IN (
        SELECT t10.thread_id
        FROM posts AS t10
        WHERE t10.id IN (SELECT f2.id FROM f2)
      )
    ) AS c14
  )
  || '}'
  || '}' AS data
