-- p0 = "[\"erevan\"]", p1 = "[\"armenia\"]", p2 = "LOCATION", p3 = "[\"armenia\"]", p4 = "fiji", p5 = 179.0, p6 = -20.0, p7 = -179.0, p8 = -10.0, p9 = 0.5264148021142823, p10 = 0.5595954152244825, p11 = 0.6401096994849554, p12 = 0.9999995565383556
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
      WHERE t0.id IN (
        SELECT t1.post_id
        FROM place_mentions AS t1
        WHERE t1.post_id IS NOT NULL
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
      LIMIT 20
    ) AS t0
  ),
  'as_location', json_build_object(
    'totalCount', (
      SELECT count(*) AS count_1
      FROM posts AS t4
      WHERE t4.id IN (
        SELECT t5.post_id
        FROM place_mentions AS t5
        WHERE t5.post_id IS NOT NULL
          AND t5.role IN (%(p2)s::VARCHAR)
          AND t5.place_id IN (
            SELECT t6.id
            FROM places AS t6
            WHERE t6."key" IN (
              SELECT value
              FROM json_array_elements_text((%(p1)s::VARCHAR)::json)
            )
            UNION ALL
            SELECT t7.place_id
            FROM place_names AS t7
            WHERE t7.folded IN (
              SELECT value
              FROM json_array_elements_text((%(p1)s::VARCHAR)::json)
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
      WHERE t8.id IN (
        SELECT t9.post_id
        FROM place_mentions AS t9
        WHERE t9.post_id IS NOT NULL
          AND t9.role != 'DEMONYM'
          AND t9.place_id IN (
            SELECT t10.id
            FROM places AS t10
            WHERE t10."key" IN (
              SELECT value
              FROM json_array_elements_text((%(p3)s::VARCHAR)::json)
            )
            UNION ALL
            SELECT t11.place_id
            FROM place_names AS t11
            WHERE t11.folded IN (
              SELECT value
              FROM json_array_elements_text((%(p3)s::VARCHAR)::json)
            )
          )
      )
      ORDER BY t8."key", t8.reading_order, t8.id
      LIMIT 20
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
                  WHERE t16."key" IN (SELECT %(p4)s::VARCHAR AS anon_4)
                  UNION ALL
                  SELECT t17.place_id
                  FROM place_names AS t17
                  WHERE t17.folded IN (SELECT %(p4)s::VARCHAR AS anon_4)
                )
            )
          )
      )
      ORDER BY t12."key", t12.reading_order, t12.id
      LIMIT 20
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
            WHERE t20.latitude >= %(p6)s
              AND t20.latitude <= %(p8)s
              AND (
                %(p5)s <= %(p7)s AND t20.longitude >= %(p5)s AND t20.longitude <= %(p7)s
                OR %(p5)s > %(p7)s AND (t20.longitude >= %(p5)s OR t20.longitude <= %(p7)s)
              )
          )
      )
      ORDER BY t18.newest_first, t18.reading_order, t18.id
      LIMIT 20
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
            WHERE t23.x * %(p9)s + t23.y * %(p10)s + t23.z * %(p11)s >= %(p12)s
          )
      )
    )
  )
)::text AS data
