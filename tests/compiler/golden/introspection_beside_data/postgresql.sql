-- no parameters
SELECT json_build_object(
  'dataset', (
    SELECT json_build_object('name', t0."name") AS anon_1
    FROM datasets AS t0
  )
)::text AS data
