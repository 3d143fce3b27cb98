-- 1 = "[\" road\"]", 2 = "((\"road\"*) NOT (\"fiji\"))", 3 = 0, 4 = "[[0, 1, \" road\"], [0, 0, \" fiji \"]]", 5 = "[[0, 0, 1, \"road\", 1]]", 6 = 0, 7 = 1, 8 = "[[0, 0, 1, \"road\", 1]]", 9 = 0, 10 = 3, 11 = 3, 12 = 0
WITH f0 AS MATERIALIZED (
  SELECT l13.value AS needle
  FROM (SELECT key AS ordinal, value FROM json_each(?)) AS l13
),
  s3 AS MATERIALIZED (
    SELECT t0.post_id AS id,
      t1.newest_first AS newest_first,
      t1.reading_order AS reading_order,
      (
        SELECT coalesce(sum((1000 * n14c.times) / (n14c.times + 1)), 0) AS coalesce_1
        FROM (
          SELECT (
            length(CAST (t0.searched AS BLOB)) - length(CAST (replace(t0.searched, n14.needle, '') AS BLOB))
          ) / length(CAST (n14.needle AS BLOB)) AS times
          FROM f0 AS n14
        ) AS n14c
      ) AS score
    FROM post_texts AS t0
    JOIN posts AS t1 ON t1.id = t0.post_id
    WHERE t0.post_id IN (SELECT rowid FROM post_index(?))
      AND (
        ? = 0
        OR (
          EXISTS (
            SELECT b2.branch
            FROM (
              SELECT key AS ordinal,
                json_extract(value, '$[0]') AS branch,
                json_extract(value, '$[1]') AS wanted,
                json_extract(value, '$[2]') AS needle
              FROM json_each(?)
            ) AS b2
            GROUP BY b2.branch
            HAVING min(
              CASE
              WHEN (
                CASE WHEN (replace(t0.searched, b2.needle, '') != t0.searched) THEN 1 ELSE 0 END = b2.wanted
              ) THEN 1
                ELSE 0 END
            ) = 1
          )
        )
      )
  )
