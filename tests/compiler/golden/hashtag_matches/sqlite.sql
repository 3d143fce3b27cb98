-- 1 = 8559868067611100515, 2 = 0, 3 = "läkeroad", 4 = 0, 5 = "Lakeroaď", 6 = 0, 7 = "lakeroad", 8 = 0, 9 = "armenia", 10 = "armenia", 11 = 0
SELECT json_object(
  'folded', (
    SELECT json_object('display', t0.display) AS anon_1
    FROM hashtags AS t0
    WHERE t0.id = (
      SELECT t0.id
      FROM hashtags AS t0
      WHERE t0.id = ?
      ORDER BY t0.post_count DESC, t0."name"
      LIMIT 1 OFFSET ?
    )
  ),
  'exact', (
    SELECT json_object('display', t1.display) AS anon_2
    FROM hashtags AS t1
    WHERE t1.id = (
      SELECT t1.id
      FROM hashtags AS t1
      WHERE t1.id IN (
        SELECT t2.hashtag_id
        FROM hashtag_variants AS t2
        WHERE t2.spelling = (SELECT ? AS anon_3)
      )
      ORDER BY t1.post_count DESC, t1."name"
      LIMIT 1 OFFSET ?
    )
  ),
  'not_exact', (
    SELECT json_object('display', t3.display) AS anon_4
    FROM hashtags AS t3
    WHERE t3.id = (
      SELECT t3.id
      FROM hashtags AS t3
      WHERE t3.id IN (
        SELECT t4.hashtag_id
        FROM hashtag_variants AS t4
        WHERE t4.spelling = (SELECT ? AS anon_5)
      )
      ORDER BY t3.post_count DESC, t3."name"
      LIMIT 1 OFFSET ?
    )
  ),
  'cased', (
    SELECT json_object('display', t5.display) AS anon_6
    FROM hashtags AS t5
    WHERE t5.id = (
      SELECT t5.id
      FROM hashtags AS t5
      WHERE t5.id IN (
        SELECT t6.hashtag_id
        FROM hashtag_variants AS t6
        WHERE t6.spelling_cased = (SELECT ? AS anon_7)
      )
      ORDER BY t5.post_count DESC, t5."name"
      LIMIT 1 OFFSET ?
    )
  ),
  'alias', (
    SELECT json_object('name', t7."name", 'display', t7.display) AS anon_8
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
          WHERE t9.alias IN (SELECT ? AS anon_9)
        )
          OR (t8.concept IN (SELECT ? AS anon_9))
      )
      ORDER BY t7.post_count DESC, t7."name"
      LIMIT 1 OFFSET ?
    )
  )
) AS data
