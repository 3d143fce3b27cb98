-- p0 = -0.9563032994279688, p1 = 0.0016690658170257589, p2 = -0.29237170472273677, p3 = 0.9980297065619803, p4 = -0.9563032994279688, p5 = 0.0016690658170257589, p6 = -0.29237170472273677, p7 = -0.9563032994279688, p8 = 0.0016690658170257589, p9 = -0.29237170472273677, p10 = -0.9563032994279688, p11 = 0.0016690658170257589, p12 = -0.29237170472273677
SELECT json_build_object(
  'places', (
    SELECT json_build_object(
      'totalCount', (
        SELECT count(*) AS count_1
        FROM places AS t0
        WHERE t0.x * %(p0)s + t0.y * %(p1)s + t0.z * %(p2)s >= %(p3)s
      ),
      'nodes', coalesce(json_agg(json_build_object('key', t0."key") ORDER BY t0.distance, t0."key"), '[]'::json)
    ) AS anon_1
    FROM (
      SELECT t0.x,
        t0.y,
        t0.z,
        t0."key",
        CAST (round((1.0 - (t0.x * %(p4)s + t0.y * %(p5)s + t0.z * %(p6)s)) * 1e15) AS BIGINT) AS distance
      FROM places AS t0
      WHERE t0.x * %(p0)s + t0.y * %(p1)s + t0.z * %(p2)s >= %(p3)s
      ORDER BY CAST (round((1.0 - (t0.x * %(p10)s + t0.y * %(p11)s + t0.z * %(p12)s)) * 1e15) AS BIGINT), t0."key"
      LIMIT 20
    ) AS t0
  )
)::text AS data
