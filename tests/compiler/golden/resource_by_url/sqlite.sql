-- 1 = "https://journal.example/quiet-border", 2 = "https://journal.example/quiet-border", 3 = "https://journal.example/quiet-border", 4 = 0, 5 = "https://journal.example/quiet-border", 6 = "https://journal.example/quiet-border", 7 = "https://journal.example/quiet-border", 8 = 0, 9 = "Revision", 10 = "Source", 11 = "Thread", 12 = "Account", 13 = "Post", 14 = "Hashtag", 15 = "Place"
SELECT json_object(
  'resource', (
    SELECT CASE
      WHEN t5.number IS NOT NULL THEN json_object('__typename', 'Revision')
      WHEN t6.id IS NOT NULL THEN json_object('__typename', 'Source', 'key', t6."key")
      WHEN t7.id IS NOT NULL THEN json_object('__typename', 'Thread')
      WHEN t8.id IS NOT NULL THEN json_object('__typename', 'Account')
      WHEN t9.id IS NOT NULL THEN json_object('__typename', 'Post', 'text', t9."text")
      WHEN t10.id IS NOT NULL THEN json_object('__typename', 'Hashtag')
      WHEN t11.id IS NOT NULL THEN json_object('__typename', 'Place') END AS anon_1
    FROM (
      SELECT (
        SELECT kind
        FROM (
          SELECT 'Source' AS kind, t0.id AS number, 0 AS place
          FROM sources AS t0
          WHERE t0.url = ?
          UNION ALL
          SELECT 'Thread' AS kind, t1.id AS number, 1 AS place
          FROM threads AS t1
          WHERE t1.url = ?
          UNION ALL
          SELECT 'Post' AS kind, t2.id AS number, 2 AS place
          FROM posts AS t2
          WHERE t2.url = ?
        ) AS u3
        ORDER BY place, number
        LIMIT 1 OFFSET ?
      ) AS type,
        (
          SELECT number
          FROM (
            SELECT 'Source' AS kind, t0.id AS number, 0 AS place
            FROM sources AS t0
            WHERE t0.url = ?
            UNION ALL
            SELECT 'Thread' AS kind, t1.id AS number, 1 AS place
            FROM threads AS t1
            WHERE t1.url = ?
            UNION ALL
            SELECT 'Post' AS kind, t2.id AS number, 2 AS place
            FROM posts AS t2
            WHERE t2.url = ?
          ) AS u3
          ORDER BY place, number
          LIMIT 1 OFFSET ?
        ) AS number
    ) AS n4
    LEFT OUTER JOIN revisions AS t5 ON n4."type" = ? AND t5.number = n4.number
    LEFT OUTER JOIN sources AS t6 ON n4."type" = ? AND t6.id = n4.number
    LEFT OUTER JOIN threads AS t7 ON n4."type" = ? AND t7.id = n4.number
    LEFT OUTER JOIN accounts AS t8 ON n4."type" = ? AND t8.id = n4.number
    LEFT OUTER JOIN posts AS t9 ON n4."type" = ? AND t9.id = n4.number
    LEFT OUTER JOIN hashtags AS t10 ON n4."type" = ? AND t10.id = n4.number
    LEFT OUTER JOIN places AS t11 ON n4."type" = ? AND t11.id = n4.number
  )
) AS data
