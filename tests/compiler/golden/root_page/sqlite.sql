-- 1 = 0
SELECT json_object(
  'posts', (
    SELECT json_object(
      'totalCount', coalesce(
        (
          SELECT t1."count"
          FROM tallies AS t1
          WHERE t1."type" = 'Post'
        ),
        0
      ),
      'nodes', json_group_array(
        json_object(
          'key', t0."key",
          'published', CASE
            WHEN t0.published_earliest IS NOT NULL THEN json_object(
              'earliest', t0.published_earliest, 'latest', t0.published_latest, 'precision', t0.published_precision
            ) END
        )
      ),
      'pageInfo', json_object(
        'hasNextPage', CASE EXISTS (SELECT 1 FROM posts AS t0 LIMIT 1 OFFSET 3)
          WHEN 1 THEN json('true')
          WHEN 0 THEN json('false') END,
        'hasPreviousPage', CASE 0 WHEN 1 THEN json('true') WHEN 0 THEN json('false') END
      )
    ) AS anon_1
    FROM (
      SELECT t0."key",
        t0.published_earliest,
        t0.published_latest,
        t0.published_precision,
        t0.newest_first,
        t0.reading_order,
        t0.id
      FROM posts AS t0
      ORDER BY t0.newest_first, t0.reading_order, t0.id
      LIMIT 3 OFFSET ?
    ) AS t0
  )
) AS data
