-- p0 = "[\"tevita\", \"old_hand\"]", p1 = "[1948543945831127916]", p2 = "[8209320196677294502]", p3 = "lac.example"
SELECT json_build_object(
  'written', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t0."key") ORDER BY t0."key", t0.reading_order, t0.id), '[]'::json
      )
    ) AS anon_1
    FROM (
      SELECT t0.author_id, t0."key", t0.reading_order, t0.id
      FROM posts AS t0
      WHERE EXISTS (
        SELECT 1
        FROM accounts AS t1
        WHERE t1.id = t0.author_id
          AND (
            t1.handle_folded IN (
              SELECT value
              FROM json_array_elements_text((%(p0)s::VARCHAR)::json)
            )
          )
      )
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 20
    ) AS t0
  ),
  'by_nobody', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t2."key") ORDER BY t2."key", t2.reading_order, t2.id), '[]'::json
      )
    ) AS anon_2
    FROM (
      SELECT t2.author_id, t2."key", t2.reading_order, t2.id
      FROM posts AS t2
      WHERE t2.author_id IS NULL
      ORDER BY t2."key", t2.reading_order, t2.id
      LIMIT 20
    ) AS t2
  ),
  'mentioned', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t4."key") ORDER BY t4."key", t4.reading_order, t4.id), '[]'::json
      )
    ) AS anon_3
    FROM (
      SELECT t4.id, t4."key", t4.reading_order
      FROM posts AS t4
      WHERE t4.id IN (
        SELECT t5.post_id
        FROM account_mentions AS t5
        WHERE t5.post_id IS NOT NULL
          AND (
            t5.account_id IN (
              SELECT value::bigint
              FROM json_array_elements_text((%(p1)s::VARCHAR)::json)
            )
          )
      )
        AND NOT (
          EXISTS (
            SELECT 1
            FROM account_mentions AS t6
            WHERE t6.post_id = t4.id
              AND (
                t6.account_id IN (
                  SELECT value::bigint
                  FROM json_array_elements_text((%(p2)s::VARCHAR)::json)
                )
              )
          )
        )
      ORDER BY t4."key", t4.reading_order, t4.id
      LIMIT 20
    ) AS t4
  ),
  'linked', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(
          json_build_object(
            'key', t7."key",
            'links', (
              SELECT coalesce(
                json_agg(json_build_object('domain', t10.domain) ORDER BY t10.ordinal), '[]'::json
              ) AS anon_5
              FROM (
                SELECT t10.post_id, t10.domain, t10.ordinal
                FROM links AS t10
                WHERE t10.post_id = t7.id
                ORDER BY t10.ordinal
              ) AS t10
            )
          )
          ORDER BY t7."key", t7.reading_order, t7.id
        ),
        '[]'::json
      )
    ) AS anon_4
    FROM (
      SELECT t7.id, t7."key", t7.reading_order
      FROM posts AS t7
      WHERE EXISTS (
        SELECT 1
        FROM links AS t8
        WHERE t8.post_id = t7.id AND t8.domain = %(p3)s::VARCHAR
      )
      ORDER BY t7."key", t7.reading_order, t7.id
      LIMIT 20
    ) AS t7
  )
)::text AS data
