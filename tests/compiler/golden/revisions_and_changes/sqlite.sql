-- 1 = 1, 2 = 0, 3 = 0, 4 = 2, 5 = 2, 6 = 100, 7 = 0, 8 = "Revision", 9 = "Source", 10 = "Thread", 11 = "Account", 12 = "Post", 13 = "Hashtag", 14 = "Place"
SELECT json_object(
  'dataset', (
    SELECT json_object(
      'revision', json_object('number', t1.number),
      'counts', (
        SELECT json_group_array(json_object('type', t2."type", 'count', t2."count")) AS anon_2
        FROM (
          SELECT t2."type", t2."count", t2.ordinal
          FROM tallies AS t2
          ORDER BY t2.ordinal
        ) AS t2
      ),
      'licences', json(t0.licences)
    ) AS anon_1
    FROM datasets AS t0
    LEFT OUTER JOIN revisions AS t1 ON t1.number = t0.revision
  ),
  'revisions', (
    SELECT json_object(
      'totalCount', (SELECT count(*) AS count_1 FROM revisions AS t3),
      'nodes', json_group_array(
        json_object(
          'number', t3.number,
          'added', t3.added,
          'changed', t3.changed,
          'removed', t3.removed,
          'changes', (
            SELECT json_object(
              'totalCount', (
                SELECT count(*) AS count_2
                FROM changes AS t4
                WHERE t4.revision = t3.number
              ),
              'nodes', json_group_array(json_object('key', t4."key"))
            ) AS anon_4
            FROM (
              SELECT t4.revision, t4."key", t4.ordinal
              FROM changes AS t4
              WHERE t4.revision = t3.number
              ORDER BY t4.revision, t4.ordinal
              LIMIT ? OFFSET ?
            ) AS t4
          )
        )
      )
    ) AS anon_3
    FROM (
      SELECT t3.number, t3.added, t3.changed, t3.removed
      FROM revisions AS t3
      ORDER BY t3.number DESC
      LIMIT 2 OFFSET ?
    ) AS t3
  ),
  'changes', (
    SELECT json_object(
      'totalCount', (
        SELECT count(*) AS count_3
        FROM changes AS t5
        WHERE t5.revision > ?
      ),
      'nodes', json_group_array(
        json_object(
          'revision', t5.revision,
          'action', t5.action,
          'type', t5."type",
          'key', t5."key",
          'fields', json(t5.fields),
          'node', CASE
            WHEN t6.number IS NOT NULL THEN json_object('__typename', 'Revision')
            WHEN t7.id IS NOT NULL THEN json_object('__typename', 'Source')
            WHEN t8.id IS NOT NULL THEN json_object('__typename', 'Thread')
            WHEN t9.id IS NOT NULL THEN json_object('__typename', 'Account')
            WHEN t10.id IS NOT NULL THEN json_object('__typename', 'Post')
            WHEN t11.id IS NOT NULL THEN json_object('__typename', 'Hashtag')
            WHEN t12.id IS NOT NULL THEN json_object('__typename', 'Place') END
        )
      )
    ) AS anon_5
    FROM (
      SELECT t5.revision, t5.action, t5."type", t5."key", t5.fields, t5.node_number, t5.ordinal
      FROM changes AS t5
      WHERE t5.revision > ?
      ORDER BY t5.revision, t5.ordinal
      LIMIT ? OFFSET ?
    ) AS t5
    LEFT OUTER JOIN revisions AS t6 ON t5."type" = ? AND t6.number = t5.node_number
    LEFT OUTER JOIN sources AS t7 ON t5."type" = ? AND t7.id = t5.node_number
    LEFT OUTER JOIN threads AS t8 ON t5."type" = ? AND t8.id = t5.node_number
    LEFT OUTER JOIN accounts AS t9 ON t5."type" = ? AND t9.id = t5.node_number
    LEFT OUTER JOIN posts AS t10 ON t5."type" = ? AND t10.id = t5.node_number
    LEFT OUTER JOIN hashtags AS t11 ON t5."type" = ? AND t11.id = t5.node_number
    LEFT OUTER JOIN places AS t12 ON t5."type" = ? AND t12.id = t5.node_number
  )
) AS data
