-- no parameters
SELECT json_build_object(
  'posts', (
    SELECT json_build_object(
      'totalCount', coalesce(
        (
          SELECT t1."count"
          FROM tallies AS t1
          WHERE t1."type" = 'Post'
        ),
        0
      ),
      'nodes', coalesce(
        json_agg(
          json_build_object(
            'key', t0."key",
            'published', CASE
              WHEN t0.published_earliest IS NOT NULL THEN json_build_object(
                'earliest', t0.published_earliest,
                'latest', t0.published_latest,
                'precision', t0.published_precision
              ) END
          )
          ORDER BY t0.newest_first, t0.reading_order, t0.id
        ),
        '[]'::json
      ),
      'pageInfo', json_build_object(
        'hasNextPage', EXISTS (SELECT 1 FROM posts AS t0 LIMIT 1 OFFSET 3), 'hasPreviousPage', false
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
      LIMIT 3
    ) AS t0
  )
)::text AS data
