-- p0 = "norawrites", p1 = "[7487545754601778375]", p2 = "en", p3 = "[\"ar\", \"hy\"]"
SELECT json_build_object(
  'posts', (
    SELECT json_build_object(
      'totalCount', (
        SELECT count(*) AS count_1
        FROM posts AS t0
        WHERE (
          (
            EXISTS (
              SELECT 1
              FROM accounts AS t1
              WHERE t1.id = t0.author_id AND t1.handle_folded = %(p0)s::VARCHAR
            )
          )
          OR t0.id IN (
            SELECT t2.post_id
            FROM post_hashtags AS t2
            WHERE t2.post_id IS NOT NULL
              AND (
                t2.hashtag_id IN (
                  SELECT value::bigint
                  FROM json_array_elements_text((%(p1)s::VARCHAR)::json)
                )
              )
          )
        ) IS NOT true
          AND t0."language" = %(p2)s::VARCHAR
          OR (
            t0."language" IN (
              SELECT value
              FROM json_array_elements_text((%(p3)s::VARCHAR)::json)
            )
          )
      ),
      'nodes', coalesce(
        json_agg(
          json_build_object(
            'key', t0."key",
            'language', t0."language",
            'author', CASE WHEN t3.id IS NOT NULL THEN json_build_object('handle', t3.handle) END,
            'hashtags', (
              SELECT coalesce(
                json_agg(json_build_object('spelling', t4.spelling) ORDER BY t4.ordinal), '[]'::json
              ) AS anon_2
              FROM (
                SELECT t4.spelling, t4.ordinal
                FROM post_hashtags AS t4
                WHERE t4.newest_first = t0.newest_first AND t4.post_id = t0.id
                ORDER BY t4.ordinal
              ) AS t4
            )
          )
          ORDER BY t0."key", t0.reading_order, t0.id
        ),
        '[]'::json
      )
    ) AS anon_1
    FROM (
      SELECT t0.author_id, t0.id, t0."language", t0."key", t0.newest_first, t0.reading_order
      FROM posts AS t0
      WHERE (
        (
          EXISTS (
            SELECT 1
            FROM accounts AS t1
            WHERE t1.id = t0.author_id AND t1.handle_folded = %(p0)s::VARCHAR
          )
        )
        OR t0.id IN (
          SELECT t2.post_id
          FROM post_hashtags AS t2
          WHERE t2.post_id IS NOT NULL
            AND (
              t2.hashtag_id IN (
                SELECT value::bigint
                FROM json_array_elements_text((%(p1)s::VARCHAR)::json)
              )
            )
        )
      ) IS NOT true
        AND t0."language" = %(p2)s::VARCHAR
        OR (
          t0."language" IN (
            SELECT value
            FROM json_array_elements_text((%(p3)s::VARCHAR)::json)
          )
        )
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 20
    ) AS t0
    LEFT OUTER JOIN accounts AS t3 ON t3.id = t0.author_id
  )
)::text AS data
