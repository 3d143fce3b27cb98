-- 1 = "MONTH", 2 = 0, 3 = 0, 4 = "MONTH", 5 = 0
SELECT '{"posts":' || root.j0 || '}' AS data
FROM (
  SELECT '{"totalCount":'
    || json_quote(
      coalesce(
        (
          SELECT t1."count"
          FROM tallies AS t1
          WHERE t1."type" = 'Post'
        ),
        0
      )
    )
    || ',"buckets":'
    || (
      WITH b2 AS (
        SELECT (
          SELECT CASE WHEN (t0.published_latest <= t3.ends) THEN t3.starts ELSE NULL END AS anon_1
          FROM periods AS t3
          WHERE t3.unit = ? AND t3.starts <= t0.published_earliest
          ORDER BY t3.starts DESC
          LIMIT 1 OFFSET ?
        ) AS starts,
          count(*) AS members
        FROM posts AS t0
        GROUP BY 1
      )
      SELECT '['
        || ifnull(
          group_concat(
            '{"start":'
              || json_quote(b2u.starts)
              || ',"end":'
              || json_quote(b2u.ends)
              || ',"count":'
              || json_quote(b2u.n)
              || '}',
            ','
          ),
          ''
        )
        || ']' AS anon_2
      FROM (
        SELECT t4.starts AS starts, t4.ends AS ends, coalesce(b2.members, ?) AS n, 0 AS late
        FROM periods AS t4
        LEFT OUTER JOIN b2 ON b2.starts = t4.starts
        WHERE t4.unit = ?
          AND t4.starts >= (SELECT min(b2.starts) AS min_1 FROM b2)
          AND t4.starts <= (SELECT max(b2.starts) AS max_1 FROM b2)
        UNION ALL
        SELECT NULL AS starts, NULL AS ends, coalesce(sum(b2.members), ?) AS n, 1 AS late
        FROM b2
        WHERE b2.starts IS NULL
        ORDER BY late, starts
      ) AS b2u
    )
    || '}' AS j0
) AS root
