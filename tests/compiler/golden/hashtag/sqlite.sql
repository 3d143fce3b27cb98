-- 1 = 3, 2 = 0, 3 = "YEAR", 4 = 0, 5 = "YEAR", 6 = 1, 7 = 0, 8 = 6808311398780434399, 9 = 0
SELECT json_object(
  'hashtag', (
    SELECT json_object(
      'name', t0."name",
      'display', t0.display,
      'variants', (
        SELECT json_group_array(json_object('spelling', t1.spelling, 'postCount', t1.post_count)) AS anon_2
        FROM (
          SELECT t1.hashtag_id, t1.spelling, t1.post_count
          FROM hashtag_variants AS t1
          WHERE t1.hashtag_id = t0.id
          ORDER BY t1.post_count DESC, t1.spelling
        ) AS t1
      ),
      'postCount', t0.post_count,
      'threadCount', t0.thread_count,
      'firstSeen', CASE
        WHEN t0.first_seen_earliest IS NOT NULL THEN json_object(
          'earliest', t0.first_seen_earliest, 'precision', t0.first_seen_precision
        ) END,
      'lastSeen', CASE
        WHEN t0.last_seen_earliest IS NOT NULL THEN json_object(
          'latest', t0.last_seen_latest, 'precision', t0.last_seen_precision
        ) END,
      'related', (
        SELECT json_group_array(
          json_object(
            'hashtag', json_object('display', t4.display, 'postCount', t4.post_count),
            'count', t2.pair_count,
            'jaccard', round(
              CAST ((t2.pair_count * 1.0) / (((t2.own_count + t2.other_count) - t2.pair_count) + 0.0) AS NUMERIC), 6
            )
          )
        ) AS anon_3
        FROM (
          SELECT t2.hashtag_id,
            t2.post_count,
            t2.other_id,
            t2.post_count AS pair_count,
            (
              SELECT t3."name"
              FROM hashtags AS t3
              WHERE t3.id = t2.other_id
            ) AS other_name,
            t0.post_count AS own_count,
            (
              SELECT t3.post_count
              FROM hashtags AS t3
              WHERE t3.id = t2.other_id
            ) AS other_count
          FROM hashtag_pairs AS t2
          WHERE t2.hashtag_id = t0.id AND t2.post_count > 0
          ORDER BY pair_count DESC, other_name
          LIMIT ? OFFSET ?
        ) AS t2
        LEFT OUTER JOIN hashtags AS t4 ON t4.id = t2.other_id
      ),
      'buckets', (
        SELECT json_group_array(json_object('start', b7u.starts, 'count', b7u.n)) AS anon_4
        FROM (
          SELECT t9.starts AS starts,
            t9.ends AS ends,
            CASE WHEN (t9.starts > b7f.starts) THEN 0 ELSE b7f.members END AS n,
            CASE WHEN (b7f.starts IS NULL) THEN 1 ELSE 0 END AS late
          FROM (
            SELECT b7.starts AS starts,
              sum(b7.members) AS members,
              lead(b7.starts) OVER (ORDER BY b7.starts) AS following
            FROM (
              SELECT (
                SELECT CASE WHEN (b7d.published_latest <= t8.ends) THEN t8.starts ELSE NULL END AS anon_5
                FROM periods AS t8
                WHERE t8.unit = ? AND t8.starts <= b7d.published_earliest
                ORDER BY t8.starts DESC
                LIMIT 1 OFFSET ?
              ) AS starts,
                b7d.members AS members
              FROM (
                SELECT t5.published_earliest, t5.published_latest, count(*) AS members
                FROM post_hashtags AS t6
                JOIN posts AS t5 ON t5.newest_first = t6.newest_first
                  AND t5.reading_order = t6.reading_order
                  AND t5.id = t6.post_id
                WHERE t6.hashtag_id = t0.id AND t6.is_first IS 1
                GROUP BY 1, 2
              ) AS b7d
              UNION ALL
              SELECT NULL AS starts, 0 AS members
            ) AS b7
            GROUP BY b7.starts
          ) AS b7f
          LEFT OUTER JOIN periods AS t9 ON t9.unit = ?
            AND t9.starts >= b7f.starts
            AND t9.starts < coalesce(b7f.following, b7f.starts || ' ')
          ORDER BY late, t9.starts
        ) AS b7u
      ),
      'posts', (
        SELECT json_object(
          'totalCount', t0.post_count, 'nodes', json_group_array(json_object('key', t10."key"))
        ) AS anon_6
        FROM (
          SELECT t10."key", t10.newest_first, t10.reading_order, t10.id
          FROM post_hashtags AS t11
          JOIN posts AS t10 ON t10.newest_first = t11.newest_first
            AND t10.reading_order = t11.reading_order
            AND t10.id = t11.post_id
          WHERE t11.hashtag_id = t0.id AND t11.is_first IS 1
          ORDER BY t11.newest_first, t11.reading_order, t11.post_id
          LIMIT ? OFFSET ?
        ) AS t10
      )
    ) AS anon_1
    FROM hashtags AS t0
    WHERE t0.id = (
      SELECT t0.id
      FROM hashtags AS t0
      WHERE t0.id = ?
      ORDER BY t0.post_count DESC, t0."name"
      LIMIT 1 OFFSET ?
    )
  )
) AS data
