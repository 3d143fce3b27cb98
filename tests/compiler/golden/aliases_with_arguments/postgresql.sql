-- p0 = 7487545754601778375
SELECT json_build_object(
  'hashtag', (
    SELECT (
      left(
        json_build_object(
          'p1', json_build_object('totalCount', t0.post_count),
          'p2', json_build_object('totalCount', t0.post_count),
          'p3', json_build_object('totalCount', t0.post_count),
          'p4', json_build_object('totalCount', t0.post_count),
          'p5', json_build_object('totalCount', t0.post_count),
          'p6', json_build_object('totalCount', t0.post_count),
          'p7', json_build_object('totalCount', t0.post_count),
          'p8', json_build_object('totalCount', t0.post_count),
          'p9', json_build_object('totalCount', t0.post_count),
          'p10', json_build_object('totalCount', t0.post_count),
          'p11', json_build_object('totalCount', t0.post_count),
          'p12', json_build_object('totalCount', t0.post_count),
          'p13', json_build_object('totalCount', t0.post_count),
          'p14', json_build_object('totalCount', t0.post_count),
          'p15', json_build_object('totalCount', t0.post_count),
          'p16', json_build_object('totalCount', t0.post_count),
          'p17', json_build_object('totalCount', t0.post_count),
          'p18', json_build_object('totalCount', t0.post_count),
          'p19', json_build_object('totalCount', t0.post_count),
          'p20', json_build_object('totalCount', t0.post_count),
          'p21', json_build_object('totalCount', t0.post_count),
          'p22', json_build_object('totalCount', t0.post_count),
          'p23', json_build_object('totalCount', t0.post_count),
          'p24', json_build_object('totalCount', t0.post_count),
          'p25', json_build_object('totalCount', t0.post_count),
          'p26', json_build_object('totalCount', t0.post_count),
          'p27', json_build_object('totalCount', t0.post_count),
          'p28', json_build_object('totalCount', t0.post_count),
          'p29', json_build_object('totalCount', t0.post_count),
          'p30', json_build_object('totalCount', t0.post_count),
          'p31', json_build_object('totalCount', t0.post_count),
          'p32', json_build_object('totalCount', t0.post_count),
          'p33', json_build_object('totalCount', t0.post_count),
          'p34', json_build_object('totalCount', t0.post_count),
          'p35', json_build_object('totalCount', t0.post_count),
          'p36', json_build_object('totalCount', t0.post_count),
          'p37', json_build_object('totalCount', t0.post_count),
          'p38', json_build_object('totalCount', t0.post_count),
          'p39', json_build_object('totalCount', t0.post_count),
          'p40', json_build_object('totalCount', t0.post_count),
          'p41', json_build_object('totalCount', t0.post_count),
          'p42', json_build_object('totalCount', t0.post_count),
          'p43', json_build_object('totalCount', t0.post_count),
          'p44', json_build_object('totalCount', t0.post_count),
          'p45', json_build_object('totalCount', t0.post_count),
          'p46', json_build_object('totalCount', t0.post_count),
          'p47', json_build_object('totalCount', t0.post_count),
          'p48', json_build_object('totalCount', t0.post_count),
          'p49', json_build_object('totalCount', t0.post_count),
          'p50', json_build_object('totalCount', t0.post_count)
        )::text,
        - 1
      )
      || ','
      || substr(
        json_build_object(
          'p51', json_build_object('totalCount', t0.post_count),
          'p52', json_build_object('totalCount', t0.post_count),
          'p53', json_build_object('totalCount', t0.post_count),
          'p54', json_build_object('totalCount', t0.post_count),
          'p55', json_build_object('totalCount', t0.post_count),
          'p56', json_build_object('totalCount', t0.post_count),
          'p57', json_build_object('totalCount', t0.post_count),
          'p58', json_build_object('totalCount', t0.post_count),
          'p59', json_build_object('totalCount', t0.post_count),
          'p60', json_build_object('totalCount', t0.post_count),
          'p61', json_build_object('totalCount', t0.post_count),
          'p62', json_build_object('totalCount', t0.post_count),
          'p63', json_build_object('totalCount', t0.post_count),
          'p64', json_build_object('totalCount', t0.post_count),
          'p65', json_build_object('totalCount', t0.post_count),
          'p66', json_build_object('totalCount', t0.post_count),
          'p67', json_build_object('totalCount', t0.post_count),
          'p68', json_build_object('totalCount', t0.post_count),
          'p69', json_build_object('totalCount', t0.post_count),
          'p70', json_build_object('totalCount', t0.post_count),
          'p71', json_build_object('totalCount', t0.post_count),
          'p72', json_build_object('totalCount', t0.post_count),
          'p73', json_build_object('totalCount', t0.post_count),
          'p74', json_build_object('totalCount', t0.post_count),
          'p75', json_build_object('totalCount', t0.post_count),
          'p76', json_build_object('totalCount', t0.post_count),
          'p77', json_build_object('totalCount', t0.post_count),
          'p78', json_build_object('totalCount', t0.post_count),
          'p79', json_build_object('totalCount', t0.post_count),
          'p80', json_build_object('totalCount', t0.post_count),
          'p81', json_build_object('totalCount', t0.post_count),
          'p82', json_build_object('totalCount', t0.post_count),
          'p83', json_build_object('totalCount', t0.post_count),
          'p84', json_build_object('totalCount', t0.post_count),
          'p85', json_build_object('totalCount', t0.post_count),
          'p86', json_build_object('totalCount', t0.post_count),
          'p87', json_build_object('totalCount', t0.post_count),
          'p88', json_build_object('totalCount', t0.post_count),
          'p89', json_build_object('totalCount', t0.post_count),
          'p90', json_build_object('totalCount', t0.post_count),
          'p91', json_build_object('totalCount', t0.post_count),
          'p92', json_build_object('totalCount', t0.post_count),
          'p93', json_build_object('totalCount', t0.post_count),
          'p94', json_build_object('totalCount', t0.post_count),
          'p95', json_build_object('totalCount', t0.post_count),
          'p96', json_build_object('totalCount', t0.post_count),
          'p97', json_build_object('totalCount', t0.post_count),
          'p98', json_build_object('totalCount', t0.post_count),
          'p99', json_build_object('totalCount', t0.post_count),
          'p100', json_build_object('totalCount', t0.post_count)
        )::text,
        2
      )
    )::json AS anon_1
    FROM hashtags AS t0
    WHERE t0.id = (
      SELECT t0.id
      FROM hashtags AS t0
      WHERE t0.id = %(p0)s::BIGINT
      ORDER BY t0.post_count DESC, t0."name"
      LIMIT 1
    )
  )
)::text AS data
