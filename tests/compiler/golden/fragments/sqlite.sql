-- 1 = 0, 2 = 3, 3 = 0, 4 = "Revision", 5 = "Source", 6 = "Thread", 7 = "Account", 8 = "Post", 9 = "Hashtag", 10 = "Place", 11 = "lakeroad/1/1"
SELECT json_object(
  'changes', (
    SELECT json_object(
      'nodes', json_group_array(
        json_object(
          'action', t0.action,
          'type', t0."type",
          'key', t0."key",
          'node', CASE
            WHEN t1.number IS NOT NULL THEN json_object(
              '__typename', 'Revision', 'id', 'revision_' || CAST (t1.number AS TEXT)
            )
            WHEN t2.id IS NOT NULL THEN json_object(
              '__typename', 'Source', 'id', 'source_' || CAST (t2.id AS TEXT), 'title', t2.title
            )
            WHEN t3.id IS NOT NULL THEN json_object('__typename', 'Thread', 'id', 'thread_' || CAST (t3.id AS TEXT))
            WHEN t4.id IS NOT NULL THEN json_object(
              '__typename', 'Account', 'id', 'account_' || CAST (t4.id AS TEXT)
            )
            WHEN t5.id IS NOT NULL THEN json_object(
              '__typename', 'Post',
              'id', 'post_' || CAST (t5.id AS TEXT),
              'marker', t5.marker,
              'source', json_object('publisher', t6.publisher)
            )
            WHEN t7.id IS NOT NULL THEN json_object(
              '__typename', 'Hashtag', 'id', 'hashtag_' || CAST (t7.id AS TEXT)
            )
            WHEN t8.id IS NOT NULL THEN json_object(
              '__typename', 'Place', 'id', 'place_' || CAST (t8.id AS TEXT), 'kind', t8.kind
            ) END
        )
      )
    ) AS anon_1
    FROM (
      SELECT t0.revision, t0.action, t0."type", t0."key", t0.node_number, t0.ordinal
      FROM changes AS t0
      WHERE t0.revision > ?
      ORDER BY t0.revision, t0.ordinal
      LIMIT ? OFFSET ?
    ) AS t0
    LEFT OUTER JOIN revisions AS t1 ON t0."type" = ? AND t1.number = t0.node_number
    LEFT OUTER JOIN sources AS t2 ON t0."type" = ? AND t2.id = t0.node_number
    LEFT OUTER JOIN threads AS t3 ON t0."type" = ? AND t3.id = t0.node_number
    LEFT OUTER JOIN accounts AS t4 ON t0."type" = ? AND t4.id = t0.node_number
    LEFT OUTER JOIN posts AS t5 ON t0."type" = ? AND t5.id = t0.node_number
    LEFT OUTER JOIN sources AS t6 ON t6.id = t5.source_id
    LEFT OUTER JOIN hashtags AS t7 ON t0."type" = ? AND t7.id = t0.node_number
    LEFT OUTER JOIN places AS t8 ON t0."type" = ? AND t8.id = t0.node_number
  ),
  'post', (
    SELECT json_object(
      'marker', t9.marker,
      'source', json_object('publisher', t10.publisher, 'key', t10."key"),
      'id', 'post_' || CAST (t9.id AS TEXT)
    ) AS anon_2
    FROM posts AS t9
    LEFT OUTER JOIN sources AS t10 ON t10.id = t9.source_id
    WHERE t9."key" = ?
  )
) AS data
