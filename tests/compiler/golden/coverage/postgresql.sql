-- p0 = "lakeroad/1", p1 = "lakeroad", p2 = 20, p3 = 0.7, p4 = 20, p5 = "[3330013451829840862]", coalesce_1 = 0, coalesce_2 = 0, coalesce_3 = 0, coalesce_4 = 0, coalesce_5 = 0, param_1 = 1, param_2 = 0, coalesce_6 = 0, coalesce_7 = 0, coalesce_8 = 0, coalesce_9 = 0, param_3 = 1, param_4 = 0, coalesce_10 = 0, coalesce_11 = 0, coalesce_12 = 0, param_5 = 1, param_6 = 0, coalesce_13 = 0
SELECT json_build_object(
  'thread', (
    SELECT json_build_object(
      'coverage', json_build_object(
        'visible', t0.visible,
        'total', t0.total,
        'claimed', t0.claimed,
        'ratio', round(CAST (CAST (t0.visible AS FLOAT) / CAST (nullif(t0.total, 0) AS NUMERIC) AS NUMERIC), 6),
        'isComplete', CASE WHEN (t0.total IS NOT NULL) THEN t0.visible >= t0.total ELSE NULL END,
        'mismatch', t0.total IS NOT NULL
          AND t0.claimed IS NOT NULL
          AND coalesce(t0.total, %(coalesce_1)s::INTEGER) != coalesce(t0.claimed, %(coalesce_2)s::INTEGER)
      )
    ) AS anon_1
    FROM threads AS t0
    WHERE t0."key" = %(p0)s::VARCHAR
  ),
  'source', (
    SELECT json_build_object(
      'coverage', (
        SELECT json_build_object(
          'visible', c3.visible,
          'total', CASE WHEN c3.unthreaded THEN NULL ELSE c3.total END,
          'claimed', CASE WHEN c3.unthreaded THEN NULL ELSE c3.claimed END,
          'ratio', round(
            CAST (
              CAST (c3.visible AS FLOAT) / CAST (
                nullif(CASE WHEN c3.unthreaded THEN NULL ELSE c3.total END, 0) AS NUMERIC
              ) AS NUMERIC
            ),
            6
          ),
          'isComplete', CASE
            WHEN (CASE WHEN c3.unthreaded THEN NULL ELSE c3.total END IS NOT NULL) THEN c3.visible >= CASE
            WHEN c3.unthreaded THEN NULL ELSE c3.total END ELSE NULL END,
          'mismatch', c3.differs = 1
        ) AS anon_3
        FROM (
          SELECT coalesce(sum(t2.visible), %(coalesce_3)s::INTEGER) AS visible,
            CASE WHEN (count(*) = count(t2.total)) THEN sum(t2.total) ELSE NULL END AS total,
            CASE WHEN (count(*) = count(t2.claimed)) THEN sum(t2.claimed) ELSE NULL END AS claimed,
            coalesce(
              max(
                CASE
                WHEN (
                  t2.total IS NOT NULL
                  AND t2.claimed IS NOT NULL
                  AND coalesce(t2.total, %(coalesce_4)s::INTEGER) != coalesce(t2.claimed, %(coalesce_5)s::INTEGER)
                ) THEN %(param_1)s::INTEGER
                  ELSE %(param_2)s::INTEGER END
              ),
              %(coalesce_6)s::INTEGER
            ) AS differs,
            false AS unthreaded
          FROM threads AS t2
          WHERE t2.source_id = t1.id
        ) AS c3
      )
    ) AS anon_2
    FROM sources AS t1
    WHERE t1."key" = %(p1)s::VARCHAR
  ),
  'complete', (
    SELECT json_build_object(
      'coverage', (
        SELECT json_build_object(
          'visible', c5.visible,
          'total', CASE WHEN c5.unthreaded THEN NULL ELSE c5.total END,
          'ratio', round(
            CAST (
              CAST (c5.visible AS FLOAT) / CAST (
                nullif(CASE WHEN c5.unthreaded THEN NULL ELSE c5.total END, 0) AS NUMERIC
              ) AS NUMERIC
            ),
            6
          ),
          'isComplete', CASE
            WHEN (CASE WHEN c5.unthreaded THEN NULL ELSE c5.total END IS NOT NULL) THEN c5.visible >= CASE
            WHEN c5.unthreaded THEN NULL ELSE c5.total END ELSE NULL END
        ) AS anon_5
        FROM (
          SELECT coalesce(sum(t4.visible), %(coalesce_7)s::INTEGER) AS visible,
            CASE WHEN (count(*) = count(t4.total)) THEN sum(t4.total) ELSE NULL END AS total,
            CASE WHEN (count(*) = count(t4.claimed)) THEN sum(t4.claimed) ELSE NULL END AS claimed,
            coalesce(
              max(
                CASE
                WHEN (
                  t4.total IS NOT NULL
                  AND t4.claimed IS NOT NULL
                  AND coalesce(t4.total, %(coalesce_8)s::INTEGER) != coalesce(t4.claimed, %(coalesce_9)s::INTEGER)
                ) THEN %(param_3)s::INTEGER
                  ELSE %(param_4)s::INTEGER END
              ),
              %(coalesce_10)s::INTEGER
            ) AS differs,
            false AS unthreaded
          FROM threads AS t4
          WHERE t4.visible >= t4.total
        ) AS c5
      ),
      'nodes', coalesce(json_agg(json_build_object('key', t4."key") ORDER BY t4."rank", t4.id), '[]'::json)
    ) AS anon_4
    FROM (
      SELECT t4.visible, t4.total, t4.claimed, t4."key", t4."rank", t4.id
      FROM threads AS t4
      WHERE t4.visible >= t4.total
      ORDER BY t4."rank", t4.id
      LIMIT %(p2)s::BIGINT
    ) AS t4
  ),
  'partial', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(
          json_build_object(
            'key', t6."key",
            'coverage', json_build_object(
              'ratio', round(
                CAST (CAST (t6.visible AS FLOAT) / CAST (nullif(t6.total, 0) AS NUMERIC) AS NUMERIC), 6
              )
            )
          )
          ORDER BY t6."rank", t6.id
        ),
        '[]'::json
      )
    ) AS anon_6
    FROM (
      SELECT t6.visible, t6.total, t6."key", t6.claimed, t6."rank", t6.id
      FROM threads AS t6
      WHERE round(CAST (CAST (t6.visible AS FLOAT) / CAST (nullif(t6.total, 0) AS NUMERIC) AS NUMERIC), 6) < %(p3)s
      ORDER BY t6."rank", t6.id
      LIMIT %(p4)s::BIGINT
    ) AS t6
  ),
  'tagged', json_build_object(
    'coverage', (
      SELECT json_build_object(
        'visible', c10.visible,
        'total', CASE WHEN c10.unthreaded THEN NULL ELSE c10.total END,
        'claimed', CASE WHEN c10.unthreaded THEN NULL ELSE c10.claimed END,
        'ratio', round(
          CAST (
            CAST (c10.visible AS FLOAT) / CAST (
              nullif(CASE WHEN c10.unthreaded THEN NULL ELSE c10.total END, 0) AS NUMERIC
            ) AS NUMERIC
          ),
          6
        ),
        'isComplete', CASE
          WHEN (CASE WHEN c10.unthreaded THEN NULL ELSE c10.total END IS NOT NULL) THEN c10.visible >= CASE
          WHEN c10.unthreaded THEN NULL ELSE c10.total END ELSE NULL END,
        'mismatch', c10.differs = 1
      ) AS anon_7
      FROM (
        SELECT (
          SELECT count(*) AS count_1
          FROM posts AS t7
          WHERE EXISTS (
            SELECT 1
            FROM post_hashtags AS t8
            WHERE t8.post_id = t7.id
              AND (
                t8.hashtag_id IN (
                  SELECT value::bigint
                  FROM json_array_elements_text((%(p5)s::VARCHAR)::json)
                )
              )
          )
        ) AS visible,
          CASE WHEN (count(*) = count(t9.total)) THEN sum(t9.total) ELSE NULL END AS total,
          CASE WHEN (count(*) = count(t9.claimed)) THEN sum(t9.claimed) ELSE NULL END AS claimed,
          coalesce(
            max(
              CASE
              WHEN (
                t9.total IS NOT NULL
                AND t9.claimed IS NOT NULL
                AND coalesce(t9.total, %(coalesce_11)s::INTEGER) != coalesce(t9.claimed, %(coalesce_12)s::INTEGER)
              ) THEN %(param_5)s::INTEGER
                ELSE %(param_6)s::INTEGER END
            ),
            %(coalesce_13)s::INTEGER
          ) AS differs,
          EXISTS (
            SELECT 1
            FROM posts AS t7
            WHERE (
              EXISTS (
                SELECT 1
                FROM post_hashtags AS t8
                WHERE t8.post_id = t7.id
                  AND (
                    t8.hashtag_id IN (
                      SELECT value::bigint
                      FROM json_array_elements_text((%(p5)s::VARCHAR)::json)
                    )
                  )
              )
            )
              AND t7.thread_id IS NULL
          ) AS unthreaded
        FROM threads AS t9
        WHERE t9.id IN (
          SELECT t7.thread_id
          FROM posts AS t7
          WHERE EXISTS (
            SELECT 1
            FROM post_hashtags AS t8
            WHERE t8.post_id = t7.id
              AND (
                t8.hashtag_id IN (
                  SELECT value::bigint
                  FROM json_array_elements_text((%(p5)s::VARCHAR)::json)
                )
              )
          )
        )
      ) AS c10
    )
  )
)::text AS data
