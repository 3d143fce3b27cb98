-- 1 = 0, 2 = 0, 3 = 0, 4 = "lakeroad/1/2", 5 = 0, 6 = 0, 7 = "valley-notes/alone-2", 8 = "nobody"
SELECT json_object(
  'second', (
    SELECT json_object(
      'source', json_object('title', t1.title),
      'thread', CASE
        WHEN t2.id IS NOT NULL THEN json_object(
          'title', t2.title,
          'author', CASE
            WHEN t3.id IS NOT NULL THEN json_object('handle', t3.handle, 'displayName', t3.display_name) END
        ) END,
      'author', CASE WHEN t4.id IS NOT NULL THEN json_object('handle', t4.handle) END,
      'previous', CASE
        WHEN t5.id IS NOT NULL THEN json_object(
          'key', t5."key", 'next', CASE WHEN t6.id IS NOT NULL THEN json_object('key', t6."key") END
        ) END,
      'next', CASE WHEN t7.id IS NOT NULL THEN json_object('key', t7."key") END
    ) AS anon_1
    FROM posts AS t0
    LEFT OUTER JOIN sources AS t1 ON t1.id = t0.source_id
    LEFT OUTER JOIN threads AS t2 ON t2.id = t0.thread_id
    LEFT OUTER JOIN accounts AS t3 ON t3.id = t2.author_id
    LEFT OUTER JOIN accounts AS t4 ON t4.id = t0.author_id
    LEFT OUTER JOIN posts AS t5 ON t5.id = (
      SELECT t5n.id
      FROM posts AS t5n
      WHERE t5n.thread_id = t0.thread_id
        AND (t5n."position" < t0."position" OR t5n."position" = t0."position" AND t5n.id < t0.id)
      ORDER BY t5n."position" DESC, t5n.id DESC
      LIMIT 1 OFFSET ?
    )
    LEFT OUTER JOIN posts AS t6 ON t6.id = (
      SELECT t6n.id
      FROM posts AS t6n
      WHERE t6n.thread_id = t5.thread_id
        AND (t6n."position" > t5."position" OR t6n."position" = t5."position" AND t6n.id > t5.id)
      ORDER BY t6n."position", t6n.id
      LIMIT 1 OFFSET ?
    )
    LEFT OUTER JOIN posts AS t7 ON t7.id = (
      SELECT t7n.id
      FROM posts AS t7n
      WHERE t7n.thread_id = t0.thread_id
        AND (t7n."position" > t0."position" OR t7n."position" = t0."position" AND t7n.id > t0.id)
      ORDER BY t7n."position", t7n.id
      LIMIT 1 OFFSET ?
    )
    WHERE t0."key" = ?
  ),
  'alone', (
    SELECT json_object(
      'thread', CASE WHEN t9.id IS NOT NULL THEN json_object('key', t9."key") END,
      'author', CASE WHEN t10.id IS NOT NULL THEN json_object('handle', t10.handle) END,
      'next', CASE WHEN t11.id IS NOT NULL THEN json_object('key', t11."key") END,
      'previous', CASE WHEN t12.id IS NOT NULL THEN json_object('key', t12."key") END
    ) AS anon_2
    FROM posts AS t8
    LEFT OUTER JOIN threads AS t9 ON t9.id = t8.thread_id
    LEFT OUTER JOIN accounts AS t10 ON t10.id = t8.author_id
    LEFT OUTER JOIN posts AS t11 ON t11.id = (
      SELECT t11n.id
      FROM posts AS t11n
      WHERE t11n.thread_id = t8.thread_id
        AND (t11n."position" > t8."position" OR t11n."position" = t8."position" AND t11n.id > t8.id)
      ORDER BY t11n."position", t11n.id
      LIMIT 1 OFFSET ?
    )
    LEFT OUTER JOIN posts AS t12 ON t12.id = (
      SELECT t12n.id
      FROM posts AS t12n
      WHERE t12n.thread_id = t8.thread_id
        AND (t12n."position" < t8."position" OR t12n."position" = t8."position" AND t12n.id < t8.id)
      ORDER BY t12n."position" DESC, t12n.id DESC
      LIMIT 1 OFFSET ?
    )
    WHERE t8."key" = ?
  ),
  'nobody', (
    SELECT json_object('key', t13."key") AS anon_3
    FROM posts AS t13
    WHERE t13."key" = ?
  )
) AS data
