-- p0 = "high-valley", p1 = "[\"fr\"]", p2 = 0, p3 = 1, p4 = "[\"ka\", \"az\", \"en\"]", p5 = 0, p6 = 1, p7 = "[\"en\"]", p8 = 0, p9 = "[\"XA\"]", p10 = 0, p11 = 1, p12 = "[\"ka\"]", p13 = 0, p14 = 1, coalesce_1 = 0, param_1 = 0, param_2 = 1, param_3 = 2, param_4 = 3, coalesce_2 = 0, param_5 = 0, param_6 = 1, param_7 = 2, param_8 = 3, coalesce_3 = 0, param_9 = 0, param_10 = 1, param_11 = 2, param_12 = 3, coalesce_4 = 0, param_13 = 0, param_14 = 1, param_15 = 2, param_16 = 3
WITH f0 AS NOT MATERIALIZED (
  SELECT w2.ordinal AS ordinal, w2.value AS value
  FROM (
    SELECT e.ordinality AS ordinal, e.value
    FROM json_array_elements_text((%(p1)s::VARCHAR)::json)
    WITH ORDINALITY AS e(value, ordinality)
  ) AS w2
),
  f1 AS NOT MATERIALIZED (
    SELECT w4.ordinal AS ordinal, w4.value AS value
    FROM (
      SELECT e.ordinality AS ordinal, e.value
      FROM json_array_elements_text((%(p4)s::VARCHAR)::json)
      WITH ORDINALITY AS e(value, ordinality)
    ) AS w4
  ),
  f2 AS NOT MATERIALIZED (
    SELECT w6.ordinal AS ordinal, w6.value AS value
    FROM (
      SELECT e.ordinality AS ordinal, e.value
      FROM json_array_elements_text((%(p7)s::VARCHAR)::json)
      WITH ORDINALITY AS e(value, ordinality)
    ) AS w6
  ),
  f3 AS NOT MATERIALIZED (
    SELECT w7.ordinal AS ordinal, w7.value AS value
    FROM (
      SELECT e.ordinality AS ordinal, e.value
      FROM json_array_elements_text((%(p9)s::VARCHAR)::json)
      WITH ORDINALITY AS e(value, ordinality)
    ) AS w7
  ),
  f4 AS NOT MATERIALIZED (
    SELECT w9.ordinal AS ordinal, w9.value AS value
    FROM (
      SELECT e.ordinality AS ordinal, e.value
      FROM json_array_elements_text((%(p12)s::VARCHAR)::json)
      WITH ORDINALITY AS e(value, ordinality)
    ) AS w9
  )
