-- p0 = "lakeroad/1/6"
SELECT json_build_object(
  'post', (
    SELECT json_build_object('key', t0."key", 'marker', t0.marker) AS anon_1
    FROM posts AS t0
    WHERE t0."key" = %(p0)s::VARCHAR
  )
)::text AS data
