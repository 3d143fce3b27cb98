-- p0 = "97d8dca8"
SELECT json_build_object(
  'posts', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t0."key") ORDER BY t0.newest_first, t0.reading_order, t0.id), '[]'::json
      ),
      'pageInfo', json_build_object(
        'hasNextPage', EXISTS (SELECT 1 FROM posts AS t0 LIMIT 1 OFFSET 0),
        'hasPreviousPage', false,
        'startCursor', (
          array_agg(
            %(p0)s::VARCHAR
              || '.'
              || CAST (t0.newest_first AS TEXT)
              || '.'
              || CAST (t0.reading_order AS TEXT)
              || '.'
              || CAST (t0.id AS TEXT)
            ORDER BY t0.newest_first, t0.reading_order, t0.id
          )
        )[1],
        'endCursor', (
          array_agg(
            %(p0)s::VARCHAR
              || '.'
              || CAST (t0.newest_first AS TEXT)
              || '.'
              || CAST (t0.reading_order AS TEXT)
              || '.'
              || CAST (t0.id AS TEXT)
            ORDER BY t0.newest_first, t0.reading_order, t0.id
          )
        )[count (*)]
      )
    ) AS anon_1
    FROM (
      SELECT t0."key", t0.newest_first, t0.reading_order, t0.id
      FROM posts AS t0
      ORDER BY t0.newest_first, t0.reading_order, t0.id
      LIMIT 0
    ) AS t0
  )
)::text AS data
