-- p0 = "[\"erevan\"]", p1 = 20, p2 = "[\"armenia\"]", p3 = "LOCATION", p4 = "[\"armenia\"]", p5 = 20, p6 = "fiji", p7 = 20, p8 = 179.0, p9 = -20.0, p10 = -179.0, p11 = -10.0, p12 = 20, p13 = 0.5264148021142823, p14 = 0.5595954152244825, p15 = 0.6401096994849554, p16 = 0.9999995565383556
SELECT json_build_object(
  'named', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t0."key") ORDER BY t0."key", t0.reading_order, t0.id), '[]'::json
      )
    ) AS anon_1
    FROM (
      SELECT t0.id, t0."key", t0.reading_order
      FROM posts AS t0
      WHERE EXISTS (
        SELECT 1
        FROM place_mentions AS t1
        WHERE t1.post_id = t0.id
          AND t1.role != 'DEMONYM'
          AND t1.place_id IN (
            SELECT t2.id
            FROM places AS t2
            WHERE t2."key" IN (
              SELECT value
              FROM json_array_elements_text((%(p0)s::VARCHAR)::json)
            )
            UNION ALL
            SELECT t3.place_id
            FROM place_names AS t3
            WHERE t3.folded IN (
              SELECT value
              FROM json_array_elements_text((%(p0)s::VARCHAR)::json)
            )
          )
      )
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT %(p1)s::BIGINT
    ) AS t0
  ),
  'as_location', json_build_object(
    'totalCount', (
      SELECT count(*) AS count_1
      FROM posts AS t4
      WHERE EXISTS (
        SELECT 1
        FROM place_mentions AS t5
        WHERE t5.post_id = t4.id
          AND t5.role IN (%(p3)s::VARCHAR)
          AND t5.place_id IN (
            SELECT t6.id
            FROM places AS t6
            WHERE t6."key" IN (
              SELECT value
              FROM json_array_elements_text((%(p2)s::VARCHAR)::json)
            )
            UNION ALL
            SELECT t7.place_id
            FROM place_names AS t7
            WHERE t7.folded IN (
              SELECT value
              FROM json_array_elements_text((%(p2)s::VARCHAR)::json)
            )
          )
      )
    )
  ),
  'as_any_other', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t8."key") ORDER BY t8."key", t8.reading_order, t8.id), '[]'::json
      )
    ) AS anon_2
    FROM (
      SELECT t8.id, t8."key", t8.reading_order
      FROM posts AS t8
      WHERE EXISTS (
        SELECT 1
        FROM place_mentions AS t9
        WHERE t9.post_id = t8.id
          AND t9.role != 'DEMONYM'
          AND t9.place_id IN (
            SELECT t10.id
            FROM places AS t10
            WHERE t10."key" IN (
              SELECT value
              FROM json_array_elements_text((%(p4)s::VARCHAR)::json)
            )
            UNION ALL
            SELECT t11.place_id
            FROM place_names AS t11
            WHERE t11.folded IN (
              SELECT value
              FROM json_array_elements_text((%(p4)s::VARCHAR)::json)
            )
          )
      )
      ORDER BY t8."key", t8.reading_order, t8.id
      LIMIT %(p5)s::BIGINT
    ) AS t8
  ),
  'within', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t12."key") ORDER BY t12."key", t12.reading_order, t12.id), '[]'::json
      )
    ) AS anon_3
    FROM (
      SELECT t12.id, t12."key", t12.reading_order
      FROM posts AS t12
      WHERE EXISTS (
        SELECT 1
        FROM place_mentions AS t13
        WHERE t13.post_id = t12.id
          AND t13.role != 'DEMONYM'
          AND t13.place_id IN (
            SELECT t14.id
            FROM places AS t14
            WHERE EXISTS (
              SELECT 1
              FROM place_ancestors AS t15
              WHERE t15.place_id = t14.id
                AND t15.ancestor_id IN (
                  SELECT t16.id
                  FROM places AS t16
                  WHERE t16."key" IN (SELECT %(p6)s::VARCHAR AS anon_4)
                  UNION ALL
                  SELECT t17.place_id
                  FROM place_names AS t17
                  WHERE t17.folded IN (SELECT %(p6)s::VARCHAR AS anon_4)
                )
            )
          )
      )
      ORDER BY t12."key", t12.reading_order, t12.id
      LIMIT %(p7)s::BIGINT
    ) AS t12
  ),
  'across', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t18."key") ORDER BY t18.newest_first, t18.reading_order, t18.id),
        '[]'::json
      )
    ) AS anon_5
    FROM (
      SELECT t18.id, t18."key", t18.newest_first, t18.reading_order
      FROM posts AS t18
      WHERE EXISTS (
        SELECT 1
        FROM place_mentions AS t19
        WHERE t19.post_id = t18.id
          AND t19.role != 'DEMONYM'
          AND t19.place_id IN (
            SELECT t20.id
            FROM places AS t20
            WHERE t20.latitude >= %(p9)s
              AND t20.latitude <= %(p11)s
              AND (
                %(p8)s <= %(p10)s AND t20.longitude >= %(p8)s AND t20.longitude <= %(p10)s
                OR %(p8)s > %(p10)s AND (t20.longitude >= %(p8)s OR t20.longitude <= %(p10)s)
              )
          )
      )
      ORDER BY t18.newest_first, t18.reading_order, t18.id
      LIMIT %(p12)s::BIGINT
    ) AS t18
  ),
  'near', json_build_object(
    'totalCount', (
      SELECT count(*) AS count_2
      FROM posts AS t21
      WHERE EXISTS (
        SELECT 1
        FROM place_mentions AS t22
        WHERE t22.post_id = t21.id
          AND t22.role != 'DEMONYM'
          AND t22.place_id IN (
            SELECT t23.id
            FROM places AS t23
            WHERE t23.x * %(p13)s + t23.y * %(p14)s + t23.z * %(p15)s >= %(p16)s
          )
      )
    )
  )
)::text AS data
