-- 1 = -0.9563032994279688, 2 = 0.0016690658170257589, 3 = -0.29237170472273677, 4 = 0.9980297065619803, 5 = -0.9563032994279688, 6 = 0.0016690658170257589, 7 = -0.29237170472273677, 8 = -0.9563032994279688, 9 = 0.0016690658170257589, 10 = -0.29237170472273677, 11 = 0.9980297065619803, 12 = -0.9563032994279688, 13 = 0.0016690658170257589, 14 = -0.29237170472273677, 15 = 0
SELECT json_object(
  'places', (
    SELECT json_object(
      'totalCount', (
        SELECT count(*) AS count_1
        FROM places AS t0
        WHERE t0.x * ? + t0.y * ? + t0.z * ? >= ?
      ),
      'nodes', json_group_array(json_object('key', t0."key"))
    ) AS anon_1
    FROM (
      SELECT t0.x,
        t0.y,
        t0.z,
        t0."key",
        CAST (round((1.0 - (t0.x * ? + t0.y * ? + t0.z * ?)) * 1e15) AS BIGINT) AS distance
      FROM places AS t0
      WHERE t0.x * ? + t0.y * ? + t0.z * ? >= ?
      ORDER BY CAST (round((1.0 - (t0.x * ? + t0.y * ? + t0.z * ?)) * 1e15) AS BIGINT), t0."key"
      LIMIT 20 OFFSET ?
    ) AS t0
  )
) AS data
