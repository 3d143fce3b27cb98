-- p0 = "[\" armenia \"]", p1 = "((\"armenia\"))", p2 = "('armenia')", p3 = 0, p4 = "[[0, 1, \" armenia \"]]", p5 = "[\" armenia\", \" armenia \"]", p6 = "((\"armenia\"*))", p7 = "('armenia':*)", p8 = 0, p9 = "[[0, 1, \" armenia\"]]", p10 = "Post", p11 = "Thread", p12 = "Hashtag", p13 = "Place", p14 = "Source", p15 = "Account"
WITH f0 AS MATERIALIZED (
  SELECT l2.value AS needle
  FROM (
    SELECT e.ordinality AS ordinal, e.value
    FROM json_array_elements_text((%(p0)s::VARCHAR)::json)
    WITH ORDINALITY AS e(value, ordinality)
  ) AS l2
),
  f1 AS MATERIALIZED (
    SELECT l7.value AS needle
    FROM (
      SELECT e.ordinality AS ordinal, e.value
      FROM json_array_elements_text((%(p5)s::VARCHAR)::json)
      WITH ORDINALITY AS e(value, ordinality)
    ) AS l7
  ),
  s10 AS MATERIALIZED (
    SELECT 0 AS place,
      'Place' AS kind,
      t1.id AS id,
      (
        SELECT coalesce(sum((1000 * n3c.times) / (n3c.times + 1)), 0) AS coalesce_1
        FROM (
          SELECT (
            octet_length(t0.searched) - octet_length(replace(t0.searched, n3.needle, ''))
          ) / octet_length(n3.needle) AS times
          FROM f0 AS n3
          WHERE strpos(t0.searched, n3.needle) > 0
        ) AS n3c
      ) AS score,
      - t1.post_count AS one,
      0 AS two,
      t1."key" AS key,
      t1.label AS label
    FROM name_texts AS t0
    JOIN places AS t1 ON t1.id = t0.node_id
    WHERE t0.lexemes @ @ CAST (%(p2)s::VARCHAR AS tsquery)
      AND (
        %(p3)s::BIGINT = 0
        OR (
          EXISTS (
            SELECT b4.branch
            FROM (
              SELECT e.ordinality AS ordinal,
                (e.value ->> 0)::BIGINT AS branch,
                (e.value ->> 1)::BIGINT AS wanted,
                (e.value ->> 2)::TEXT AS needle
              FROM json_array_elements((%(p4)s::VARCHAR)::json)
              WITH ORDINALITY AS e(value, ordinality)
            ) AS b4
            GROUP BY b4.branch
            HAVING min(
              CASE
              WHEN (
                CASE WHEN (replace(t0.searched, b4.needle, '') != t0.searched) THEN 1 ELSE 0 END = b4.wanted
              ) THEN 1
                ELSE 0 END
            ) = 1
          )
        )
      )
      AND t0."type" = 'Place'
    UNION ALL
    SELECT 1 AS place,
      'Hashtag' AS kind,
      t6.id AS id,
      (
        SELECT coalesce(sum((1000 * n8c.times) / (n8c.times + 1)), 0) AS coalesce_2
        FROM (
          SELECT (
            octet_length(t5.searched) - octet_length(replace(t5.searched, n8.needle, ''))
          ) / octet_length(n8.needle) AS times
          FROM f1 AS n8
          WHERE strpos(t5.searched, n8.needle) > 0
        ) AS n8c
      ) AS score,
      - t6.post_count AS one,
      0 AS two,
      t6."name" AS key,
      '#' || t6.display AS label
    FROM name_texts AS t5
    JOIN hashtags AS t6 ON t6.id = t5.node_id
    WHERE t5.lexemes @ @ CAST (%(p7)s::VARCHAR AS tsquery)
      AND (
        %(p8)s::BIGINT = 0
        OR (
          EXISTS (
            SELECT b9.branch
            FROM (
              SELECT e.ordinality AS ordinal,
                (e.value ->> 0)::BIGINT AS branch,
                (e.value ->> 1)::BIGINT AS wanted,
                (e.value ->> 2)::TEXT AS needle
              FROM json_array_elements((%(p9)s::VARCHAR)::json)
              WITH ORDINALITY AS e(value, ordinality)
            ) AS b9
            GROUP BY b9.branch
            HAVING min(
              CASE
              WHEN (
                CASE WHEN (replace(t5.searched, b9.needle, '') != t5.searched) THEN 1 ELSE 0 END = b9.wanted
              ) THEN 1
                ELSE 0 END
            ) = 1
          )
        )
      )
      AND t5."type" = 'Hashtag'
  )
SELECT json_build_object(
  'search', (
    SELECT json_build_object(
      'counts', json_build_array(
        json_build_object(
          'type', 'PLACE',
          'count', (
            SELECT count(*) AS count_1
            FROM s10 AS t12
            WHERE t12.place = 0
          )
        ),
        json_build_object(
          'type', 'HASHTAG',
          'count', (
            SELECT count(*) AS count_2
            FROM s10 AS t12
            WHERE t12.place = 1
          )
        )
      ),
      'nodes', coalesce(
        json_agg(
          CASE
            WHEN t13.id IS NOT NULL THEN json_build_object('__typename', 'Post')
            WHEN t14.id IS NOT NULL THEN json_build_object('__typename', 'Thread')
            WHEN t15.id IS NOT NULL THEN json_build_object('__typename', 'Hashtag')
            WHEN t16.id IS NOT NULL THEN json_build_object('__typename', 'Place', 'key', t16."key")
            WHEN t17.id IS NOT NULL THEN json_build_object('__typename', 'Source')
            WHEN t18.id IS NOT NULL THEN json_build_object('__typename', 'Account') END
          ORDER BY t11.place, t11.score DESC, t11.one, t11.two, t11."key"
        ),
        '[]'::json
      )
    ) AS anon_1
    FROM (
      SELECT t11.kind, t11.id, t11.place, t11.score, t11.one, t11.two, t11."key"
      FROM s10 AS t11
      ORDER BY t11.place, t11.score DESC, t11.one, t11.two, t11."key"
      LIMIT 2
    ) AS t11
    LEFT OUTER JOIN posts AS t13 ON t11.kind = %(p10)s::VARCHAR AND t13.id = t11.id
    LEFT OUTER JOIN threads AS t14 ON t11.kind = %(p11)s::VARCHAR AND t14.id = t11.id
    LEFT OUTER JOIN hashtags AS t15 ON t11.kind = %(p12)s::VARCHAR AND t15.id = t11.id
    LEFT OUTER JOIN places AS t16 ON t11.kind = %(p13)s::VARCHAR AND t16.id = t11.id
    LEFT OUTER JOIN sources AS t17 ON t11.kind = %(p14)s::VARCHAR AND t17.id = t11.id
    LEFT OUTER JOIN accounts AS t18 ON t11.kind = %(p15)s::VARCHAR AND t18.id = t11.id
  )
)::text AS data
