-- p0 = "[[0, 0, 1, \" road\", 1, 0, \"[[\\\" road\\\", 0, 1, \\\"road\\\", 1]]\"], [0, 1, 0, \" fiji \", 0, 1, \"[[\\\" fiji \\\", 0, 1, \\\"fiji\\\", 0]]\"]]", p1 = 3, param_1 = 1
WITH f0 AS MATERIALIZED (
  SELECT w2.branch AS branch,
    w2.term AS term,
    w2.wanted AS wanted,
    w2.needle AS needle,
    w2.begun AS begun,
    w2.bare AS bare,
    w2.spelt AS spelt
  FROM (
    SELECT e.ordinality AS ordinal,
      (e.value ->> 0)::BIGINT AS branch,
      (e.value ->> 1)::BIGINT AS term,
      (e.value ->> 2)::BIGINT AS wanted,
      (e.value ->> 3)::TEXT AS needle,
      (e.value ->> 4)::BIGINT AS begun,
      (e.value ->> 5)::BIGINT AS bare,
      (e.value ->> 6)::TEXT AS spelt
    FROM json_array_elements((%(p0)s::VARCHAR)::json)
    WITH ORDINALITY AS e(value, ordinality)
  ) AS w2
),
  f1 AS MATERIALIZED (
    SELECT f0.branch AS branch,
      f0.term AS term,
      f0.wanted AS wanted,
      f0.needle AS needle,
      f0.begun AS begun,
      f0.spelt AS spelt
    FROM f0
    UNION
    SELECT f0.branch AS branch, f0.term AS term, f0.wanted AS wanted, w3o.words AS words, 0, w3o.spelt AS spelt
    FROM f0
    JOIN synonyms AS w3n ON w3n.words = f0.needle
    JOIN synonyms AS w3o ON w3o.concept = w3n.concept
    WHERE f0.bare = 1 AND NOT w3o.is_longer AND w3o.words != f0.needle
  ),
  f4 AS MATERIALIZED (
    SELECT DISTINCT f1.needle AS needle
    FROM f1
    WHERE f1.wanted = 1
  ),
  f2 AS MATERIALIZED (
    SELECT (
      SELECT coalesce(string_agg(q5.asked, ' | '), ''' ''') AS coalesce_2
      FROM (
        SELECT '('
          || '('
          || string_agg(CASE WHEN (q4.wanted = 1) THEN '(' || q4.asked || ')' END, ' & ')
          || ')'
          || coalesce(' & !(' || string_agg(CASE WHEN (q4.wanted = 0) THEN q4.asked END, ' | ') || ')', '')
          || ')' AS asked
        FROM (
          SELECT f1.branch AS branch,
            f1.wanted AS wanted,
            string_agg(
              CASE WHEN (f1.wanted = 1 OR replace(f1.needle, '  ', '') = f1.needle) THEN '('
                || ''''
                || replace(replace(replace(trim(f1.needle), '\', '\\'), '''', ''''''), '  ', ''' & ''')
                || ''''
                || CASE WHEN (f1.begun = 1) THEN ':*' ELSE '' END
                || ')' END,
              ' | '
            ) AS asked
          FROM f1
          GROUP BY f1.branch, f1.term, f1.wanted
        ) AS q4
        GROUP BY q4.branch
      ) AS q5
    ) AS question,
      coalesce(max(CASE WHEN (replace(f1.needle, '  ', '') = f1.needle) THEN 0 ELSE 1 END), 0) AS has_phrases,
      '['
        || coalesce(
          (
            SELECT string_agg(substr(q6.spelt, 2, length(q6.spelt) - 2), ',') AS anon_1
            FROM (
              SELECT DISTINCT f1.spelt AS spelt
              FROM f1
              WHERE f1.wanted = 1
            ) AS q6
          ),
          ''
        )
        || ']' AS words
    FROM f1
  ),
  f3 AS MATERIALIZED (SELECT DISTINCT f0.branch AS branch FROM f0),
  s8 AS MATERIALIZED (
    SELECT t0.post_id AS id,
      t1.newest_first AS newest_first,
      t1.reading_order AS reading_order,
      (
        SELECT coalesce(sum((1000 * n18c.times) / (n18c.times + 1)), 0) AS coalesce_1
        FROM (
          SELECT (
            octet_length(t0.searched) - octet_length(replace(t0.searched, n18.needle, ''))
          ) / octet_length(n18.needle) AS times
          FROM f4 AS n18
          WHERE strpos(t0.searched, n18.needle) > 0
        ) AS n18c
      ) AS score
    FROM post_texts AS t0
    JOIN posts AS t1 ON t1.id = t0.post_id
    WHERE t0.lexemes @ @ CAST ((SELECT f2.question FROM f2) AS tsquery)
      AND (
        (SELECT f2.has_phrases FROM f2) = 0
        OR (
          EXISTS (
            SELECT 1
            FROM f3 AS b7
            WHERE NOT (
              EXISTS (
                SELECT 1
                FROM f0 AS b7t
                WHERE b7t.branch - b7.branch = 0
                  AND (
                    b7t.wanted = 1
                      AND NOT (
                        EXISTS (
                          SELECT 1
                          FROM f1 AS b7s
                          WHERE b7s.branch - b7t.branch = 0
                            AND b7s.term - b7t.term = 0
                            AND strpos(t0.searched, b7s.needle) > 0
                        )
                      )
                    OR b7t.wanted = 0
                      AND (
                        EXISTS (
                          SELECT 1
                          FROM f1 AS b7s
                          WHERE b7s.branch - b7t.branch = 0
                            AND b7s.term - b7t.term = 0
                            AND strpos(t0.searched, b7s.needle) > 0
                        )
                      )
                  )
              )
            )
          )
        )
      )
  )
