-- p0 = "MONTH", coalesce_1 = 0, coalesce_2 = 0
SELECT json_build_object(
  'posts', json_build_object(
    'totalCount', coalesce(
      (
        SELECT t1."count"
        FROM tallies AS t1
        WHERE t1."type" = 'Post'
      ),
      0
    ),
    'buckets', (
      WITH b2 AS (
        SELECT (
          SELECT CASE WHEN (t0.published_latest <= t3.ends) THEN t3.starts ELSE NULL END AS anon_1
          FROM periods AS t3
          WHERE t3.unit = %(p0)s::VARCHAR AND t3.starts <= t0.published_earliest
          ORDER BY t3.starts DESC
          LIMIT 1
        ) AS starts,
          count(*) AS members
        FROM posts AS t0
        GROUP BY 1
      )
      SELECT coalesce(
        json_agg(
          json_build_object('start', b2u.starts, 'end', b2u.ends, 'count', b2u.n) ORDER BY b2u.late, b2u.starts
        ),
        '[]'::json
      ) AS anon_2
      FROM (
        SELECT t4.starts AS starts, t4.ends AS ends, coalesce(b2.members, %(coalesce_1)s::INTEGER) AS n, 0 AS late
        FROM periods AS t4
        LEFT OUTER JOIN b2 ON b2.starts = t4.starts
        WHERE t4.unit = %(p0)s::VARCHAR
          AND t4.starts >= (SELECT min(b2.starts) AS min_1 FROM b2)
          AND t4.starts <= (SELECT max(b2.starts) AS max_1 FROM b2)
        UNION ALL
        SELECT NULL AS starts, NULL AS ends, coalesce(sum(b2.members), %(coalesce_2)s::INTEGER) AS n, 1 AS late
        FROM b2
        WHERE b2.starts IS NULL
        ORDER BY late, starts
      ) AS b2u
    )
  )
)::text AS data
