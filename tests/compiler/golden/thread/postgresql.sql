-- p0 = "lakeroad/2", p1 = 2
SELECT json_build_object(
  'thread', (
    SELECT json_build_object(
      'hashtags', (
        SELECT coalesce(
          json_agg(
            json_build_object(
              'spelling', t1.spelling, 'basis', t1.basis, 'hashtag', json_build_object('name', t3."name")
            )
            ORDER BY t1.thread_order
          ),
          '[]'::json
        ) AS anon_2
        FROM (
          SELECT t1.thread_id, t1.hashtag_id, t1.thread_order, t1.spelling, t1.basis
          FROM post_hashtags AS t1
          WHERE t1.thread_id = t0.id
            AND NOT (
              EXISTS (
                SELECT 1
                FROM post_hashtags AS t2
                WHERE t2.thread_id = t1.thread_id
                  AND t2.hashtag_id = t1.hashtag_id
                  AND t2.thread_order < t1.thread_order
              )
            )
          ORDER BY t1.thread_order
        ) AS t1
        LEFT OUTER JOIN hashtags AS t3 ON t3.id = t1.hashtag_id
      ),
      'related', (
        WITH st4u AS (
          SELECT DISTINCT t6.thread_id AS other,
            t7.id AS thing,
            1000000000 / t7.post_count AS weight,
            '#' || t7.display AS reason
          FROM post_hashtags AS t5
          JOIN hashtags AS t7 ON t7.id = t5.hashtag_id
          JOIN post_hashtags AS t6 ON t6.hashtag_id = t5.hashtag_id
          WHERE t5.thread_id = t0.id AND t6.thread_id != t5.thread_id AND t7.post_count < 1000 AND t7.post_count > 0
          UNION ALL
          SELECT DISTINCT t9.thread_id AS other,
            t10.id AS thing,
            1000000000 / t10.post_count AS weight,
            t10.label AS reason
          FROM place_mentions AS t8
          JOIN places AS t10 ON t10.id = t8.place_id
          JOIN place_mentions AS t9 ON t9.place_id = t8.place_id
          WHERE t8.thread_id = t0.id
            AND t9.thread_id != t8.thread_id
            AND t10.post_count < 1000
            AND t10.post_count > 0
            AND t8.role != 'DEMONYM'
            AND t9.role != 'DEMONYM'
        ),
          st4 AS (
            SELECT other, sum(weight) AS score
            FROM st4u
            GROUP BY other
          )
        SELECT coalesce(
          json_agg(
            json_build_object(
              'thread', json_build_object('key', t4."key"),
              'score', round(CAST (t4.score / CAST (1000000000.0 AS NUMERIC) AS NUMERIC), 6),
              'reasons', (
                SELECT coalesce(json_agg(r11.reason ORDER BY r11.weight DESC, r11.reason), '[]'::json) AS anon_4
                FROM (
                  SELECT DISTINCT t13.thread_id AS other,
                    t14.id AS thing,
                    1000000000 / t14.post_count AS weight,
                    '#' || t14.display AS reason
                  FROM post_hashtags AS t12
                  JOIN hashtags AS t14 ON t14.id = t12.hashtag_id
                  JOIN post_hashtags AS t13 ON t13.hashtag_id = t12.hashtag_id
                  WHERE t12.thread_id = t0.id
                    AND t13.thread_id != t12.thread_id
                    AND t14.post_count < 1000
                    AND t14.post_count > 0
                    AND t13.thread_id = t4.id
                  UNION ALL
                  SELECT DISTINCT t16.thread_id AS other,
                    t17.id AS thing,
                    1000000000 / t17.post_count AS weight,
                    t17.label AS reason
                  FROM place_mentions AS t15
                  JOIN places AS t17 ON t17.id = t15.place_id
                  JOIN place_mentions AS t16 ON t16.place_id = t15.place_id
                  WHERE t15.thread_id = t0.id
                    AND t16.thread_id != t15.thread_id
                    AND t17.post_count < 1000
                    AND t17.post_count > 0
                    AND t15.role != 'DEMONYM'
                    AND t16.role != 'DEMONYM'
                    AND t16.thread_id = t4.id
                  ORDER BY weight DESC, reason
                ) AS r11
              )
            )
            ORDER BY t4.score DESC, t4."key"
          ),
          '[]'::json
        ) AS anon_3
        FROM (
          SELECT t4."key", t4.id, st4.score AS score
          FROM st4
          JOIN threads AS t4 ON t4.id = st4.other
          ORDER BY st4.score DESC, t4."key"
          LIMIT %(p1)s::BIGINT
        ) AS t4
      ),
      'published', CASE
        WHEN t0.published_earliest IS NOT NULL THEN json_build_object(
          'earliest', t0.published_earliest,
          'latest', t0.published_latest,
          'precision', t0.published_precision,
          'basis', t0.published_basis
        ) END,
      'provenance', json_build_object(
        'file', t0.file, 'line', t0.line, 'column', t0."column", 'importer', t0.importer, 'revision', t0.revision
      )
    ) AS anon_1
    FROM threads AS t0
    WHERE t0."key" = %(p0)s::VARCHAR
  )
)::text AS data
