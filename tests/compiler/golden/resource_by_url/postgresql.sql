-- p0 = "https://journal.example/quiet-border", p1 = "Revision", p2 = "Source", p3 = "Thread", p4 = "Account", p5 = "Post", p6 = "Hashtag", p7 = "Place"
SELECT json_build_object(
  'resource', (
    SELECT CASE
      WHEN t5.number IS NOT NULL THEN json_build_object('__typename', 'Revision')
      WHEN t6.id IS NOT NULL THEN json_build_object('__typename', 'Source', 'key', t6."key")
      WHEN t7.id IS NOT NULL THEN json_build_object('__typename', 'Thread')
      WHEN t8.id IS NOT NULL THEN json_build_object('__typename', 'Account')
      WHEN t9.id IS NOT NULL THEN json_build_object('__typename', 'Post', 'text', t9."text")
      WHEN t10.id IS NOT NULL THEN json_build_object('__typename', 'Hashtag')
      WHEN t11.id IS NOT NULL THEN json_build_object('__typename', 'Place') END AS anon_1
    FROM (
      SELECT (
        SELECT kind
        FROM (
          SELECT 'Source' AS kind, t0.id AS number, 0 AS place
          FROM sources AS t0
          WHERE t0.url = %(p0)s::VARCHAR
          UNION ALL
          SELECT 'Thread' AS kind, t1.id AS number, 1 AS place
          FROM threads AS t1
          WHERE t1.url = %(p0)s::VARCHAR
          UNION ALL
          SELECT 'Post' AS kind, t2.id AS number, 2 AS place
          FROM posts AS t2
          WHERE t2.url = %(p0)s::VARCHAR
        ) AS u3
        ORDER BY place, number
        LIMIT 1
      ) AS type,
        (
          SELECT number
          FROM (
            SELECT 'Source' AS kind, t0.id AS number, 0 AS place
            FROM sources AS t0
            WHERE t0.url = %(p0)s::VARCHAR
            UNION ALL
            SELECT 'Thread' AS kind, t1.id AS number, 1 AS place
            FROM threads AS t1
            WHERE t1.url = %(p0)s::VARCHAR
            UNION ALL
            SELECT 'Post' AS kind, t2.id AS number, 2 AS place
            FROM posts AS t2
            WHERE t2.url = %(p0)s::VARCHAR
          ) AS u3
          ORDER BY place, number
          LIMIT 1
        ) AS number
    ) AS n4
    LEFT OUTER JOIN revisions AS t5 ON n4."type" = %(p1)s::VARCHAR AND t5.number = n4.number
    LEFT OUTER JOIN sources AS t6 ON n4."type" = %(p2)s::VARCHAR AND t6.id = n4.number
    LEFT OUTER JOIN threads AS t7 ON n4."type" = %(p3)s::VARCHAR AND t7.id = n4.number
    LEFT OUTER JOIN accounts AS t8 ON n4."type" = %(p4)s::VARCHAR AND t8.id = n4.number
    LEFT OUTER JOIN posts AS t9 ON n4."type" = %(p5)s::VARCHAR AND t9.id = n4.number
    LEFT OUTER JOIN hashtags AS t10 ON n4."type" = %(p6)s::VARCHAR AND t10.id = n4.number
    LEFT OUTER JOIN places AS t11 ON n4."type" = %(p7)s::VARCHAR AND t11.id = n4.number
  )
)::text AS data
