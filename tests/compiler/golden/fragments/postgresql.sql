-- p0 = 0, p1 = "Revision", p2 = "Source", p3 = "Thread", p4 = "Account", p5 = "Post", p6 = "Hashtag", p7 = "Place", p8 = 3, p9 = "lakeroad/1/1"
SELECT json_build_object(
  'changes', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(
          json_build_object(
            'action', t0.action,
            'type', t0."type",
            'key', t0."key",
            'node', CASE
              WHEN t1.number IS NOT NULL THEN json_build_object(
                '__typename', 'Revision', 'id', 'revision_' || CAST (t1.number AS TEXT)
              )
              WHEN t2.id IS NOT NULL THEN json_build_object(
                '__typename', 'Source', 'id', 'source_' || CAST (t2.id AS TEXT), 'title', t2.title
              )
              WHEN t3.id IS NOT NULL THEN json_build_object(
                '__typename', 'Thread', 'id', 'thread_' || CAST (t3.id AS TEXT)
              )
              WHEN t4.id IS NOT NULL THEN json_build_object(
                '__typename', 'Account', 'id', 'account_' || CAST (t4.id AS TEXT)
              )
              WHEN t5.id IS NOT NULL THEN json_build_object(
                '__typename', 'Post',
                'id', 'post_' || CAST (t5.id AS TEXT),
                'marker', t5.marker,
                'source', json_build_object('publisher', t6.publisher)
              )
              WHEN t7.id IS NOT NULL THEN json_build_object(
                '__typename', 'Hashtag', 'id', 'hashtag_' || CAST (t7.id AS TEXT)
              )
              WHEN t8.id IS NOT NULL THEN json_build_object(
                '__typename', 'Place', 'id', 'place_' || CAST (t8.id AS TEXT), 'kind', t8.kind
              ) END
          )
          ORDER BY t0.revision, t0.ordinal
        ),
        '[]'::json
      )
    ) AS anon_1
    FROM (
      SELECT t0.revision, t0.action, t0."type", t0."key", t0.node_number, t0.ordinal
      FROM changes AS t0
      WHERE t0.revision > %(p0)s::BIGINT
      ORDER BY t0.revision, t0.ordinal
      LIMIT %(p8)s::BIGINT
    ) AS t0
    LEFT OUTER JOIN revisions AS t1 ON t0."type" = %(p1)s::VARCHAR AND t1.number = t0.node_number
    LEFT OUTER JOIN sources AS t2 ON t0."type" = %(p2)s::VARCHAR AND t2.id = t0.node_number
    LEFT OUTER JOIN threads AS t3 ON t0."type" = %(p3)s::VARCHAR AND t3.id = t0.node_number
    LEFT OUTER JOIN accounts AS t4 ON t0."type" = %(p4)s::VARCHAR AND t4.id = t0.node_number
    LEFT OUTER JOIN posts AS t5 ON t0."type" = %(p5)s::VARCHAR AND t5.id = t0.node_number
    LEFT OUTER JOIN sources AS t6 ON t6.id = t5.source_id
    LEFT OUTER JOIN hashtags AS t7 ON t0."type" = %(p6)s::VARCHAR AND t7.id = t0.node_number
    LEFT OUTER JOIN places AS t8 ON t0."type" = %(p7)s::VARCHAR AND t8.id = t0.node_number
  ),
  'post', (
    SELECT json_build_object(
      'marker', t9.marker,
      'source', json_build_object('publisher', t10.publisher, 'key', t10."key"),
      'id', 'post_' || CAST (t9.id AS TEXT)
    ) AS anon_2
    FROM posts AS t9
    LEFT OUTER JOIN sources AS t10 ON t10.id = t9.source_id
    WHERE t9."key" = %(p9)s::VARCHAR
  )
)::text AS data
