-- p0 = "%cafes%", p1 = "%5\\% or 5\\_000? a back\\\\slash%", p2 = "%5\\_ or%", p3 = "a post%"
SELECT json_build_object(
  'accents', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t0."key") ORDER BY t0.newest_first, t0.reading_order, t0.id), '[]'::json
      )
    ) AS anon_1
    FROM (
      SELECT t0.id, t0."key", t0.newest_first, t0.reading_order
      FROM posts AS t0
      WHERE EXISTS (
        SELECT 1
        FROM post_texts AS t1
        WHERE t1.post_id = t0.id AND t1.folded LIKE %(p0)s::VARCHAR ESCAPE '\'
      )
      ORDER BY t0.newest_first, t0.reading_order, t0.id
      LIMIT 20
    ) AS t0
  ),
  'signs', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(json_build_object('key', t2."key") ORDER BY t2.newest_first, t2.reading_order, t2.id), '[]'::json
      )
    ) AS anon_2
    FROM (
      SELECT t2.id, t2."key", t2.newest_first, t2.reading_order
      FROM posts AS t2
      WHERE EXISTS (
        SELECT 1
        FROM post_texts AS t3
        WHERE t3.post_id = t2.id AND t3.folded LIKE %(p1)s::VARCHAR ESCAPE '\'
      )
      ORDER BY t2.newest_first, t2.reading_order, t2.id
      LIMIT 20
    ) AS t2
  ),
  'no_wildcard', json_build_object(
    'totalCount', (
      SELECT count(*) AS count_1
      FROM posts AS t4
      WHERE EXISTS (
        SELECT 1
        FROM post_texts AS t5
        WHERE t5.post_id = t4.id AND t5.folded LIKE %(p2)s::VARCHAR ESCAPE '\'
      )
    )
  ),
  'beginning', (
    SELECT json_build_object(
      'nodes', coalesce(
        json_agg(
          json_build_object('key', t6."key", 'text', t6."text") ORDER BY t6.newest_first, t6.reading_order, t6.id
        ),
        '[]'::json
      )
    ) AS anon_3
    FROM (
      SELECT t6.id, t6."key", t6."text", t6.newest_first, t6.reading_order
      FROM posts AS t6
      WHERE EXISTS (
        SELECT 1
        FROM post_texts AS t7
        WHERE t7.post_id = t6.id AND t7.folded LIKE %(p3)s::VARCHAR ESCAPE '\'
      )
      ORDER BY t6.newest_first, t6.reading_order, t6.id
      LIMIT 20
    ) AS t6
  )
)::text AS data
