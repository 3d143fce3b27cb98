-- p0 = "[\"8559868067611100515\", \"6808311398780434399\"]", p1 = "[8559868067611100515]", p2 = "IN_TEXT", p3 = "[\"LAKEROAD\"]", p4 = "[\"lakeroad\"]", p5 = "[\"armenie\"]", p6 = "[6808311398780434399, 7487545754601778375]", p7 = "lakeroad"
SELECT json_build_object(
  'all', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t0."key") ORDER BY t0."key", t0.reading_order, t0.id), '[]'::json
      )
    ) AS anon_1
    FROM (
      SELECT t0.id, t0."key", t0.reading_order
      FROM posts AS t0
      WHERE NOT (
        EXISTS (
          SELECT 1
          FROM (
            SELECT e.ordinality AS ordinal, e.value
            FROM json_array_elements_text((%(p0)s::VARCHAR)::json)
            WITH ORDINALITY AS e(value, ordinality)
          ) AS i1
          WHERE NOT (
            EXISTS (
              SELECT 1
              FROM post_hashtags AS t2
              WHERE t2.post_id = t0.id AND (t2.hashtag_id IN (SELECT CAST (i1.value AS BIGINT) AS "i1.value"))
            )
          )
        )
      )
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 20
    ) AS t0
  ),
  'shown', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t3."key") ORDER BY t3."key", t3.reading_order, t3.id), '[]'::json
      )
    ) AS anon_2
    FROM (
      SELECT t3.id, t3."key", t3.reading_order
      FROM posts AS t3
      WHERE t3.id IN (
        SELECT t4.post_id
        FROM post_hashtags AS t4
        WHERE t4.post_id IS NOT NULL
          AND t4.basis IN (%(p2)s::VARCHAR)
          AND (
            t4.hashtag_id IN (
              SELECT value::bigint
              FROM json_array_elements_text((%(p1)s::VARCHAR)::json)
            )
          )
      )
      ORDER BY t3."key", t3.reading_order, t3.id
      LIMIT 20
    ) AS t3
  ),
  'exact', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t5."key") ORDER BY t5.newest_first, t5.reading_order, t5.id), '[]'::json
      )
    ) AS anon_3
    FROM (
      SELECT t5.id, t5."key", t5.newest_first, t5.reading_order
      FROM posts AS t5
      WHERE t5.id IN (
        SELECT t6.post_id
        FROM post_hashtags AS t6
        WHERE t6.post_id IS NOT NULL
          AND (
            t6.spelling IN (
              SELECT value
              FROM json_array_elements_text((%(p3)s::VARCHAR)::json)
            )
          )
      )
      ORDER BY t5.newest_first, t5.reading_order, t5.id
      LIMIT 20
    ) AS t5
  ),
  'cased', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t7."key") ORDER BY t7."key", t7.reading_order, t7.id), '[]'::json
      )
    ) AS anon_4
    FROM (
      SELECT t7.id, t7."key", t7.reading_order
      FROM posts AS t7
      WHERE t7.id IN (
        SELECT t8.post_id
        FROM post_hashtags AS t8
        WHERE t8.post_id IS NOT NULL
          AND (
            t8.spelling_cased IN (
              SELECT value
              FROM json_array_elements_text((%(p4)s::VARCHAR)::json)
            )
          )
      )
      ORDER BY t7."key", t7.reading_order, t7.id
      LIMIT 20
    ) AS t7
  ),
  'alias', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t9."key") ORDER BY t9."key", t9.reading_order, t9.id), '[]'::json
      )
    ) AS anon_5
    FROM (
      SELECT t9.id, t9."key", t9.reading_order
      FROM posts AS t9
      WHERE t9.id IN (
        SELECT t10.post_id
        FROM post_hashtags AS t10
        WHERE t10.post_id IS NOT NULL
          AND t10.hashtag_id IN (
            SELECT t11.id
            FROM hashtags AS t11
            WHERE t11.concept IN (
              SELECT t12.concept
              FROM hashtag_aliases AS t12
              WHERE t12.alias IN (
                SELECT value
                FROM json_array_elements_text((%(p5)s::VARCHAR)::json)
              )
            )
              OR (
                t11.concept IN (
                  SELECT value
                  FROM json_array_elements_text((%(p5)s::VARCHAR)::json)
                )
              )
          )
      )
      ORDER BY t9."key", t9.reading_order, t9.id
      LIMIT 20
    ) AS t9
  ),
  'none', json_build_object(
    'totalCount', (
      SELECT count(*) AS count_1
      FROM posts AS t13
      WHERE NOT (
        EXISTS (
          SELECT 1
          FROM post_hashtags AS t14
          WHERE t14.post_id = t13.id
            AND (
              t14.hashtag_id IN (
                SELECT value::bigint
                FROM json_array_elements_text((%(p6)s::VARCHAR)::json)
              )
            )
        )
      )
        AND (
          EXISTS (
            SELECT 1
            FROM sources AS t15
            WHERE t15.id = t13.source_id AND t15."key" = %(p7)s::VARCHAR
          )
        )
    )
  )
)::text AS data
