-- 1 = 0
SELECT json_object(
  'posts', (
    SELECT json_object(
      'nodes', json_group_array(
        json_object(
          'key', t0."key",
          'published', CASE
            WHEN t0.published_earliest IS NOT NULL THEN json_object(
              'earliest', t0.published_earliest, 'latest', t0.published_latest
            ) END
        )
      )
    ) AS anon_1
    FROM (
      SELECT t0."key", t0.published_earliest, t0.published_latest, t0.newest_first, t0.reading_order, t0.id
      FROM posts AS t0
      ORDER BY t0.newest_first, t0."key", t0.reading_order, t0.id
      LIMIT 100 OFFSET ?
    ) AS t0
  )
) AS data
