-- 1 = "[\"fr\"]", 2 = "[\"ka\", \"az\", \"en\"]", 3 = "[\"en\"]", 4 = "[\"XA\"]", 5 = "[\"ka\"]", 6 = 0, 7 = 1, 8 = 0, 9 = 0, 10 = 1, 11 = 2, 12 = 3, 13 = 0, 14 = 0, 15 = 1, 16 = 0, 17 = 0, 18 = 1, 19 = 2, 20 = 3, 21 = 0, 22 = 0, 23 = 0, 24 = 1, 25 = 0, 26 = 0, 27 = 1, 28 = 2, 29 = 3, 30 = 0, 31 = 0, 32 = 1, 33 = 0, 34 = 0, 35 = 1, 36 = 2, 37 = 3, 38 = 0, 39 = "high-valley", 40 = 0
WITH f0 AS NOT MATERIALIZED (
  SELECT w2.ordinal AS ordinal, w2.value AS value
  FROM (SELECT key AS ordinal, value FROM json_each(?)) AS w2
),
  f1 AS NOT MATERIALIZED (
    SELECT w4.ordinal AS ordinal, w4.value AS value
    FROM (SELECT key AS ordinal, value FROM json_each(?)) AS w4
  ),
  f2 AS NOT MATERIALIZED (
    SELECT w6.ordinal AS ordinal, w6.value AS value
    FROM (SELECT key AS ordinal, value FROM json_each(?)) AS w6
  ),
  f3 AS NOT MATERIALIZED (
    SELECT w7.ordinal AS ordinal, w7.value AS value
    FROM (SELECT key AS ordinal, value FROM json_each(?)) AS w7
  ),
  f4 AS NOT MATERIALIZED (
    SELECT w9.ordinal AS ordinal, w9.value AS value
    FROM (SELECT key AS ordinal, value FROM json_each(?)) AS w9
  )
SELECT json_object(
  'place', (
    SELECT json_object(
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
              OR ? = 1
            )
            AND ? = 1
          ORDER BY coalesce(
            (
              SELECT min(f0.ordinal) AS min_1
              FROM f0
              WHERE f0.value = t1."language"
            ),
            ?
          ),
            CASE
              WHEN (t1.status = 'PREFERRED') THEN ?
              WHEN (t1.status = 'VARIANT') THEN ?
              WHEN (t1.status = 'HISTORIC') THEN ? ELSE ? END,
            t1.ordinal
          LIMIT 1 OFFSET ?
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
              OR ? = 1
            )
            AND ? = 1
          ORDER BY coalesce(
            (
              SELECT min(f1.ordinal) AS min_2
              FROM f1
              WHERE f1.value = t3."language"
            ),
            ?
          ),
            CASE
              WHEN (t3.status = 'PREFERRED') THEN ?
              WHEN (t3.status = 'VARIANT') THEN ?
              WHEN (t3.status = 'HISTORIC') THEN ? ELSE ? END,
            t3.ordinal
          LIMIT 1 OFFSET ?
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
              OR ? = 1
            )
            AND (
              (
                SELECT min(f3.ordinal) AS min_4
                FROM f3
                WHERE f3.value = t5.perspective
              ) IS NOT NULL
              OR t5.perspective IS NULL
              OR ? = 1
            )
            AND ? = 1
          ORDER BY coalesce(
            (
              SELECT min(f2.ordinal) AS min_3
              FROM f2
              WHERE f2.value = t5."language"
            ),
            ?
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
              WHEN (t5.status = 'PREFERRED') THEN ?
              WHEN (t5.status = 'VARIANT') THEN ?
              WHEN (t5.status = 'HISTORIC') THEN ? ELSE ? END,
            t5.ordinal
          LIMIT 1 OFFSET ?
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
              OR ? = 1
            )
            AND ? = 1
          ORDER BY coalesce(
            (
              SELECT min(f4.ordinal) AS min_5
              FROM f4
              WHERE f4.value = t8."language"
            ),
            ?
          ),
            CASE
              WHEN (t8.status = 'PREFERRED') THEN ?
              WHEN (t8.status = 'VARIANT') THEN ?
              WHEN (t8.status = 'HISTORIC') THEN ? ELSE ? END,
            t8.ordinal
          LIMIT 1 OFFSET ?
        ),
        t0.label
      ),
      'names', (
        SELECT json_group_array(
          json_object(
            'text', t10."text",
            'language', t10."language",
            'script', t10.script,
            'perspective', t10.perspective,
            'status', t10.status
          )
        ) AS anon_2
        FROM (
          SELECT t10.place_id, t10."text", t10."language", t10.script, t10.perspective, t10.status, t10.ordinal
          FROM place_names AS t10
          WHERE t10.place_id = t0.id
          ORDER BY t10.ordinal
        ) AS t10
      ),
      'parents', (
        SELECT json_group_array(
          json_object(
            'place', json_object('key', t12."key"),
            'relation', t11.relation,
            'claimant', t11.claimant,
            'validFrom', t11.valid_from,
            'validTo', t11.valid_to
          )
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
      WHERE t0."key" = ?
      ORDER BY t0.post_count DESC, t0."key"
      LIMIT 1 OFFSET ?
    )
  )
) AS data
