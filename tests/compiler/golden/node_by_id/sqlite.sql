-- 1 = "Post", 2 = 1986755511826882310, 3 = "Revision", 4 = "Source", 5 = "Thread", 6 = "Account", 7 = "Post", 8 = "Hashtag", 9 = "Place", 10 = "[[\"Place\", 7925259930325865802], [\"Post\", 1], [\"Hashtag\", 7487545754601778375], [\"\", 0], [\"Post\", 1986755511826882310]]", 11 = "Revision", 12 = "Source", 13 = "Thread", 14 = "Account", 15 = "Post", 16 = "Hashtag", 17 = "Place"
SELECT json_object(
  'node', (
    SELECT CASE
      WHEN t1.number IS NOT NULL THEN json_object(
        '__typename', 'Revision', 'id', 'revision_' || CAST (t1.number AS TEXT)
      )
      WHEN t2.id IS NOT NULL THEN json_object('__typename', 'Source', 'id', 'source_' || CAST (t2.id AS TEXT))
      WHEN t3.id IS NOT NULL THEN json_object('__typename', 'Thread', 'id', 'thread_' || CAST (t3.id AS TEXT))
      WHEN t4.id IS NOT NULL THEN json_object('__typename', 'Account', 'id', 'account_' || CAST (t4.id AS TEXT))
      WHEN t5.id IS NOT NULL THEN json_object(
        '__typename', 'Post', 'id', 'post_' || CAST (t5.id AS TEXT), 'key', t5."key"
      )
      WHEN t6.id IS NOT NULL THEN json_object('__typename', 'Hashtag', 'id', 'hashtag_' || CAST (t6.id AS TEXT))
      WHEN t7.id IS NOT NULL THEN json_object(
        '__typename', 'Place', 'id', 'place_' || CAST (t7.id AS TEXT)
      ) END AS anon_1
    FROM (SELECT ? AS type, ? AS number) AS n0
    LEFT OUTER JOIN revisions AS t1 ON n0."type" = ? AND t1.number = n0.number
    LEFT OUTER JOIN sources AS t2 ON n0."type" = ? AND t2.id = n0.number
    LEFT OUTER JOIN threads AS t3 ON n0."type" = ? AND t3.id = n0.number
    LEFT OUTER JOIN accounts AS t4 ON n0."type" = ? AND t4.id = n0.number
    LEFT OUTER JOIN posts AS t5 ON n0."type" = ? AND t5.id = n0.number
    LEFT OUTER JOIN hashtags AS t6 ON n0."type" = ? AND t6.id = n0.number
    LEFT OUTER JOIN places AS t7 ON n0."type" = ? AND t7.id = n0.number
  ),
  'nodes', (
    SELECT json_group_array(
      CASE
      WHEN t9.number IS NOT NULL THEN json_object('__typename', 'Revision')
      WHEN t10.id IS NOT NULL THEN json_object('__typename', 'Source')
      WHEN t11.id IS NOT NULL THEN json_object('__typename', 'Thread')
      WHEN t12.id IS NOT NULL THEN json_object('__typename', 'Account')
      WHEN t13.id IS NOT NULL THEN json_object(
        '__typename', 'Post', 'key', t13."key", 'source', json_object('title', t14.title)
      )
      WHEN t15.id IS NOT NULL THEN json_object('__typename', 'Hashtag', 'display', t15.display)
      WHEN t16.id IS NOT NULL THEN json_object('__typename', 'Place', 'name', t16.label) END
    ) AS anon_2
    FROM (
      SELECT n8."type", n8.number, n8.ordinal
      FROM (
        SELECT key AS ordinal, json_extract(value, '$[0]') AS type, json_extract(value, '$[1]') AS number
        FROM json_each(?)
      ) AS n8
      ORDER BY n8.ordinal
    ) AS n8
    LEFT OUTER JOIN revisions AS t9 ON n8."type" = ? AND t9.number = n8.number
    LEFT OUTER JOIN sources AS t10 ON n8."type" = ? AND t10.id = n8.number
    LEFT OUTER JOIN threads AS t11 ON n8."type" = ? AND t11.id = n8.number
    LEFT OUTER JOIN accounts AS t12 ON n8."type" = ? AND t12.id = n8.number
    LEFT OUTER JOIN posts AS t13 ON n8."type" = ? AND t13.id = n8.number
    LEFT OUTER JOIN sources AS t14 ON t14.id = t13.source_id
    LEFT OUTER JOIN hashtags AS t15 ON n8."type" = ? AND t15.id = n8.number
    LEFT OUTER JOIN places AS t16 ON n8."type" = ? AND t16.id = n8.number
  )
) AS data
