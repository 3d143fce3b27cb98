-- p0 = "[\"lakeroad/1/1\", \"quiet-border/1\", \"no'such\"]"
SELECT json_build_object(
  'posts', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t0."key") ORDER BY t0."key", t0.reading_order, t0.id), '[]'::json
      )
    ) AS anon_1
    FROM (
      SELECT t0."key", t0.reading_order, t0.id
      FROM posts AS t0
      WHERE t0."key" IN (
        SELECT value
        FROM json_array_elements_text((%(p0)s::VARCHAR)::json)
      )
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 20
    ) AS t0
  )
)::text AS data
