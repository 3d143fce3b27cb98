-- p0 = "785aeabb", p1 = "archive/letters/1/2", p2 = 1048578, p3 = 1727472562185605453
SELECT json_build_object(
  'posts', (
    SELECT json_build_object(
      'edges', coalesce(
        json_agg(
          json_build_object(
            'cursor', %(p0)s::VARCHAR
              || '.'
              || upper(encode(convert_to(t0."key", 'UTF8'), 'hex'))
              || '.'
              || CAST (t0.reading_order AS TEXT)
              || '.'
              || CAST (t0.id AS TEXT),
            'node', json_build_object('key', t0."key")
          )
          ORDER BY t0."key", t0.reading_order, t0.id
        ),
        '[]'::json
      ),
      'pageInfo', json_build_object(
        'hasNextPage', EXISTS (
          SELECT 1
          FROM posts AS t0
          WHERE (t0."key", t0.reading_order, t0.id) > (%(p1)s::VARCHAR, %(p2)s::BIGINT, %(p3)s::BIGINT)
          LIMIT 1 OFFSET 2
        ),
        'hasPreviousPage', EXISTS (
          SELECT 1
          FROM posts AS t0
          WHERE (t0."key", t0.reading_order, t0.id) <= (%(p1)s::VARCHAR, %(p2)s::BIGINT, %(p3)s::BIGINT)
        ),
        'startCursor', (
          array_agg(
            %(p0)s::VARCHAR
              || '.'
              || upper(encode(convert_to(t0."key", 'UTF8'), 'hex'))
              || '.'
              || CAST (t0.reading_order AS TEXT)
              || '.'
              || CAST (t0.id AS TEXT)
            ORDER BY t0."key", t0.reading_order, t0.id
          )
        )[1],
        'endCursor', (
          array_agg(
            %(p0)s::VARCHAR
              || '.'
              || upper(encode(convert_to(t0."key", 'UTF8'), 'hex'))
              || '.'
              || CAST (t0.reading_order AS TEXT)
              || '.'
              || CAST (t0.id AS TEXT)
            ORDER BY t0."key", t0.reading_order, t0.id
          )
        )[count (*)]
      )
    ) AS anon_1
    FROM (
      SELECT t0."key", t0.reading_order, t0.id
      FROM posts AS t0
      WHERE (t0."key", t0.reading_order, t0.id) > (%(p1)s::VARCHAR, %(p2)s::BIGINT, %(p3)s::BIGINT)
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 2
    ) AS t0
  )
)::text AS data
