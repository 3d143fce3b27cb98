-- 1 = "2022-12-31", 2 = "2023-01-01", 3 = 0, 4 = 0
SELECT json_object(
  'new_year', (
    SELECT json_object(
      'nodes', json_group_array(
        json_object(
          'key', t0."key",
          'published', CASE
            WHEN t0.published_earliest IS NOT NULL THEN json_object(
              'earliest', t0.published_earliest,
              'latest', t0.published_latest,
              'precision', t0.published_precision,
              'basis', t0.published_basis
            ) END
        )
      )
    ) AS anon_1
    FROM (
      SELECT t0.published_latest,
        t0.published_earliest,
        t0."key",
        t0.published_precision,
        t0.published_basis,
        t0.reading_order,
        t0.id
      FROM posts AS t0
      WHERE t0.published_latest >= ? AND t0.published_earliest <= ?
      ORDER BY t0."key", t0.reading_order, t0.id
      LIMIT 20 OFFSET ?
    ) AS t0
  ),
  'undated', (
    SELECT json_object('nodes', json_group_array(json_object('key', t1."key"))) AS anon_2
    FROM (
      SELECT t1.published_earliest, t1."key", t1.reading_order, t1.id
      FROM posts AS t1
      WHERE t1.published_earliest IS NULL
      ORDER BY t1."key", t1.reading_order, t1.id
      LIMIT 20 OFFSET ?
    ) AS t1
  )
) AS data
