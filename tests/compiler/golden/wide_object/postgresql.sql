-- p0 = "suva"
SELECT json_build_object(
  'place', (
    SELECT (
      left(
        json_build_object(
          'a0', t0."key",
          'b0', t0.kind,
          'c0', t0.country,
          'd0', t0.latitude,
          'e0', t0.longitude,
          'f0', t0.precision,
          'g0', t0.wikidata,
          'h0', t0.post_count,
          'i0', 'Place',
          'j0', 'place_' || CAST (t0.id AS TEXT),
          'a1', t0."key",
          'b1', t0.kind,
          'c1', t0.country,
          'd1', t0.latitude,
          'e1', t0.longitude,
          'f1', t0.precision,
          'g1', t0.wikidata,
          'h1', t0.post_count,
          'i1', 'Place',
          'j1', 'place_' || CAST (t0.id AS TEXT),
          'a2', t0."key",
          'b2', t0.kind,
          'c2', t0.country,
          'd2', t0.latitude,
          'e2', t0.longitude,
          'f2', t0.precision,
          'g2', t0.wikidata,
          'h2', t0.post_count,
          'i2', 'Place',
          'j2', 'place_' || CAST (t0.id AS TEXT),
          'a3', t0."key",
          'b3', t0.kind,
          'c3', t0.country,
          'd3', t0.latitude,
          'e3', t0.longitude,
          'f3', t0.precision,
          'g3', t0.wikidata,
          'h3', t0.post_count,
          'i3', 'Place',
          'j3', 'place_' || CAST (t0.id AS TEXT),
          'a4', t0."key",
          'b4', t0.kind,
          'c4', t0.country,
          'd4', t0.latitude,
          'e4', t0.longitude,
          'f4', t0.precision,
          'g4', t0.wikidata,
          'h4', t0.post_count,
          'i4', 'Place',
          'j4', 'place_' || CAST (t0.id AS TEXT)
        )::text,
        - 1
      )
      || ','
      || substr(
        json_build_object(
          'a5', t0."key",
          'b5', t0.kind,
          'c5', t0.country,
          'd5', t0.latitude,
          'e5', t0.longitude,
          'f5', t0.precision,
          'g5', t0.wikidata,
          'h5', t0.post_count,
          'i5', 'Place',
          'j5', 'place_' || CAST (t0.id AS TEXT),
          'a6', t0."key",
          'b6', t0.kind,
          'c6', t0.country,
          'd6', t0.latitude,
          'e6', t0.longitude,
          'f6', t0.precision,
          'g6', t0.wikidata,
          'h6', t0.post_count,
          'i6', 'Place',
          'j6', 'place_' || CAST (t0.id AS TEXT),
          'a7', t0."key",
          'b7', t0.kind,
          'c7', t0.country,
          'd7', t0.latitude,
          'e7', t0.longitude,
          'f7', t0.precision,
          'g7', t0.wikidata,
          'h7', t0.post_count,
          'i7', 'Place',
          'j7', 'place_' || CAST (t0.id AS TEXT),
          'a8', t0."key",
          'b8', t0.kind,
          'c8', t0.country,
          'd8', t0.latitude,
          'e8', t0.longitude,
          'f8', t0.precision,
          'g8', t0.wikidata,
          'h8', t0.post_count,
          'i8', 'Place',
          'j8', 'place_' || CAST (t0.id AS TEXT),
          'a9', t0."key",
          'b9', t0.kind,
          'c9', t0.country,
          'd9', t0.latitude,
          'e9', t0.longitude,
          'f9', t0.precision,
          'g9', t0.wikidata,
          'h9', t0.post_count,
          'i9', 'Place',
          'j9', 'place_' || CAST (t0.id AS TEXT)
        )::text,
        2
      )
    )::json AS anon_1
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
