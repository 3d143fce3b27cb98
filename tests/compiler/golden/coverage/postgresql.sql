-- p0 = "lakeroad/1", p1 = "lakeroad", p2 = 0.7, p3 = "[3330013451829840862]", coalesce_1 = 0, coalesce_2 = 0, coalesce_3 = 0, coalesce_4 = 0, coalesce_5 = 0, param_1 = 1, param_2 = 0, coalesce_6 = 0, coalesce_7 = 0, coalesce_8 = 0, coalesce_9 = 0, param_3 = 1, param_4 = 0, coalesce_10 = 0, coalesce_11 = 0, coalesce_12 = 0, param_5 = 1, param_6 = 0, coalesce_13 = 0
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
          'visible', c4.visible,
          'total', CASE WHEN c4.unthreaded THEN NULL ELSE c4.total END,
          'claimed', CASE WHEN c4.unthreaded THEN NULL ELSE c4.claimed END,
          'ratio', round(
            CAST (
              CAST (c4.visible AS FLOAT) / CAST (
                nullif(CASE WHEN c4.unthreaded THEN NULL ELSE c4.total END, 0) AS NUMERIC
              ) AS NUMERIC
            ),
            6
          ),
          'isComplete', CASE
            WHEN (CASE WHEN c4.unthreaded THEN NULL ELSE c4.total END IS NOT NULL) THEN c4.visible >= CASE
            WHEN c4.unthreaded THEN NULL ELSE c4.total END ELSE NULL END,
          'mismatch', c4.differs = 1
        ) AS anon_3
        FROM (
          SELECT coalesce(sum(t2.visible), %(coalesce_3)s::INTEGER) + (
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
                  AND coalesce(t2.total, %(coalesce_4)s::INTEGER) != coalesce(t2.claimed, %(coalesce_5)s::INTEGER)
                ) THEN %(param_1)s::INTEGER
                  ELSE %(param_2)s::INTEGER END
              ),
              %(coalesce_6)s::INTEGER
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
    ) AS anon_2
    FROM sources AS t1
    WHERE t1."key" = %(p1)s::VARCHAR
  ),
  'complete', (
    SELECT json_build_object(
      'coverage', (
        SELECT json_build_object(
          'visible', c6.visible,
          'total', CASE WHEN c6.unthreaded THEN NULL ELSE c6.total END,
          'ratio', round(
            CAST (
              CAST (c6.visible AS FLOAT) / CAST (
                nullif(CASE WHEN c6.unthreaded THEN NULL ELSE c6.total END, 0) AS NUMERIC
              ) AS NUMERIC
            ),
            6
          ),
          'isComplete', CASE
            WHEN (CASE WHEN c6.unthreaded THEN NULL ELSE c6.total END IS NOT NULL) THEN c6.visible >= CASE
            WHEN c6.unthreaded THEN NULL ELSE c6.total END ELSE NULL END
        ) AS anon_5
        FROM (
          SELECT coalesce(sum(t5.visible), %(coalesce_7)s::INTEGER) AS visible,
            CASE WHEN (count(*) = count(t5.total)) THEN sum(t5.total) ELSE NULL END AS total,
            CASE WHEN (count(*) = count(t5.claimed)) THEN sum(t5.claimed) ELSE NULL END AS claimed,
            coalesce(
              max(
                CASE
                WHEN (
                  t5.total IS NOT NULL
                  AND t5.claimed IS NOT NULL
                  AND coalesce(t5.total, %(coalesce_8)s::INTEGER) != coalesce(t5.claimed, %(coalesce_9)s::INTEGER)
                ) THEN %(param_3)s::INTEGER
                  ELSE %(param_4)s::INTEGER END
              ),
              %(coalesce_10)s::INTEGER
            ) AS differs,
            false AS unthreaded
          FROM threads AS t5
          WHERE t5.visible >= t5.total
        ) AS c6
      ),
      'nodes', coalesce(json_agg(json_build_object('key', t5."key") ORDER BY t5."rank", t5.id), '[]'::json)
    ) AS anon_4
    FROM (
      SELECT t5.visible, t5.total, t5.claimed, t5."key", t5."rank", t5.id
      FROM threads AS t5
      WHERE t5.visible >= t5.total
      ORDER BY t5."rank", t5.id
      LIMIT 20
    ) AS t5
  ),
  'partial', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(
          json_build_object(
            'key', t7."key",
            'coverage', json_build_object(
              'ratio', round(
                CAST (CAST (t7.visible AS FLOAT) / CAST (nullif(t7.total, 0) AS NUMERIC) AS NUMERIC), 6
              )
            )
          )
          ORDER BY t7."rank", t7.id
        ),
        '[]'::json
      )
    ) AS anon_6
    FROM (
      SELECT t7.visible, t7.total, t7."key", t7.claimed, t7."rank", t7.id
      FROM threads AS t7
      WHERE round(CAST (CAST (t7.visible AS FLOAT) / CAST (nullif(t7.total, 0) AS NUMERIC) AS NUMERIC), 6) < %(p2)s
      ORDER BY t7."rank", t7.id
      LIMIT 20
    ) AS t7
  ),
  'tagged', json_build_object(
    'coverage', (
      SELECT json_build_object(
        'visible', c11.visible,
        'total', CASE WHEN c11.unthreaded THEN NULL ELSE c11.total END,
        'claimed', CASE WHEN c11.unthreaded THEN NULL ELSE c11.claimed END,
        'ratio', round(
          CAST (
            CAST (c11.visible AS FLOAT) / CAST (
              nullif(CASE WHEN c11.unthreaded THEN NULL ELSE c11.total END, 0) AS NUMERIC
            ) AS NUMERIC
          ),
          6
        ),
        'isComplete', CASE
          WHEN (CASE WHEN c11.unthreaded THEN NULL ELSE c11.total END IS NOT NULL) THEN c11.visible >= CASE
          WHEN c11.unthreaded THEN NULL ELSE c11.total END ELSE NULL END,
        'mismatch', c11.differs = 1
      ) AS anon_7
      FROM (
        SELECT (
          SELECT count(*) AS count_2
          FROM posts AS t8
          WHERE t8.id IN (
            SELECT t9.post_id
            FROM post_hashtags AS t9
            WHERE t9.post_id IS NOT NULL
              AND (
                t9.hashtag_id IN (
                  SELECT value::bigint
                  FROM json_array_elements_text((%(p3)s::VARCHAR)::json)
                )
              )
          )
        ) AS visible,
          CASE WHEN (count(*) = count(t10.total)) THEN sum(t10.total) ELSE NULL END AS total,
          CASE WHEN (count(*) = count(t10.claimed)) THEN sum(t10.claimed) ELSE NULL END AS claimed,
          coalesce(
            max(
              CASE
              WHEN (
                t10.total IS NOT NULL
                AND t10.claimed IS NOT NULL
                AND coalesce(t10.total, %(coalesce_11)s::INTEGER) != coalesce(t10.claimed, %(coalesce_12)s::INTEGER)
              ) THEN %(param_5)s::INTEGER
                ELSE %(param_6)s::INTEGER END
            ),
            %(coalesce_13)s::INTEGER
          ) AS differs,
          EXISTS (
            SELECT 1
            FROM posts AS t8
            WHERE t8.id IN (
              SELECT t9.post_id
              FROM post_hashtags AS t9
              WHERE t9.post_id IS NOT NULL
                AND (
                  t9.hashtag_id IN (
                    SELECT value::bigint
                    FROM json_array_elements_text((%(p3)s::VARCHAR)::json)
                  )
                )
            )
              AND t8.thread_id IS NULL
          ) AS unthreaded
        FROM threads AS t10
        WHERE t10.id IN (
          SELECT t8.thread_id
          FROM posts AS t8
          WHERE t8.id IN (
            SELECT t9.post_id
            FROM post_hashtags AS t9
            WHERE t9.post_id IS NOT NULL
              AND (
                t9.hashtag_id IN (
                  SELECT value::bigint
                  FROM json_array_elements_text((%(p3)s::VARCHAR)::json)
                )
              )
          )
        )
      ) AS c11
    )
  )
)::text AS data
