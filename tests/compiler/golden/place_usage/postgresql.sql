-- p0 = "vardan", p1 = 8.86916799143055e-05, p2 = 2, p3 = "ORGANISATION", p4 = "HASHTAG", p5 = 20
SELECT json_build_object(
  'place', (
    SELECT json_build_object(
      'postCount', t0.post_count,
      'nameUsage', (
        SELECT coalesce(
          json_agg(
            json_build_object('toponym', n4.toponym, 'key', n4.usage_key, 'count', n4.uses)
            ORDER BY n4.uses DESC, n4.toponym, n4.usage_key
          ),
          '[]'::json
        ) AS anon_2
        FROM (
          SELECT t1.toponym AS toponym, t3."key" AS usage_key, count(*) AS uses
          FROM place_mentions AS t1
          JOIN posts AS t2 ON t2.id = t1.post_id
          JOIN sources AS t3 ON t3.id = t2.source_id
          WHERE t1.place_id = t0.id AND t1.role != 'DEMONYM'
          GROUP BY 1, 2
          ORDER BY 3 DESC, 1, 2
        ) AS n4
      ),
      'by_month', (
        SELECT coalesce(
          json_agg(
            json_build_object('toponym', n8.toponym, 'key', n8.usage_key, 'count', n8.uses)
            ORDER BY n8.uses DESC, n8.toponym, n8.usage_key
          ),
          '[]'::json
        ) AS anon_3
        FROM (
          SELECT t5.toponym AS toponym,
            CASE
              WHEN (
                substr(t6.published_earliest, 1, 7) = substr(t6.published_latest, 1, 7)
              ) THEN substr(t6.published_earliest, 1, 7)
                ELSE 'undated' END AS usage_key,
            count(*) AS uses
          FROM place_mentions AS t5
          JOIN posts AS t6 ON t6.id = t5.post_id
          JOIN sources AS t7 ON t7.id = t6.source_id
          WHERE t5.place_id = t0.id AND t5.role != 'DEMONYM'
          GROUP BY 1, 2
          ORDER BY 3 DESC, 1, 2
        ) AS n8
      ),
      'near', (
        SELECT coalesce(
          json_agg(
            json_build_object(
              'place', json_build_object('key', t9."key"),
              'kilometres', round(
                CAST (atan2(sqrt(t9.apart), sqrt(abs(4.0 - t9.apart))) * 12742.0176 AS NUMERIC), 3
              )
            )
            ORDER BY t9.apart, t9."key"
          ),
          '[]'::json
        ) AS anon_4
        FROM (
          SELECT t9.x,
            t9.y,
            t9.z,
            t9.id,
            t9."key",
            (t9.x - t0.x) * (t9.x - t0.x) + (t9.y - t0.y) * (t9.y - t0.y) + (t9.z - t0.z) * (t9.z - t0.z) AS apart
          FROM places AS t9
          WHERE (t9.x - t0.x) * (t9.x - t0.x) + (t9.y - t0.y) * (t9.y - t0.y) + (t9.z - t0.z) * (
            t9.z - t0.z
          ) <= %(p1)s
            AND t9.id != t0.id
          ORDER BY apart, t9."key"
          LIMIT %(p2)s::BIGINT
        ) AS t9
      ),
      'mentions', (
        SELECT json_build_object(
          'totalCount', (
            SELECT count(*) AS count_1
            FROM place_mentions AS t10
            WHERE t10.place_id = t0.id AND t10.role IN (%(p3)s::VARCHAR, %(p4)s::VARCHAR)
          ),
          'nodes', coalesce(
            json_agg(
              json_build_object(
                'toponym', t10.toponym,
                'role', t10.role,
                'method', t10.method,
                'confidence', t10.confidence,
                'post', json_build_object('key', t11."key"),
                'span', json_build_object(
                  'part', t10.span_part, 'start', t10.span_start, 'end', t10.span_end, 'text', t10.span_text
                )
              )
              ORDER BY t10.newest_first, t10.reading_order, t10.post_id, t10.ordinal
            ),
            '[]'::json
          )
        ) AS anon_5
        FROM (
          SELECT t10.place_id,
            t10.role,
            t10.toponym,
            t10.method,
            t10.confidence,
            t10.post_id,
            t10.span_part,
            t10.span_start,
            t10.span_end,
            t10.span_text,
            t10.newest_first,
            t10.reading_order,
            t10.ordinal
          FROM place_mentions AS t10
          WHERE t10.place_id = t0.id AND t10.role IN (%(p3)s::VARCHAR, %(p4)s::VARCHAR)
          ORDER BY t10.newest_first, t10.reading_order, t10.post_id, t10.ordinal
          LIMIT %(p5)s::BIGINT
        ) AS t10
        LEFT OUTER JOIN posts AS t11 ON t11.id = t10.post_id
      )
    ) AS anon_1
    FROM places AS t0
    WHERE t0.id = (
      SELECT t0.id
      FROM places AS t0
      WHERE t0."key" = %(p0)s::VARCHAR
      ORDER BY t0.post_count DESC, t0."key"
      LIMIT 1
    )
  )
)::text AS data
