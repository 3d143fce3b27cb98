"""A listing of threads: undated for the most part, its own tag asserted where a post does not show it."""

from corpus.facts import Linked, Named, Pictured, PostFacts, SourceFacts, ThreadFacts, between, day, moment, month

TAG = ("LakeRoad",)

CONVOY = ThreadFacts(
    "lakeroad/1", 1, title="A convoy waits", author="NoraWrites", language="en", when=day("2023-03-14"),
    total=8, claimed=6, url="https://talk.example/lakeroad/1",
    posts=(
        PostFacts("lakeroad/1/1", "(1/6) A convoy of nine lorries waits near #Vardan since dawn #LakeRoad @CrisisDesk",
            day("2023-03-14"), author="NoraWrites", language="en", marker="(1/6)",
            url="https://talk.example/lakeroad/1/1",
            places=(Named("#Vardan", "vardan", "HASHTAG"),)),
        PostFacts("lakeroad/1/2", "(2/6) 🚚🚚 Drivers say they will sleep in #Շող, 100% sure.\n#lakeroad #OpenRoad",
            moment("2023-03-14T18:30:00Z"), author="NoraWrites", language="en", marker="(2/6)",
            places=(Named("#Շող", "shogh", "HASHTAG", confidence=0.8),)),
        PostFacts("lakeroad/1/3", "(3/6) Armenia said little; the Armenian drivers said more. “Ask Yerevan”, said one.",
            day("2023-03-15"), author="NoraWrites", language="en", marker="(3/6)", asserted=TAG,
            places=(Named("Armenia", "armenia", "METONYM"), Named("Armenian", "armenia", "DEMONYM"),
                    Named("Yerevan", "yerevan", "METONYM", confidence=0.6))),
        PostFacts("lakeroad/1/4", "(4/6) Map of the road from High Valley to Vardan, and from Vardan to the lake: "
            "pic.example/map… Image", None, author="NoraWrites", language="en", marker="(4/6)", asserted=TAG,
            links=(Linked("pic.example/map…", "https://pic.example/map_of_the_road", "pic.example"),),
            media=(Pictured(url="https://pic.example/map_of_the_road", alt="A road along a lake"),
                   Pictured(is_placeholder=True)),
            places=(Named("High Valley", "high-valley"), Named("Vardan", "vardan"),
                    Named("Vardan", "vardan", occurrence=2))),
        PostFacts("lakeroad/1/6", "(6/6) The last lorry left at noon 🎉 #LakeRoad #OpenRoad",
            between("2023-03-16", "2023-03-18"), author="NoraWrites", language="en", marker="(6/6)"),
    ),
)  # fmt: skip

PROMISE = ThreadFacts(
    "lakeroad/2", 2, author="crisisdesk", language="fr", when=month("2023-03"), total=3,
    posts=(
        PostFacts("lakeroad/2/1", "La route du lac est close, écrit @NoraWrites. L'#Arménie attend #LakeRoad #LakeRoad",
            month("2023-03"), author="crisisdesk", language="fr", url="https://talk.example/lakeroad/2",
            places=(Named("#Arménie", "armenia", "HASHTAG"),)),
        PostFacts("lakeroad/2/2", "À Pont-aux-Roses, les cafés sont ouverts ; à Erevan aussi. @norawrites @Ani_K",
            month("2023-03"), author="crisisdesk", language="fr", asserted=TAG,
            places=(Named("Pont-aux-Roses", "vardan"), Named("Erevan", "yerevan"))),
        PostFacts("lakeroad/2/3", "Vues: https://lac.example/a_b?x=1&y=2 et lac.example/lon…", None,
            author="crisisdesk", language="fr", asserted=TAG,
            links=(Linked("https://lac.example/a_b?x=1&y=2", "https://lac.example/a_b?x=1&y=2", "lac.example"),
                   Linked("lac.example/lon…", None, None))),
    ),
)  # fmt: skip

WORDS = ThreadFacts(
    "lakeroad/3", 3, title="Words without a date", total=2, claimed=2,
    posts=(
        PostFacts("lakeroad/3/1", "Ճանապարհը բաց է։ #Հայաստան #LAKEROAD", language="hy", language_basis="DETECTED",
            places=(Named("#Հայաստան", "armenia", "HASHTAG"),)),
        PostFacts("lakeroad/3/2", "🇦🇲", language=None, language_basis=None, asserted=TAG,
            places=(Named("🇦🇲", "armenia", "FLAG"),)),
    ),
)  # fmt: skip

QUESTIONS = ThreadFacts(
    "lakeroad/4", 4, author="Ani_K", language="en", claimed=5,
    posts=(
        PostFacts("lakeroad/4/1", r"Is it 5% or 5_000? A back\slash, a 'quote', a \"double\" one; #läkeroad #peace",
            day("2023-01-01"), author="Ani_K", language="en",
            media=(Pictured("VIDEO", caption="Shogh at noon, #peace", credit="A. K.", licence="CC-BY-4.0"),),
            places=(Named("Shogh", "shogh", part="CAPTION"),)),
        PostFacts("lakeroad/4/2", "@CrisisDesk @crisisDesk @Ani_K who counts?", day("2023-01-01"), author="Ani_K",
            language="en", asserted=TAG,
            links=(Linked("talk.example/gone…", "https://www.talk.example/gone", "talk.example"),)),
        PostFacts("lakeroad/4/3", "A" * 150 + " end. #peace", between("2022-12-30", "2023-01-03"), author="Ani_K",
            language=None, language_basis=None, asserted=TAG),
    ),
)  # fmt: skip

LISTING = SourceFacts(
    "lakeroad", "THREAD_LISTING", "#LakeRoad, newest first", (CONVOY, PROMISE, WORDS, QUESTIONS),
    publisher="Talk Reader", url="https://talk.example/lakeroad", licence="All rights reserved", is_excerpt=True,
    attribution="Invented for these tests", retrieved_at="2024-01-02T03:04:05Z", language="en",
)  # fmt: skip