SELECT json_build_object(
  'posts', (
    SELECT json_build_object(
      'totalCount', (SELECT count(*) AS count_1 FROM s8 AS t10),
      'edges', coalesce(
        json_agg(
          json_build_object(
            'node', json_build_object('key', t9."key"),
            'match', json_build_object(
              'score', round(CAST (t9.score / CAST (1000.0 AS NUMERIC) AS NUMERIC), 3),
              'snippet', (
                WITH m12c AS MATERIALIZED (
                  WITH m12a AS MATERIALIZED (
                    WITH m12f AS MATERIALIZED (
                      SELECT m12.part AS part, m12.number AS number, m12.begins AS begins, m12.ends AS ends
                      FROM (
                        SELECT min(m12e.first) AS first,
                          max(m12e.last) AS last,
                          min(m12e.part) AS part,
                          min(m12e.number) AS number,
                          min(m12e.begins) AS begins,
                          min(m12e.begins16) AS begins16,
                          max(m12e.ends) AS ends,
                          max(m12e.ends16) AS ends16
                        FROM (
                          SELECT m12ew.ordinal AS first,
                            m12ew.ordinal AS last,
                            m12ew.word AS word,
                            m12ew.begins AS begins,
                            m12ew.ends AS ends,
                            coalesce(m12ew.part, 'TEXT') AS part,
                            coalesce(m12ew.number, 0) AS number,
                            coalesce(m12ew.begins16, m12ew.begins) AS begins16,
                            coalesce(m12ew.ends16, m12ew.ends) AS ends16
                          FROM (
                            SELECT e.ordinality AS ordinal,
                              (e.value ->> 0)::TEXT AS word,
                              (e.value ->> 1)::INTEGER AS begins,
                              (e.value ->> 2)::INTEGER AS ends,
                              (e.value ->> 3)::TEXT AS part,
                              (e.value ->> 4)::INTEGER AS number,
                              (e.value ->> 5)::INTEGER AS begins16,
                              (e.value ->> 6)::INTEGER AS ends16
                            FROM json_array_elements((t11.words)::json)
                            WITH ORDINALITY AS e(value, ordinality)
                          ) AS m12ew
                        ) AS m12e
                        JOIN (
                          SELECT e.ordinality AS ordinal,
                            (e.value ->> 0)::TEXT AS term,
                            (e.value ->> 1)::BIGINT AS place,
                            (e.value ->> 2)::BIGINT AS length,
                            (e.value ->> 3)::TEXT AS word,
                            (e.value ->> 4)::BIGINT AS begun
                          FROM json_array_elements(((SELECT f2.words FROM f2))::json)
                          WITH ORDINALITY AS e(value, ordinality)
                        ) AS m12t ON m12e.word = m12t.word
                          OR m12t.begun = 1 AND substr(m12e.word, 1, length(m12t.word)) = m12t.word
                        GROUP BY m12e.first - m12t.place, m12t.term
                        HAVING count(*) = min(m12t.length)
                      ) AS m12
                      ORDER BY CASE WHEN (m12.part = 'TEXT') THEN 0 ELSE 1 END, m12.first
                      LIMIT 1
                    )
                    SELECT m12f.part AS part,
                      m12f.number AS number,
                      CASE
                        WHEN (m12f.part = 'TEXT') THEN t9."text"
                        WHEN (m12f.part = 'TITLE') THEN t9.title
                        WHEN (m12f.part = 'STANDFIRST') THEN t9.standfirst
                        WHEN (m12f.part = 'CAPTION') THEN (
                          SELECT t13.caption
                          FROM media AS t13
                          WHERE t13.post_id = t9.id AND t13.ordinal = m12f.number
                        )
                          ELSE (
                            SELECT t14."text"
                            FROM footnotes AS t14
                            WHERE t14.post_id = t9.id AND t14.ordinal = m12f.number
                          ) END AS words,
                      CASE
                        WHEN (
                          length(
                            CASE
                            WHEN (m12f.part = 'TEXT') THEN t9."text"
                            WHEN (m12f.part = 'TITLE') THEN t9.title
                            WHEN (m12f.part = 'STANDFIRST') THEN t9.standfirst
                            WHEN (m12f.part = 'CAPTION') THEN (
                              SELECT t13.caption
                              FROM media AS t13
                              WHERE t13.post_id = t9.id AND t13.ordinal = m12f.number
                            )
                              ELSE (
                                SELECT t14."text"
                                FROM footnotes AS t14
                                WHERE t14.post_id = t9.id AND t14.ordinal = m12f.number
                              ) END
                          ) <= 160
                          OR m12f.begins <= CASE WHEN (m12f.ends - m12f.begins <= 98) THEN 60 ELSE 0 END
                        ) THEN 0
                          ELSE (
                            SELECT min(m12fe.begins) AS min_1
                            FROM (
                              SELECT m12few.ordinal AS first,
                                m12few.ordinal AS last,
                                m12few.word AS word,
                                m12few.begins AS begins,
                                m12few.ends AS ends,
                                coalesce(m12few.part, 'TEXT') AS part,
                                coalesce(m12few.number, 0) AS number,
                                coalesce(m12few.begins16, m12few.begins) AS begins16,
                                coalesce(m12few.ends16, m12few.ends) AS ends16
                              FROM (
                                SELECT e.ordinality AS ordinal,
                                  (e.value ->> 0)::TEXT AS word,
                                  (e.value ->> 1)::INTEGER AS begins,
                                  (e.value ->> 2)::INTEGER AS ends,
                                  (e.value ->> 3)::TEXT AS part,
                                  (e.value ->> 4)::INTEGER AS number,
                                  (e.value ->> 5)::INTEGER AS begins16,
                                  (e.value ->> 6)::INTEGER AS ends16
                                FROM json_array_elements((t11.words)::json)
                                WITH ORDINALITY AS e(value, ordinality)
                              ) AS m12few
                            ) AS m12fe
                            WHERE m12fe.part = m12f.part
                              AND m12fe.number = m12f.number
                              AND m12fe.begins >= m12f.begins - CASE
                                WHEN (m12f.ends - m12f.begins <= 98) THEN 60 ELSE 0 END
                          ) END AS start
                    FROM m12f
                  )
                  SELECT m12a.words AS words,
                    m12a.start AS start,
                    CASE
                      WHEN (
                        length(m12a.words) - m12a.start <= CASE WHEN (m12a.start > 0) THEN 159 ELSE 160 END
                      ) THEN length(m12a.words)
                        ELSE coalesce(
                          (
                            SELECT max(m12ae.ends) AS max_1
                            FROM (
                              SELECT m12aew.ordinal AS first,
                                m12aew.ordinal AS last,
                                m12aew.word AS word,
                                m12aew.begins AS begins,
                                m12aew.ends AS ends,
                                coalesce(m12aew.part, 'TEXT') AS part,
                                coalesce(m12aew.number, 0) AS number,
                                coalesce(m12aew.begins16, m12aew.begins) AS begins16,
                                coalesce(m12aew.ends16, m12aew.ends) AS ends16
                              FROM (
                                SELECT e.ordinality AS ordinal,
                                  (e.value ->> 0)::TEXT AS word,
                                  (e.value ->> 1)::INTEGER AS begins,
                                  (e.value ->> 2)::INTEGER AS ends,
                                  (e.value ->> 3)::TEXT AS part,
                                  (e.value ->> 4)::INTEGER AS number,
                                  (e.value ->> 5)::INTEGER AS begins16,
                                  (e.value ->> 6)::INTEGER AS ends16
                                FROM json_array_elements((t11.words)::json)
                                WITH ORDINALITY AS e(value, ordinality)
                              ) AS m12aew
                            ) AS m12ae
                            WHERE m12ae.part = m12a.part
                              AND m12ae.number = m12a.number
                              AND m12ae.ends > m12a.start
                              AND m12ae.ends < m12a.start + CASE WHEN (m12a.start > 0) THEN 159 ELSE 160 END
                          ),
                          (m12a.start + CASE WHEN (m12a.start > 0) THEN 159 ELSE 160 END) - 1
                        ) END AS stop
                  FROM m12a
                )
                SELECT CASE WHEN (m12c.start > 0) THEN '…' ELSE '' END
                  || substr(m12c.words, m12c.start + 1, m12c.stop - m12c.start)
                  || CASE WHEN (m12c.stop < length(m12c.words)) THEN '…' ELSE '' END AS anon_3
                FROM m12c
              ),
              'spans', (
                SELECT coalesce(
                  json_agg(
                    json_build_object('part', m15.part, 'start', m15."start", 'end', m15."end", 'text', m15."text")
                    ORDER BY m15.first
                  ),
                  '[]'::json
                ) AS anon_4
                FROM (
                  SELECT m15i.first AS first,
                    m15i.part AS part,
                    m15i.begins AS start,
                    m15i.ends AS "end",
                    substr(
                      CASE
                        WHEN (m15i.part = 'TEXT') THEN t9."text"
                        WHEN (m15i.part = 'TITLE') THEN t9.title
                        WHEN (m15i.part = 'STANDFIRST') THEN t9.standfirst
                        WHEN (m15i.part = 'CAPTION') THEN (
                          SELECT t16.caption
                          FROM media AS t16
                          WHERE t16.post_id = t9.id AND t16.ordinal = m15i.number
                        )
                          ELSE (
                            SELECT t17."text"
                            FROM footnotes AS t17
                            WHERE t17.post_id = t9.id AND t17.ordinal = m15i.number
                          ) END,
                      m15i.begins + 1,
                      m15i.ends - m15i.begins
                    ) AS text
                  FROM (
                    SELECT min(m15in.first) AS first,
                      max(m15in.last) AS last,
                      min(m15in.part) AS part,
                      min(m15in.number) AS number,
                      min(m15in.begins) AS begins,
                      min(m15in.begins16) AS begins16,
                      max(m15in.ends) AS ends,
                      max(m15in.ends16) AS ends16
                    FROM (
                      SELECT m15io.*, sum(m15io.opens) OVER (ORDER BY m15io.first, m15io.last) AS island
                      FROM (
                        SELECT m15im.*,
                          CASE
                            WHEN (
                              m15im.first <= max(m15im.last) OVER (
                                ORDER BY m15im.first,
                                m15im.last ROWS BETWEEN UNBOUNDED PRECEDING AND %(param_1)s::INTEGER PRECEDING
                              )
                            ) THEN 0
                              ELSE 1 END AS opens
                        FROM (
                          SELECT min(m15ime.first) AS first,
                            max(m15ime.last) AS last,
                            min(m15ime.part) AS part,
                            min(m15ime.number) AS number,
                            min(m15ime.begins) AS begins,
                            min(m15ime.begins16) AS begins16,
                            max(m15ime.ends) AS ends,
                            max(m15ime.ends16) AS ends16
                          FROM (
                            SELECT m15imew.ordinal AS first,
                              m15imew.ordinal AS last,
                              m15imew.word AS word,
                              m15imew.begins AS begins,
                              m15imew.ends AS ends,
                              coalesce(m15imew.part, 'TEXT') AS part,
                              coalesce(m15imew.number, 0) AS number,
                              coalesce(m15imew.begins16, m15imew.begins) AS begins16,
                              coalesce(m15imew.ends16, m15imew.ends) AS ends16
                            FROM (
                              SELECT e.ordinality AS ordinal,
                                (e.value ->> 0)::TEXT AS word,
                                (e.value ->> 1)::INTEGER AS begins,
                                (e.value ->> 2)::INTEGER AS ends,
                                (e.value ->> 3)::TEXT AS part,
                                (e.value ->> 4)::INTEGER AS number,
                                (e.value ->> 5)::INTEGER AS begins16,
                                (e.value ->> 6)::INTEGER AS ends16
                              FROM json_array_elements((t11.words)::json)
                              WITH ORDINALITY AS e(value, ordinality)
                            ) AS m15imew
                          ) AS m15ime
                          JOIN (
                            SELECT e.ordinality AS ordinal,
                              (e.value ->> 0)::TEXT AS term,
                              (e.value ->> 1)::BIGINT AS place,
                              (e.value ->> 2)::BIGINT AS length,
                              (e.value ->> 3)::TEXT AS word,
                              (e.value ->> 4)::BIGINT AS begun
                            FROM json_array_elements(((SELECT f2.words FROM f2))::json)
                            WITH ORDINALITY AS e(value, ordinality)
                          ) AS m15imt ON m15ime.word = m15imt.word
                            OR m15imt.begun = 1 AND substr(m15ime.word, 1, length(m15imt.word)) = m15imt.word
                          GROUP BY m15ime.first - m15imt.place, m15imt.term
                          HAVING count(*) = min(m15imt.length)
                        ) AS m15im
                      ) AS m15io
                    ) AS m15in
                    GROUP BY m15in.island
                  ) AS m15i
                  ORDER BY m15i.first
                  LIMIT 100
                ) AS m15
              )
            )
          )
          ORDER BY t9.score DESC, t9.newest_first, t9.reading_order, t9.id
        ),
        '[]'::json
      ),
      'pageInfo', json_build_object(
        'hasNextPage', EXISTS (
          SELECT 1
          FROM s8 AS t10
          LIMIT 1 OFFSET %(p1)s::BIGINT
        )
      )
    ) AS anon_2
    FROM (
      SELECT t9."key",
        t9.id,
        t9."text",
        t9.title,
        t9.standfirst,
        t9.newest_first,
        t9.reading_order,
        t10.score AS score
      FROM (
        SELECT t10.score, t10.newest_first, t10.reading_order, t10.id
        FROM s8 AS t10
        ORDER BY t10.score DESC, t10.newest_first, t10.reading_order, t10.id
        LIMIT %(p1)s::BIGINT
      ) AS t10
      JOIN posts AS t9 ON t9.id = t10.id
      ORDER BY t10.score DESC, t10.newest_first, t10.reading_order, t10.id
    ) AS t9
    LEFT OUTER JOIN post_texts AS t11 ON t11.post_id = t9.id
  )
)::text AS data
