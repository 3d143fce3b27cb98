"""Feeds, an article and an archive: posts in threads and alone, dates of every precision, notes and captions."""

from corpus.facts import (
    Linked,
    Named,
    Pictured,
    PostFacts,
    SourceFacts,
    ThreadFacts,
    between,
    day,
    moment,
    month,
    year,
)

ISLANDS = ThreadFacts(
    "valley-notes/islands", 1, title="Îles", author="Tevita", language="fj", when=moment("2023-06-30T23:59:59.250Z"),
    total=4, claimed=4, url="https://notes.example/islands",
    posts=(
        PostFacts("valley-notes/islands/1", "Bula from Suva! #Fiji #peace", moment("2023-06-30T23:59:59.250Z"),
            author="Tevita", language="en", places=(Named("Suva", "suva"), Named("#Fiji", "fiji", "HASHTAG"))),
        PostFacts("valley-notes/islands/2", "By boat to Somosomo, past Dateline Reef. #Fiji", day("2023-07-01"),
            author="Tevita", language="en",
            places=(Named("Somosomo", "somosomo"), Named("Dateline Reef", "dateline", confidence=0.5))),
        PostFacts("valley-notes/islands/3", "Sa moce mada, Viti. #fiji #Peace", day("2023-07-02"), author="Tevita",
            language="fj", places=(Named("Viti", "fiji"),)),
        PostFacts("valley-notes/islands/4", "Fidji, vu d'Erevan : #FIJI #Arménie @Tevita", month("2023-07", "DETECTED"),
            author="crisisdesk", language="fr",
            places=(Named("Fidji", "fiji"), Named("Erevan", "yerevan"), Named("#Arménie", "armenia", "HASHTAG"))),
    ),
)  # fmt: skip

ECHO = ThreadFacts(
    "valley-notes/echo", 2, language="en", when=between("2022-12-01", "2023-02-15"), total=1,
    posts=(
        PostFacts("valley-notes/echo/1", "Vardan University opens; Georgia watches, so does another Georgia #OpenRoad",
            between("2022-12-05", "2022-12-09"), language="en",
            places=(Named("Vardan", "vardan", "ORGANISATION", confidence=0.7), Named("Georgia", "georgia"),
                    Named("Georgia", "us-georgia", occurrence=2, method="seed"))),
        PostFacts("valley-notes/echo/2", "يمر الطريق عند الأحجار الثلاثة #سلام", day("2023-01-02"), language="ar",
            places=(Named("الأحجار الثلاثة", "three-stones"),)),
    ),
)  # fmt: skip

EMPTY = ThreadFacts("valley-notes/empty", 2, (), title="Nothing came through", total=5)

FEED = SourceFacts(
    "valley-notes", "FEED", "Éclaircies: notes of the valley", (ISLANDS, ECHO, EMPTY),
    posts=(
        PostFacts("valley-notes/alone-1", "A post on its own. See https://www.lac.example/ #peace #OpenRoad",
            year("2022"), author="Tevita", language="en-GB", url="https://notes.example/alone-1",
            links=(Linked("https://www.lac.example/", "https://www.lac.example/", "lac.example"),)),
        PostFacts("valley-notes/alone-2", "Another one, later. Lake Sevan is calm; Sevan is deep.", day("2023-07-02"),
            language="en", places=(Named("Lake Sevan", "lake-sevan"), Named("Sevan", "lake-sevan", occurrence=2))),
    ),
    when=year("2023", "DECLARED"), publisher="Éditions du Lac", url="https://notes.example/", language="fr",
    licence="CC-BY-4.0", retrieved_at="2024-01-03T00:00:00Z",
)  # fmt: skip

ESSAY = PostFacts(
    "quiet-border/1",
    "Nobody counts the stones at Three Stones any more.[1]\n\nIn Rosebridge, now Վարդան, the market is open.[2] "
    "#OpenRoad\n\nArmenians and Georgians trade here.",
    day("2023-11-05"), "ARTICLE", author="Ani_K", language="en", url="https://journal.example/quiet-border",
    title="A quiet border near Vardan",
    standfirst="What remains of the road through the South Caucasus, and who keeps it. #peace @CrisisDesk",
    asserted=("borders",),
    links=(Linked("journal.example/notes", "https://journal.example/notes", "journal.example"),),
    media=(
        Pictured(url="https://journal.example/stones.jpg", caption="Three Stones in snow", credit="T. Vake",
            licence="CC0-1.0"),
        Pictured("OTHER", caption="A ledger from Erivan", alt="A page of figures"),
        Pictured("AUDIO", url="https://journal.example/wind.ogg"),
    ),
    notes=(("[1]", "The pass of Three Stones is closed in winter; see Vardan."),
        ("[2]", "Says @Tevita in Suva."), ("*", "Unanchored.")),
    places=(
        Named("Vardan", "vardan", part="TITLE"), Named("South Caucasus", "south-caucasus", part="STANDFIRST"),
        Named("Three Stones", "three-stones"), Named("Rosebridge", "vardan"), Named("Վարդան", "vardan"),
        Named("Armenians", "armenia", "DEMONYM"), Named("Georgians", "georgia", "DEMONYM"),
        Named("Three Stones", "three-stones", part="CAPTION"), Named("Erivan", "yerevan", part="CAPTION", note=2),
        Named("Three Stones", "three-stones", part="FOOTNOTE"), Named("Vardan", "vardan", part="FOOTNOTE"),
        Named("Suva", "suva", "LOCATION", "FOOTNOTE", 2, method="seed", confidence=0.25),
    ),
)  # fmt: skip

ARTICLE = SourceFacts(
    "quiet-border", "ARTICLE", "A quiet border near Vardan", posts=(ESSAY,), when=day("2023-11-05"),
    publisher="Journal", url="https://journal.example/quiet-border", byline="Ani K. and T. Vake", language="en",
    licence="CC-BY-4.0", attribution="Invented for these tests", retrieved_at="2024-01-04T12:00:00Z",
    related=(
        ("The other side", "L. Moreau", "https://journal.example/other-side", "A second look."),
        ("Bread and salt", None, None, None),
    ),
)  # fmt: skip

ARCHIVE = SourceFacts(
    "archive/letters", "ARCHIVE", "éclats", (
        ThreadFacts("archive/letters/1", 1, (
            PostFacts("archive/letters/1/1", "Dear reader, the road is long. #Road", author="Old_Hand", language="en"),
            PostFacts("archive/letters/1/2", "", author="Old_Hand", language="en"),
            PostFacts("archive/letters/1/3", "Quite\r\nlong\nago 🕰️ in Shogh, @old_hand!",
                between("2021-12-27", "2022-01-02"), author="Old_Hand", language="en",
                places=(Named("Shogh", "shogh"),)),
        ), author="Old_Hand", total=3, claimed=3),
    ), is_excerpt=False,
)  # fmt: skip

BARE = SourceFacts("figures", "DATASET", "Figures without posts", when=month("2023-02"))

OTHERS = (FEED, ARTICLE, ARCHIVE, BARE)
