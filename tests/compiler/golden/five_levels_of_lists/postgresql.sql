-- p0 = "[\"lakeroad\", \"valley-notes\"]", p1 = "[6808311398780434399, 3330013451829840862]", p2 = "%bula%", p3 = 1, p4 = 2, p5 = 1
WITH f2 AS NOT MATERIALIZED (
  SELECT t10.id
  FROM posts AS t10
  WHERE (
    EXISTS (
      SELECT 1
      FROM post_texts AS t11
      WHERE t11.post_id = t10.id AND t11.folded LIKE %(p2)s::VARCHAR ESCAPE '\'
    )
  ) IS NOT true
),
  f1 AS NOT MATERIALIZED (
    SELECT t4.id
    FROM posts AS t4
    WHERE t4.id IN (
      SELECT t5.post_id
      FROM post_hashtags AS t5
      WHERE t5.post_id IS NOT NULL
        AND (
          t5.hashtag_id IN (
            SELECT value::bigint
            FROM json_array_elements_text((%(p1)s::VARCHAR)::json)
          )
        )
    )
  ),
  f0 AS NOT MATERIALIZED (
    SELECT t2.id
    FROM threads AS t2
    WHERE t2."language" IS NOT NULL
  )
SELECT json_build_object(
  'sources', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(
          json_build_object(
            'key', t0."key",
            'threads', (
              SELECT json_build_object(
                'nodes', coalesce(
                  json_agg(
                    json_build_object(
                      'key', t1."key",
                      'posts', (
                        SELECT json_build_object(
                          'nodes', coalesce(
                            json_agg(
                              json_build_object(
                                'key', t3."key",
                                'hashtags', (
                                  SELECT coalesce(
                                    json_agg(
                                      json_build_object(
                                        'spelling', t6.spelling,
                                        'hashtag', json_build_object(
                                          'posts', (
                                            SELECT json_build_object(
                                              'totalCount', (
                                                SELECT count(*) AS count_1
                                                FROM post_hashtags AS t9
                                                WHERE t9.hashtag_id = t7.id
                                                  AND t9.is_first IS true
                                                  AND (EXISTS (SELECT 1 FROM f2 WHERE f2.id = t9.post_id))
                                              ),
                                              'nodes', coalesce(
                                                json_agg(
                                                  json_build_object('key', t8."key")
                                                  ORDER BY t8.newest_first, t8."key", t8.reading_order, t8.id
                                                ),
                                                '[]'::json
                                              )
                                            ) AS anon_5
                                            FROM (
                                              SELECT t8."key", t8.newest_first, t8.reading_order, t8.id
                                              FROM (
                                                SELECT t8."key", t8.newest_first, t8.reading_order, t8.id
                                                FROM post_hashtags AS t9
                                                JOIN posts AS t8 ON t8.id = t9.post_id
                                                WHERE t9.hashtag_id = t7.id
                                                  AND t9.is_first IS true
                                                  AND (EXISTS (SELECT 1 FROM f2 WHERE f2.id = t9.post_id))
                                                ORDER BY t9.newest_first DESC,
                                                  t8."key" DESC,
                                                  t9.reading_order DESC,
                                                  t9.post_id DESC
                                                LIMIT %(p3)s::BIGINT
                                              ) AS t8
                                              ORDER BY t8.newest_first, t8."key", t8.reading_order, t8.id
                                            ) AS t8
                                          )
                                        )
                                      )
                                      ORDER BY t6.ordinal
                                    ),
                                    '[]'::json
                                  ) AS anon_4
                                  FROM (
                                    SELECT t6.spelling, t6.hashtag_id, t6.ordinal
                                    FROM post_hashtags AS t6
                                    WHERE t6.newest_first = t3.newest_first AND t6.post_id = t3.id
                                    ORDER BY t6.ordinal
                                  ) AS t6
                                  LEFT OUTER JOIN hashtags AS t7 ON t7.id = t6.hashtag_id
                                )
                              )
                              ORDER BY t3.reading_order DESC, t3.id
                            ),
                            '[]'::json
                          )
                        ) AS anon_3
                        FROM (
                          SELECT t3.thread_id, t3.id, t3."key", t3.newest_first, t3.reading_order
                          FROM posts AS t3
                          WHERE t3.thread_id = t1.id AND (EXISTS (SELECT 1 FROM f1 WHERE f1.id = t3.id))
                          ORDER BY t3.reading_order DESC, t3.id
                          LIMIT %(p4)s::BIGINT
                        ) AS t3
                      )
                    )
                    ORDER BY t1.visible DESC, t1."key", t1."rank", t1.id
                  ),
                  '[]'::json
                )
              ) AS anon_2
              FROM (
                SELECT t1.source_id, t1.id, t1."key", t1.visible, t1."rank"
                FROM threads AS t1
                WHERE t1.source_id = t0.id AND (EXISTS (SELECT 1 FROM f0 WHERE f0.id = t1.id))
                ORDER BY t1.visible DESC, t1."key", t1."rank", t1.id
                LIMIT %(p5)s::BIGINT
              ) AS t1
            )
          )
          ORDER BY t0."key" DESC
        ),
        '[]'::json
      )
    ) AS anon_1
    FROM (
      SELECT t0."key", t0.id
      FROM sources AS t0
      WHERE t0."key" IN (
        SELECT value
        FROM json_array_elements_text((%(p0)s::VARCHAR)::json)
      )
      ORDER BY t0."key" DESC
      LIMIT 2
    ) AS t0
  )
)::text AS data
