-- p0 = "Post", p1 = 1986755511826882310, p2 = "Revision", p3 = "Source", p4 = "Thread", p5 = "Account", p6 = "Post", p7 = "Hashtag", p8 = "Place", p9 = "[[\"Place\", 7925259930325865802], [\"Post\", 1], [\"Hashtag\", 7487545754601778375], [\"\", 0], [\"Post\", 1986755511826882310]]", p10 = "Revision", p11 = "Source", p12 = "Thread", p13 = "Account", p14 = "Post", p15 = "Hashtag", p16 = "Place"
SELECT json_build_object(
  'node', (
    SELECT CASE
      WHEN t1.number IS NOT NULL THEN json_build_object(
        '__typename', 'Revision', 'id', 'revision_' || CAST (t1.number AS TEXT)
      )
      WHEN t2.id IS NOT NULL THEN json_build_object('__typename', 'Source', 'id', 'source_' || CAST (t2.id AS TEXT))
      WHEN t3.id IS NOT NULL THEN json_build_object('__typename', 'Thread', 'id', 'thread_' || CAST (t3.id AS TEXT))
      WHEN t4.id IS NOT NULL THEN json_build_object(
        '__typename', 'Account', 'id', 'account_' || CAST (t4.id AS TEXT)
      )
      WHEN t5.id IS NOT NULL THEN json_build_object(
        '__typename', 'Post', 'id', 'post_' || CAST (t5.id AS TEXT), 'key', t5."key"
      )
      WHEN t6.id IS NOT NULL THEN json_build_object(
        '__typename', 'Hashtag', 'id', 'hashtag_' || CAST (t6.id AS TEXT)
      )
      WHEN t7.id IS NOT NULL THEN json_build_object(
        '__typename', 'Place', 'id', 'place_' || CAST (t7.id AS TEXT)
      ) END AS anon_1
    FROM (
      SELECT %(p0)s::VARCHAR AS type, %(p1)s::BIGINT AS number
    ) AS n0
    LEFT OUTER JOIN revisions AS t1 ON n0."type" = %(p2)s::VARCHAR AND t1.number = n0.number
    LEFT OUTER JOIN sources AS t2 ON n0."type" = %(p3)s::VARCHAR AND t2.id = n0.number
    LEFT OUTER JOIN threads AS t3 ON n0."type" = %(p4)s::VARCHAR AND t3.id = n0.number
    LEFT OUTER JOIN accounts AS t4 ON n0."type" = %(p5)s::VARCHAR AND t4.id = n0.number
    LEFT OUTER JOIN posts AS t5 ON n0."type" = %(p6)s::VARCHAR AND t5.id = n0.number
    LEFT OUTER JOIN hashtags AS t6 ON n0."type" = %(p7)s::VARCHAR AND t6.id = n0.number
    LEFT OUTER JOIN places AS t7 ON n0."type" = %(p8)s::VARCHAR AND t7.id = n0.number
  ),
  'nodes', (
    SELECT coalesce(
      json_agg(
        CASE
          WHEN t9.number IS NOT NULL THEN json_build_object('__typename', 'Revision')
          WHEN t10.id IS NOT NULL THEN json_build_object('__typename', 'Source')
          WHEN t11.id IS NOT NULL THEN json_build_object('__typename', 'Thread')
          WHEN t12.id IS NOT NULL THEN json_build_object('__typename', 'Account')
          WHEN t13.id IS NOT NULL THEN json_build_object(
            '__typename', 'Post', 'key', t13."key", 'source', json_build_object('title', t14.title)
          )
          WHEN t15.id IS NOT NULL THEN json_build_object('__typename', 'Hashtag', 'display', t15.display)
          WHEN t16.id IS NOT NULL THEN json_build_object('__typename', 'Place', 'name', t16.label) END
        ORDER BY n8.ordinal
      ),
      '[]'::json
    ) AS anon_2
    FROM (
      SELECT n8."type", n8.number, n8.ordinal
      FROM (
        SELECT e.ordinality AS ordinal, e.value ->> 0 AS type, (e.value ->> 1)::bigint AS number
        FROM json_array_elements((%(p9)s::VARCHAR)::json)
        WITH ORDINALITY AS e(value, ordinality)
      ) AS n8
      ORDER BY n8.ordinal
    ) AS n8
    LEFT OUTER JOIN revisions AS t9 ON n8."type" = %(p10)s::VARCHAR AND t9.number = n8.number
    LEFT OUTER JOIN sources AS t10 ON n8."type" = %(p11)s::VARCHAR AND t10.id = n8.number
    LEFT OUTER JOIN threads AS t11 ON n8."type" = %(p12)s::VARCHAR AND t11.id = n8.number
    LEFT OUTER JOIN accounts AS t12 ON n8."type" = %(p13)s::VARCHAR AND t12.id = n8.number
    LEFT OUTER JOIN posts AS t13 ON n8."type" = %(p14)s::VARCHAR AND t13.id = n8.number
    LEFT OUTER JOIN sources AS t14 ON t14.id = t13.source_id
    LEFT OUTER JOIN hashtags AS t15 ON n8."type" = %(p15)s::VARCHAR AND t15.id = n8.number
    LEFT OUTER JOIN places AS t16 ON n8."type" = %(p16)s::VARCHAR AND t16.id = n8.number
  )
)::text AS data
