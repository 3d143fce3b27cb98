"""The places of the test corpus: several names and parents, both sides of the antimeridian, one name for two places."""

from corpus.facts import Json, NameFacts, ParentFacts, PlaceFacts

SHORE: Json = {
    "type": "Polygon",
    "coordinates": [[[44.96, 40.55], [45.3, 40.2], [45.66, 40.25], [45.2, 40.6], [44.96, 40.55]]],
}

COUNTRIES = (
    PlaceFacts(
        "armenia",
        "Armenia",
        "COUNTRY",
        (40.07, 45.04),
        "CENTROID",
        "AM",
        wikidata="Q399",
        geonames=174982,
        names=(
            NameFacts("Armenia", "en", "Latn"),
            NameFacts("Հայաստան", "hy", "Armn"),
            NameFacts("Arménie", "fr", "Latn"),
            NameFacts("Ermənistan", "az", "Latn"),
        ),
        parents=(ParentFacts("south-caucasus"),),
    ),
    PlaceFacts(
        "fiji",
        "Fiji",
        "COUNTRY",
        (-17.71, 178.07),
        "CENTROID",
        "FJ",
        wikidata="Q712",
        geonames=2205218,
        names=(NameFacts("Fiji", "en", "Latn"), NameFacts("Viti", "fj", "Latn"), NameFacts("Fidji", "fr", "Latn")),
    ),
    PlaceFacts(
        "georgia",
        "Georgia",
        "COUNTRY",
        (42.0, 43.5),
        "CENTROID",
        "GE",
        wikidata="Q230",
        names=(NameFacts("Georgia", "en", "Latn"), NameFacts("საქართველო", "ka", "Geor")),
        parents=(ParentFacts("south-caucasus"),),
    ),
    PlaceFacts(
        "us-georgia",
        "Georgia (US)",
        "REGION",
        (32.68, -83.22),
        "CENTROID",
        "US",
        names=(NameFacts("Georgia", "en", "Latn"),),
    ),
)

REGIONS = (
    PlaceFacts(
        "south-caucasus",
        "South Caucasus",
        "REGION",
        names=(NameFacts("South Caucasus", "en", "Latn"), NameFacts("Transcaucasia", "en", "Latn", status="HISTORIC")),
    ),
    PlaceFacts(
        "high-valley",
        "High Valley",
        "REGION",
        (39.9, 46.5),
        "APPROXIMATE",
        names=(
            NameFacts("High Valley", "en", "Latn"),
            NameFacts("Haute Vallée", "fr", "Latn"),
            NameFacts("Upper Vale", "en", "Latn", "XA", "VARIANT"),
            NameFacts("Yuxarı Dərə", "az", "Latn", "XB"),
            NameFacts("Վերին Հովիտ", "hy", "Armn", "XA"),
        ),
        parents=(
            ParentFacts("south-caucasus"),
            ParentFacts("armenia", "CLAIMED_BY", "XA", "1991-09-02", "2023-09-20"),
            ParentFacts("georgia", "RECOGNISED_AS", "XB"),
        ),
    ),
    PlaceFacts(
        "lake-sevan",
        "Lake Sevan",
        "WATER",
        (40.32, 45.35),
        "APPROXIMATE",
        "AM",
        SHORE,
        "Q159953",
        616974,
        names=(
            NameFacts("Lake Sevan", "en", "Latn"),
            NameFacts("Sevan", "en", "Latn", None, "VARIANT"),
            NameFacts("Սևանա լիճ", "hy", "Armn"),
        ),
        parents=(ParentFacts("armenia"),),
    ),
)

TOWNS = (
    PlaceFacts("vardan", "Vardan", "CITY", (39.82, 46.75), "EXACT", None, wikidata="Q187732", geonames=586270,
        names=(
            NameFacts("Vardan", "en", "Latn", "XA"),
            NameFacts("Vərdan", "az", "Latn", "XB"),
            NameFacts("Վարդան", "hy", "Armn", "XA"),
            NameFacts("Rosebridge", "en", "Latn", None, "HISTORIC", "1923-01-01", "1991-12-31"),
            NameFacts("Pont-aux-Roses", "fr", "Latn", None, "VARIANT"),
        ),
        parents=(
            ParentFacts("high-valley"),
            ParentFacts("armenia", "ADMINISTERED_BY", None, "1994-05-12"),
        )),
    PlaceFacts("yerevan", "Yerevan", "CITY", (40.18, 44.51), "CENTROID", "AM", geonames=616052,
        names=(NameFacts("Yerevan", "en", "Latn"), NameFacts("Երևան", "hy", "Armn"), NameFacts("Erevan", "fr", "Latn"),
               NameFacts("Erivan", "en", "Latn", None, "HISTORIC", None, "1936-12-31")),
        parents=(ParentFacts("armenia"),)),
    PlaceFacts("shogh", "Shogh", "VILLAGE", (39.76, 46.75), "EXACT",
        names=(NameFacts("Shogh", "en", "Latn"), NameFacts("Շող", "hy", "Armn")),
        parents=(ParentFacts("high-valley"), ParentFacts("vardan", "ADMINISTERED_BY"))),
    PlaceFacts("three-stones", "Three Stones", "OTHER", (39.61, 46.39), "APPROXIMATE",
        names=(NameFacts("Three Stones", "en", "Latn"), NameFacts("الأحجار الثلاثة", "ar", "Arab"),
               NameFacts("three stones pass", None, None, None, "VARIANT")),
        parents=(ParentFacts("high-valley", "PART_OF", None, None, None),)),
    PlaceFacts("suva", "Suva", "CITY", (-18.14, 178.44), "EXACT", "FJ",
        names=(NameFacts("Suva", "en", "Latn"),), parents=(ParentFacts("fiji"),)),
    PlaceFacts("somosomo", "Somosomo", "TOWN", (-16.77, -179.97), "EXACT", "FJ",
        names=(NameFacts("Somosomo", "fj", "Latn"),), parents=(ParentFacts("fiji"),)),
    PlaceFacts("dateline", "Dateline Reef", "WATER", (-16.5, 180.0), "APPROXIMATE",
        names=(NameFacts("Dateline Reef", "en", "Latn"),)),
    PlaceFacts("the-hall", "The Hall", "OTHER"),
)  # fmt: skip

PLACES = (*COUNTRIES, *REGIONS, *TOWNS)
