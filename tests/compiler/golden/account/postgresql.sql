-- p0 = 1948543945831127916, p1 = 20, p2 = 20
SELECT json_build_object(
  'account', (
    SELECT json_build_object(
      'handle', t0.handle,
      'displayName', t0.display_name,
      'mentionCount', t0.mention_count,
      'posts', (
        SELECT json_build_object(
          'totalCount', (
            SELECT count(*) AS count_1
            FROM posts AS t1
            WHERE t1.author_id = t0.id
          ),
          'nodes', coalesce(
            json_agg(json_build_object('key', t1."key") ORDER BY t1.newest_first, t1.reading_order, t1.id),
            '[]'::json
          )
        ) AS anon_2
        FROM (
          SELECT t1.author_id, t1."key", t1.newest_first, t1.reading_order, t1.id
          FROM posts AS t1
          WHERE t1.author_id = t0.id
          ORDER BY t1.newest_first, t1.reading_order, t1.id
          LIMIT %(p1)s::BIGINT
        ) AS t1
      ),
      'mentionedIn', (
        SELECT json_build_object(
          'totalCount', t0.mention_count,
          'nodes', coalesce(
            json_agg(
              json_build_object(
                'key', t2."key",
                'mentions', (
                  SELECT coalesce(
                    json_agg(
                      json_build_object(
                        'spelling', t4.spelling,
                        'span', json_build_object('start', t4.span_start, 'text', t4.span_text)
                      )
                      ORDER BY t4.ordinal
                    ),
                    '[]'::json
                  ) AS anon_4
                  FROM (
                    SELECT t4.spelling, t4.span_start, t4.span_text, t4.ordinal
                    FROM account_mentions AS t4
                    WHERE t4.newest_first = t2.newest_first AND t4.post_id = t2.id
                    ORDER BY t4.ordinal
                  ) AS t4
                )
              )
              ORDER BY t2."key", t2.reading_order, t2.id
            ),
            '[]'::json
          )
        ) AS anon_3
        FROM (
          SELECT t2."key", t2.newest_first, t2.id, t2.reading_order
          FROM account_mentions AS t3
          JOIN posts AS t2 ON t2.id = t3.post_id
          WHERE t3.account_id = t0.id AND t3.is_first IS true
          ORDER BY t2."key", t3.reading_order, t3.post_id
          LIMIT %(p2)s::BIGINT
        ) AS t2
      )
    ) AS anon_1
    FROM accounts AS t0
    WHERE t0.id = %(p0)s::BIGINT
  )
)::text AS data
