-- p0 = 8559868067611100515, p1 = "läkeroad", p2 = "Lakeroaď", p3 = "lakeroad", p4 = "armenia"
SELECT json_build_object(
  'folded', (
    SELECT json_build_object('display', t0.display) AS anon_1
    FROM hashtags AS t0
    WHERE t0.id = (
      SELECT t0.id
      FROM hashtags AS t0
      WHERE t0.id = %(p0)s::BIGINT
      ORDER BY t0.post_count DESC, t0."name"
      LIMIT 1
    )
  ),
  'exact', (
    SELECT json_build_object('display', t1.display) AS anon_2
    FROM hashtags AS t1
    WHERE t1.id = (
      SELECT t1.id
      FROM hashtags AS t1
      WHERE t1.id IN (
        SELECT t2.hashtag_id
        FROM hashtag_variants AS t2
        WHERE t2.spelling = (SELECT %(p1)s::VARCHAR AS anon_3)
      )
      ORDER BY t1.post_count DESC, t1."name"
      LIMIT 1
    )
  ),
  'not_exact', (
    SELECT json_build_object('display', t3.display) AS anon_4
    FROM hashtags AS t3
    WHERE t3.id = (
      SELECT t3.id
      FROM hashtags AS t3
      WHERE t3.id IN (
        SELECT t4.hashtag_id
        FROM hashtag_variants AS t4
        WHERE t4.spelling = (SELECT %(p2)s::VARCHAR AS anon_5)
      )
      ORDER BY t3.post_count DESC, t3."name"
      LIMIT 1
    )
  ),
  'cased', (
    SELECT json_build_object('display', t5.display) AS anon_6
    FROM hashtags AS t5
    WHERE t5.id = (
      SELECT t5.id
      FROM hashtags AS t5
      WHERE t5.id IN (
        SELECT t6.hashtag_id
        FROM hashtag_variants AS t6
        WHERE t6.spelling_cased = (SELECT %(p3)s::VARCHAR AS anon_7)
      )
      ORDER BY t5.post_count DESC, t5."name"
      LIMIT 1
    )
  ),
  'alias', (
    SELECT json_build_object('name', t7."name", 'display', t7.display) AS anon_8
    FROM hashtags AS t7
    WHERE t7.id = (
      SELECT t7.id
      FROM hashtags AS t7
      WHERE t7.id IN (
        SELECT t8.id
        FROM hashtags AS t8
        WHERE t8.concept IN (
          SELECT t9.concept
          FROM hashtag_aliases AS t9
          WHERE t9.alias IN (SELECT %(p4)s::VARCHAR AS anon_9)
        )
          OR (t8.concept IN (SELECT %(p4)s::VARCHAR AS anon_9))
      )
      ORDER BY t7.post_count DESC, t7."name"
      LIMIT 1
    )
  )
)::text AS data