SELECT json_build_object(
  'place', (
    SELECT json_build_object(
      'name', t0.label,
      'french', coalesce(
        (
          SELECT t1."text"
          FROM place_names AS t1
          WHERE t1.place_id = t0.id
            AND (
              (
                SELECT min(f0.ordinal) AS min_1
                FROM f0
                WHERE f0.value = t1."language"
              ) IS NOT NULL
              OR %(p2)s::INTEGER = 1
            )
            AND %(p3)s::INTEGER = 1
          ORDER BY coalesce(
            (
              SELECT min(f0.ordinal) AS min_1
              FROM f0
              WHERE f0.value = t1."language"
            ),
            %(coalesce_1)s::INTEGER
          ),
            CASE
              WHEN (t1.status = 'PREFERRED') THEN %(param_1)s::INTEGER
              WHEN (t1.status = 'VARIANT') THEN %(param_2)s::INTEGER
              WHEN (t1.status = 'HISTORIC') THEN %(param_3)s::INTEGER ELSE %(param_4)s::INTEGER END,
            t1.ordinal
          LIMIT 1
        ),
        t0.label
      ),
      'first_that_fits', coalesce(
        (
          SELECT t3."text"
          FROM place_names AS t3
          WHERE t3.place_id = t0.id
            AND (
              (
                SELECT min(f1.ordinal) AS min_2
                FROM f1
                WHERE f1.value = t3."language"
              ) IS NOT NULL
              OR %(p5)s::INTEGER = 1
            )
            AND %(p6)s::INTEGER = 1
          ORDER BY coalesce(
            (
              SELECT min(f1.ordinal) AS min_2
              FROM f1
              WHERE f1.value = t3."language"
            ),
            %(coalesce_2)s::INTEGER
          ),
            CASE
              WHEN (t3.status = 'PREFERRED') THEN %(param_5)s::INTEGER
              WHEN (t3.status = 'VARIANT') THEN %(param_6)s::INTEGER
              WHEN (t3.status = 'HISTORIC') THEN %(param_7)s::INTEGER ELSE %(param_8)s::INTEGER END,
            t3.ordinal
          LIMIT 1
        ),
        t0.label
      ),
      'of_xa', coalesce(
        (
          SELECT t5."text"
          FROM place_names AS t5
          WHERE t5.place_id = t0.id
            AND (
              (
                SELECT min(f2.ordinal) AS min_3
                FROM f2
                WHERE f2.value = t5."language"
              ) IS NOT NULL
              OR %(p8)s::INTEGER = 1
            )
            AND (
              (
                SELECT min(f3.ordinal) AS min_4
                FROM f3
                WHERE f3.value = t5.perspective
              ) IS NOT NULL
              OR t5.perspective IS NULL
              OR %(p10)s::INTEGER = 1
            )
            AND %(p11)s::INTEGER = 1
          ORDER BY coalesce(
            (
              SELECT min(f2.ordinal) AS min_3
              FROM f2
              WHERE f2.value = t5."language"
            ),
            %(coalesce_3)s::INTEGER
          ),
            coalesce(
              (
                SELECT min(f3.ordinal) AS min_4
                FROM f3
                WHERE f3.value = t5.perspective
              ),
              1000000000
            ),
            CASE
              WHEN (t5.status = 'PREFERRED') THEN %(param_9)s::INTEGER
              WHEN (t5.status = 'VARIANT') THEN %(param_10)s::INTEGER
              WHEN (t5.status = 'HISTORIC') THEN %(param_11)s::INTEGER ELSE %(param_12)s::INTEGER END,
            t5.ordinal
          LIMIT 1
        ),
        t0.label
      ),
      'none_fits', coalesce(
        (
          SELECT t8."text"
          FROM place_names AS t8
          WHERE t8.place_id = t0.id
            AND (
              (
                SELECT min(f4.ordinal) AS min_5
                FROM f4
                WHERE f4.value = t8."language"
              ) IS NOT NULL
              OR %(p13)s::INTEGER = 1
            )
            AND %(p14)s::INTEGER = 1
          ORDER BY coalesce(
            (
              SELECT min(f4.ordinal) AS min_5
              FROM f4
              WHERE f4.value = t8."language"
            ),
            %(coalesce_4)s::INTEGER
          ),
            CASE
              WHEN (t8.status = 'PREFERRED') THEN %(param_13)s::INTEGER
              WHEN (t8.status = 'VARIANT') THEN %(param_14)s::INTEGER
              WHEN (t8.status = 'HISTORIC') THEN %(param_15)s::INTEGER ELSE %(param_16)s::INTEGER END,
            t8.ordinal
          LIMIT 1
        ),
        t0.label
      ),
      'names', (
        SELECT coalesce(
          json_agg(
            json_build_object(
              'text', t10."text",
              'language', t10."language",
              'script', t10.script,
              'perspective', t10.perspective,
              'status', t10.status
            )
            ORDER BY t10.ordinal
          ),
          '[]'::json
        ) AS anon_2
        FROM (
          SELECT t10.place_id, t10."text", t10."language", t10.script, t10.perspective, t10.status, t10.ordinal
          FROM place_names AS t10
          WHERE t10.place_id = t0.id
          ORDER BY t10.ordinal
        ) AS t10
      ),
      'parents', (
        SELECT coalesce(
          json_agg(
            json_build_object(
              'place', json_build_object('key', t12."key"),
              'relation', t11.relation,
              'claimant', t11.claimant,
              'validFrom', t11.valid_from,
              'validTo', t11.valid_to
            )
            ORDER BY t11.ordinal
          ),
          '[]'::json
        ) AS anon_3
        FROM (
          SELECT t11.place_id, t11.parent_id, t11.relation, t11.claimant, t11.valid_from, t11.valid_to, t11.ordinal
          FROM place_parents AS t11
          WHERE t11.place_id = t0.id
          ORDER BY t11.ordinal
        ) AS t11
        LEFT OUTER JOIN places AS t12 ON t12.id = t11.parent_id
      )
    ) AS anon_1
    FROM places AS t0
    WHERE t0.id = (
      SELECT t0.id
      FROM places AS t0
      WHERE t0."key" = %(p0)s::VARCHAR
      ORDER BY t0.post_count DESC, t0."key"
      LIMIT 1
    )
  )
)::text AS data