SELECT json_object(
  'posts', (
    SELECT json_object(
      'totalCount', (SELECT count(*) AS count_1 FROM s3 AS t5),
      'edges', json_group_array(
        json_object(
          'node', json_object('key', t4."key"),
          'match', json_object(
            'score', round(CAST (t4.score / (1000.0 + 0.0) AS NUMERIC), 3),
            'snippet', (
              WITH m7c AS MATERIALIZED (
                WITH m7a AS MATERIALIZED (
                  WITH m7f AS MATERIALIZED (
                    SELECT m7.part AS part, m7.number AS number, m7.begins AS begins, m7.ends AS ends
                    FROM (
                      SELECT min(m7e.first) AS first,
                        max(m7e.last) AS last,
                        min(m7e.part) AS part,
                        min(m7e.number) AS number,
                        min(m7e.begins) AS begins,
                        min(m7e.begins16) AS begins16,
                        max(m7e.ends) AS ends,
                        max(m7e.ends16) AS ends16
                      FROM (
                        SELECT m7ew.ordinal AS first,
                          m7ew.ordinal AS last,
                          m7ew.word AS word,
                          m7ew.begins AS begins,
                          m7ew.ends AS ends,
                          coalesce(m7ew.part, 'TEXT') AS part,
                          coalesce(m7ew.number, 0) AS number,
                          coalesce(m7ew.begins16, m7ew.begins) AS begins16,
                          coalesce(m7ew.ends16, m7ew.ends) AS ends16
                        FROM (
                          SELECT key AS ordinal,
                            json_extract(value, '$[0]') AS word,
                            json_extract(value, '$[1]') AS begins,
                            json_extract(value, '$[2]') AS ends,
                            json_extract(value, '$[3]') AS part,
                            json_extract(value, '$[4]') AS number,
                            json_extract(value, '$[5]') AS begins16,
                            json_extract(value, '$[6]') AS ends16
                          FROM json_each(t6.words)
                        ) AS m7ew
                      ) AS m7e
                      JOIN (
                        SELECT key AS ordinal,
                          json_extract(value, '$[0]') AS term,
                          json_extract(value, '$[1]') AS place,
                          json_extract(value, '$[2]') AS length,
                          json_extract(value, '$[3]') AS word,
                          json_extract(value, '$[4]') AS begun
                        FROM json_each(?)
                      ) AS m7t ON m7e.word = m7t.word
                        OR m7t.begun = 1 AND substr(m7e.word, 1, length(m7t.word)) = m7t.word
                      GROUP BY m7e.first - m7t.place, m7t.term
                      HAVING count(*) = min(m7t.length)
                    ) AS m7
                    ORDER BY CASE WHEN (m7.part = 'TEXT') THEN 0 ELSE 1 END, m7.first
                    LIMIT 1 OFFSET ?
                  )
                  SELECT m7f.part AS part,
                    m7f.number AS number,
                    CASE
                      WHEN (m7f.part = 'TEXT') THEN t4."text"
                      WHEN (m7f.part = 'TITLE') THEN t4.title
                      WHEN (m7f.part = 'STANDFIRST') THEN t4.standfirst
                      WHEN (m7f.part = 'CAPTION') THEN (
                        SELECT t8.caption
                        FROM media AS t8
                        WHERE t8.post_id = t4.id AND t8.ordinal = m7f.number
                      )
                        ELSE (
                          SELECT t9."text"
                          FROM footnotes AS t9
                          WHERE t9.post_id = t4.id AND t9.ordinal = m7f.number
                        ) END AS words,
                    CASE
                      WHEN (
                        length(
                          CASE
                          WHEN (m7f.part = 'TEXT') THEN t4."text"
                          WHEN (m7f.part = 'TITLE') THEN t4.title
                          WHEN (m7f.part = 'STANDFIRST') THEN t4.standfirst
                          WHEN (m7f.part = 'CAPTION') THEN (
                            SELECT t8.caption
                            FROM media AS t8
                            WHERE t8.post_id = t4.id AND t8.ordinal = m7f.number
                          )
                            ELSE (
                              SELECT t9."text"
                              FROM footnotes AS t9
                              WHERE t9.post_id = t4.id AND t9.ordinal = m7f.number
                            ) END
                        ) <= 160
                        OR m7f.begins <= CASE WHEN (m7f.ends - m7f.begins <= 98) THEN 60 ELSE 0 END
                      ) THEN 0
                        ELSE (
                          SELECT min(m7fe.begins) AS min_1
                          FROM (
                            SELECT m7few.ordinal AS first,
                              m7few.ordinal AS last,
                              m7few.word AS word,
                              m7few.begins AS begins,
                              m7few.ends AS ends,
                              coalesce(m7few.part, 'TEXT') AS part,
                              coalesce(m7few.number, 0) AS number,
                              coalesce(m7few.begins16, m7few.begins) AS begins16,
                              coalesce(m7few.ends16, m7few.ends) AS ends16
                            FROM (
                              SELECT key AS ordinal,
                                json_extract(value, '$[0]') AS word,
                                json_extract(value, '$[1]') AS begins,
                                json_extract(value, '$[2]') AS ends,
                                json_extract(value, '$[3]') AS part,
                                json_extract(value, '$[4]') AS number,
                                json_extract(value, '$[5]') AS begins16,
                                json_extract(value, '$[6]') AS ends16
                              FROM json_each(t6.words)
                            ) AS m7few
                          ) AS m7fe
                          WHERE m7fe.part = m7f.part
                            AND m7fe.number = m7f.number
                            AND m7fe.begins >= m7f.begins - CASE
                              WHEN (m7f.ends - m7f.begins <= 98) THEN 60 ELSE 0 END
                        ) END AS start
                  FROM m7f
                )
                SELECT m7a.words AS words,
                  m7a.start AS start,
                  CASE
                    WHEN (
                      length(m7a.words) - m7a.start <= CASE WHEN (m7a.start > 0) THEN 159 ELSE 160 END
                    ) THEN length(m7a.words)
                      ELSE coalesce(
                        (
                          SELECT max(m7ae.ends) AS max_1
                          FROM (
                            SELECT m7aew.ordinal AS first,
                              m7aew.ordinal AS last,
                              m7aew.word AS word,
                              m7aew.begins AS begins,
                              m7aew.ends AS ends,
                              coalesce(m7aew.part, 'TEXT') AS part,
                              coalesce(m7aew.number, 0) AS number,
                              coalesce(m7aew.begins16, m7aew.begins) AS begins16,
                              coalesce(m7aew.ends16, m7aew.ends) AS ends16
                            FROM (
                              SELECT key AS ordinal,
                                json_extract(value, '$[0]') AS word,
                                json_extract(value, '$[1]') AS begins,
                                json_extract(value, '$[2]') AS ends,
                                json_extract(value, '$[3]') AS part,
                                json_extract(value, '$[4]') AS number,
                                json_extract(value, '$[5]') AS begins16,
                                json_extract(value, '$[6]') AS ends16
                              FROM json_each(t6.words)
                            ) AS m7aew
                          ) AS m7ae
                          WHERE m7ae.part = m7a.part
                            AND m7ae.number = m7a.number
                            AND m7ae.ends > m7a.start
                            AND m7ae.ends < m7a.start + CASE WHEN (m7a.start > 0) THEN 159 ELSE 160 END
                        ),
                        (m7a.start + CASE WHEN (m7a.start > 0) THEN 159 ELSE 160 END) - 1
                      ) END AS stop
                FROM m7a
              )
              SELECT CASE WHEN (m7c.start > 0) THEN '…' ELSE '' END
                || substr(m7c.words, m7c.start + 1, m7c.stop - m7c.start)
                || CASE WHEN (m7c.stop < length(m7c.words)) THEN '…' ELSE '' END AS anon_2
              FROM m7c
            ),
            'spans', (
              SELECT json_group_array(
                json_object('part', m10.part, 'start', m10."start", 'end', m10."end", 'text', m10."text")
              ) AS anon_3
              FROM (
                SELECT m10i.first AS first,
                  m10i.part AS part,
                  m10i.begins AS start,
                  m10i.ends AS "end",
                  substr(
                    CASE
                      WHEN (m10i.part = 'TEXT') THEN t4."text"
                      WHEN (m10i.part = 'TITLE') THEN t4.title
                      WHEN (m10i.part = 'STANDFIRST') THEN t4.standfirst
                      WHEN (m10i.part = 'CAPTION') THEN (
                        SELECT t11.caption
                        FROM media AS t11
                        WHERE t11.post_id = t4.id AND t11.ordinal = m10i.number
                      )
                        ELSE (
                          SELECT t12."text"
                          FROM footnotes AS t12
                          WHERE t12.post_id = t4.id AND t12.ordinal = m10i.number
                        ) END,
                    m10i.begins + 1,
                    m10i.ends - m10i.begins
                  ) AS text
                FROM (
                  SELECT min(m10in.first) AS first,
                    max(m10in.last) AS last,
                    min(m10in.part) AS part,
                    min(m10in.number) AS number,
                    min(m10in.begins) AS begins,
                    min(m10in.begins16) AS begins16,
                    max(m10in.ends) AS ends,
                    max(m10in.ends16) AS ends16
                  FROM (
                    SELECT m10io.*, sum(m10io.opens) OVER (ORDER BY m10io.first, m10io.last) AS island
                    FROM (
                      SELECT m10im.*,
                        CASE
                          WHEN (
                            m10im.first <= max(m10im.last) OVER (
                              ORDER BY m10im.first, m10im.last ROWS BETWEEN UNBOUNDED PRECEDING AND ? PRECEDING
                            )
                          ) THEN 0
                            ELSE 1 END AS opens
                      FROM (
                        SELECT min(m10ime.first) AS first,
                          max(m10ime.last) AS last,
                          min(m10ime.part) AS part,
                          min(m10ime.number) AS number,
                          min(m10ime.begins) AS begins,
                          min(m10ime.begins16) AS begins16,
                          max(m10ime.ends) AS ends,
                          max(m10ime.ends16) AS ends16
                        FROM (
                          SELECT m10imew.ordinal AS first,
                            m10imew.ordinal AS last,
                            m10imew.word AS word,
                            m10imew.begins AS begins,
                            m10imew.ends AS ends,
                            coalesce(m10imew.part, 'TEXT') AS part,
                            coalesce(m10imew.number, 0) AS number,
                            coalesce(m10imew.begins16, m10imew.begins) AS begins16,
                            coalesce(m10imew.ends16, m10imew.ends) AS ends16
                          FROM (
                            SELECT key AS ordinal,
                              json_extract(value, '$[0]') AS word,
                              json_extract(value, '$[1]') AS begins,
                              json_extract(value, '$[2]') AS ends,
                              json_extract(value, '$[3]') AS part,
                              json_extract(value, '$[4]') AS number,
                              json_extract(value, '$[5]') AS begins16,
                              json_extract(value, '$[6]') AS ends16
                            FROM json_each(t6.words)
                          ) AS m10imew
                        ) AS m10ime
                        JOIN (
                          SELECT key AS ordinal,
                            json_extract(value, '$[0]') AS term,
                            json_extract(value, '$[1]') AS place,
                            json_extract(value, '$[2]') AS length,
                            json_extract(value, '$[3]') AS word,
                            json_extract(value, '$[4]') AS begun
                          FROM json_each(?)
                        ) AS m10imt ON m10ime.word = m10imt.word
                          OR m10imt.begun = 1 AND substr(m10ime.word, 1, length(m10imt.word)) = m10imt.word
                        GROUP BY m10ime.first - m10imt.place, m10imt.term
                        HAVING count(*) = min(m10imt.length)
                      ) AS m10im
                    ) AS m10io
                  ) AS m10in
                  GROUP BY m10in.island
                ) AS m10i
                ORDER BY m10i.first
                LIMIT 100 OFFSET ?
              ) AS m10
            )
          )
        )
      ),
      'pageInfo', json_object(
        'hasNextPage', CASE EXISTS (SELECT 1 FROM s3 AS t5 LIMIT 1 OFFSET ?)
        WHEN 1 THEN json('true')
        WHEN 0 THEN json('false') END
      )
    ) AS anon_1
    FROM (
      SELECT t4."key",
        t4.id,
        t4."text",
        t4.title,
        t4.standfirst,
        t4.newest_first,
        t4.reading_order,
        t5.score AS score
      FROM (
        SELECT t5.score, t5.newest_first, t5.reading_order, t5.id
        FROM s3 AS t5
        ORDER BY t5.score DESC, t5.newest_first, t5.reading_order, t5.id
        LIMIT ? OFFSET ?
      ) AS t5
      JOIN posts AS t4 ON t4.id = t5.id
      ORDER BY t5.score DESC, t5.newest_first, t5.reading_order, t5.id
    ) AS t4
    LEFT OUTER JOIN post_texts AS t6 ON t6.post_id = t4.id
  )
) AS data
