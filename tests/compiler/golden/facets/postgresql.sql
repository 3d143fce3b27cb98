-- p0 = "lakeroad", p1 = 2, p2 = 2, p3 = 2, coalesce_2 = 0, coalesce_4 = 0, coalesce_6 = 0, coalesce_8 = 0, coalesce_10 = 0, coalesce_12 = 0
SELECT json_build_object(
  'posts', json_build_object(
    'totalCount', (
      SELECT count(*) AS count_1
      FROM posts AS t0
      WHERE EXISTS (
        SELECT 1
        FROM sources AS t1
        WHERE t1.id = t0.source_id AND t1."key" = %(p0)s::VARCHAR
      )
    ),
    'facets', json_build_array(
      (
        WITH g2 AS (
          SELECT t3.hashtag_id AS value, count(*) AS members
          FROM post_hashtags AS t3
          WHERE t3.post_id IN (
            SELECT t0.id
            FROM posts AS t0
            WHERE EXISTS (
              SELECT 1
              FROM sources AS t1
              WHERE t1.id = t0.source_id AND t1."key" = %(p0)s::VARCHAR
            )
          )
            AND t3.hashtag_id IS NOT NULL
            AND t3.is_first IS true
          GROUP BY t3.hashtag_id
        )
        SELECT json_build_object(
          'field', 'HASHTAG',
          'values', (
            SELECT coalesce(
              json_agg(
                json_build_object(
                  'value', g2v.value,
                  'label', g2v.label,
                  'count', g2v.members,
                  'node', json_build_object('__typename', 'Hashtag', 'id', 'hashtag_' || CAST (t5.id AS TEXT))
                )
                ORDER BY g2v.members DESC, g2v.value
              ),
              '[]'::json
            ) AS anon_2
            FROM (
              SELECT t4."name" AS value, '#' || t4.display AS label, g2.members AS members, g2.value AS own
              FROM g2
              JOIN hashtags AS t4 ON t4.id = g2.value
              ORDER BY g2.members DESC, t4."name"
              LIMIT %(p1)s::BIGINT
            ) AS g2v
            LEFT OUTER JOIN hashtags AS t5 ON t5.id = g2v.own
          ),
          'distinct', (SELECT count(g2.members) AS count_2 FROM g2),
          'other', (
            SELECT coalesce(sum(g2.members), %(coalesce_2)s::INTEGER) AS coalesce_1
            FROM g2
          ) - (
            SELECT coalesce(sum(g2s.members), %(coalesce_4)s::INTEGER) AS coalesce_3
            FROM (
              SELECT g2.members AS members
              FROM g2
              JOIN hashtags AS t4 ON t4.id = g2.value
              ORDER BY g2.members DESC, t4."name"
              LIMIT %(p1)s::BIGINT
            ) AS g2s
          ),
          'missing', (
            SELECT count(*) AS count_3
            FROM posts AS t0
            WHERE (
              EXISTS (
                SELECT 1
                FROM sources AS t1
                WHERE t1.id = t0.source_id AND t1."key" = %(p0)s::VARCHAR
              )
            )
              AND NOT (
                EXISTS (
                  SELECT 1
                  FROM post_hashtags AS t6
                  WHERE t6.post_id = t0.id AND t6.hashtag_id IS NOT NULL AND t6.is_first IS true
                )
              )
          )
        ) AS anon_1
      ),
      (
        WITH g7 AS (
          SELECT t0."language" AS value, count(*) AS members
          FROM posts AS t0
          WHERE (
            EXISTS (
              SELECT 1
              FROM sources AS t1
              WHERE t1.id = t0.source_id AND t1."key" = %(p0)s::VARCHAR
            )
          )
            AND t0."language" IS NOT NULL
          GROUP BY t0."language"
        )
        SELECT json_build_object(
          'field', 'LANGUAGE',
          'values', (
            SELECT coalesce(
              json_agg(
                json_build_object('value', g7v.value, 'label', g7v.label, 'count', g7v.members, 'node', NULL)
                ORDER BY g7v.members DESC, g7v.value
              ),
              '[]'::json
            ) AS anon_4
            FROM (
              SELECT g7.value AS value, g7.value AS label, g7.members AS members
              FROM g7
              ORDER BY g7.members DESC, g7.value
              LIMIT %(p2)s::BIGINT
            ) AS g7v
          ),
          'distinct', (SELECT count(g7.members) AS count_4 FROM g7),
          'other', (
            SELECT coalesce(sum(g7.members), %(coalesce_6)s::INTEGER) AS coalesce_5
            FROM g7
          ) - (
            SELECT coalesce(sum(g7s.members), %(coalesce_8)s::INTEGER) AS coalesce_7
            FROM (
              SELECT g7.members AS members
              FROM g7
              ORDER BY g7.members DESC, g7.value
              LIMIT %(p2)s::BIGINT
            ) AS g7s
          ),
          'missing', (
            SELECT count(*) AS count_5
            FROM posts AS t0
            WHERE (
              EXISTS (
                SELECT 1
                FROM sources AS t1
                WHERE t1.id = t0.source_id AND t1."key" = %(p0)s::VARCHAR
              )
            )
              AND t0."language" IS NULL
          )
        ) AS anon_3
      ),
      (
        WITH g8 AS (
          SELECT t9.account_id AS value, count(*) AS members
          FROM account_mentions AS t9
          WHERE t9.post_id IN (
            SELECT t0.id
            FROM posts AS t0
            WHERE EXISTS (
              SELECT 1
              FROM sources AS t1
              WHERE t1.id = t0.source_id AND t1."key" = %(p0)s::VARCHAR
            )
          )
            AND t9.account_id IS NOT NULL
            AND t9.is_first IS true
          GROUP BY t9.account_id
        )
        SELECT json_build_object(
          'field', 'MENTION',
          'values', (
            SELECT coalesce(
              json_agg(
                json_build_object(
                  'value', g8v.value,
                  'label', g8v.label,
                  'count', g8v.members,
                  'node', json_build_object('__typename', 'Account', 'id', 'account_' || CAST (t11.id AS TEXT))
                )
                ORDER BY g8v.members DESC, g8v.value
              ),
              '[]'::json
            ) AS anon_6
            FROM (
              SELECT t10.handle AS value,
                coalesce(t10.display_name, '@' || t10.handle) AS label,
                g8.members AS members,
                g8.value AS own
              FROM g8
              JOIN accounts AS t10 ON t10.id = g8.value
              ORDER BY g8.members DESC, t10.handle
              LIMIT %(p3)s::BIGINT
            ) AS g8v
            LEFT OUTER JOIN accounts AS t11 ON t11.id = g8v.own
          ),
          'distinct', (SELECT count(g8.members) AS count_6 FROM g8),
          'other', (
            SELECT coalesce(sum(g8.members), %(coalesce_10)s::INTEGER) AS coalesce_9
            FROM g8
          ) - (
            SELECT coalesce(sum(g8s.members), %(coalesce_12)s::INTEGER) AS coalesce_11
            FROM (
              SELECT g8.members AS members
              FROM g8
              JOIN accounts AS t10 ON t10.id = g8.value
              ORDER BY g8.members DESC, t10.handle
              LIMIT %(p3)s::BIGINT
            ) AS g8s
          ),
          'missing', (
            SELECT count(*) AS count_7
            FROM posts AS t0
            WHERE (
              EXISTS (
                SELECT 1
                FROM sources AS t1
                WHERE t1.id = t0.source_id AND t1."key" = %(p0)s::VARCHAR
              )
            )
              AND NOT (
                EXISTS (
                  SELECT 1
                  FROM account_mentions AS t12
                  WHERE t12.post_id = t0.id AND t12.account_id IS NOT NULL AND t12.is_first IS true
                )
              )
          )
        ) AS anon_5
      )
    )
  )
)::text AS data
