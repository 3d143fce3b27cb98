-- p0 = "MONTH"
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
      SELECT coalesce(
        json_agg(
          json_build_object('start', b2u.starts, 'end', b2u.ends, 'count', b2u.n) ORDER BY b2u.late, b2u.starts
        ),
        '[]'::json
      ) AS anon_1
      FROM (
        SELECT t4.starts AS starts,
          t4.ends AS ends,
          CASE WHEN (t4.starts > b2f.starts) THEN 0 ELSE b2f.members END AS n,
          CASE WHEN (b2f.starts IS NULL) THEN 1 ELSE 0 END AS late
        FROM (
          SELECT b2.starts AS starts,
            sum(b2.members) AS members,
            lead(b2.starts) OVER (ORDER BY b2.starts) AS following
          FROM (
            SELECT (
              SELECT CASE WHEN (b2d.published_latest <= t3.ends) THEN t3.starts ELSE NULL END AS anon_2
              FROM periods AS t3
              WHERE t3.unit = %(p0)s::VARCHAR AND t3.starts <= b2d.published_earliest
              ORDER BY t3.starts DESC
              LIMIT 1
            ) AS starts,
              b2d.members AS members
            FROM (
              SELECT t0.published_earliest, t0.published_latest, count(*) AS members
              FROM posts AS t0
              GROUP BY 1, 2
            ) AS b2d
            UNION ALL
            SELECT NULL AS starts, 0 AS members
          ) AS b2
          GROUP BY b2.starts
        ) AS b2f
        LEFT OUTER JOIN periods AS t4 ON t4.unit = %(p0)s::VARCHAR
          AND t4.starts >= b2f.starts
          AND t4.starts < coalesce(b2f.following, b2f.starts || ' ')
        ORDER BY late, t4.starts
      ) AS b2u
    )
  )
)::text AS data
