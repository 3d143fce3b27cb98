-- no parameters
SELECT json_object(
  'dataset', (
    SELECT json_object('name', t0."name") AS anon_1
    FROM datasets AS t0
  )
) AS data
