"""All entities of a text in one pass."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.text.spans import Span
from growing import IN_PROPORTION, growth
from seeds.extraction import EXTRACTOR_VERSION
from seeds.extraction.entities import Entities, as_json, extract
from seeds.extraction.gazetteer import Gazetteer, GazetteerName, GazetteerPlace

GAZETTEER = Gazetteer(
    [
        GazetteerPlace("baku", (GazetteerName("Baku"), GazetteerName("Bakı"))),
        GazetteerPlace(
            "armenia", (GazetteerName("Armenia"), GazetteerName("ԱՄ")), (GazetteerName("Armenian", "en"),), ("🇦🇲",)
        ),
        GazetteerPlace("nk", (GazetteerName("NK"), GazetteerName("Straße"), GazetteerName("é"))),
    ]
)
PIECES = st.sampled_from(
    ["#", "@", "Baku", "baku", "NK", "🇦🇲", "🏳️", "’", "'s ", "ß", "e\u0301", "http://", "example.org", "/a", "…", " ",
     "\n", "\ud83d", "\udc00", "\x00", "talks with ", " said", "Armenians", "ＮＫ", "İ", "\u200d", "\u00ad"]
)  # fmt: skip
ANY_TEXT = st.text() | st.lists(PIECES).map("".join) | st.text(st.characters())


def test_one_pass_finds_everything_in_its_order() -> None:
    text = "🇦🇲 @Some_Desk’s map of #Armenia: Baku said no, https://example.org/Baku#NK"
    assert as_json(extract(text, GAZETTEER)) == {
        "hashtags": [{"text": "Armenia", "start": 23, "end": 31}],
        "mentions": [{"text": "Some_Desk", "start": 3, "end": 13}],
        "links": [{"text": "https://example.org/Baku#NK", "start": 47, "end": 74}],
        "places": [
            {"place": "armenia", "toponym": "🇦🇲", "start": 0, "end": 2, "role": "FLAG", "confidence": 0.95},
            {"place": "armenia", "toponym": "Armenia", "start": 24, "end": 31, "role": "HASHTAG", "confidence": 0.95},
            {"place": "baku", "toponym": "Baku", "start": 33, "end": 37, "role": "METONYM", "confidence": 0.8},
        ],
    }


def test_every_span_carries_its_part() -> None:
    entities = extract("#a @b example.org Baku", GAZETTEER, "FOOTNOTE")
    assert {span.part for span in spans(entities)} == {"FOOTNOTE"}


def spans(entities: Entities) -> list[Span]:
    groups = (entities.hashtags, entities.mentions, entities.links, entities.places)
    return [one.span for group in groups for one in group]


@settings(deadline=None)
@given(ANY_TEXT)
def test_any_text_is_read_and_every_slice_equals_the_words(text: str) -> None:
    entities = extract(text, GAZETTEER)
    utf8 = text.encode("utf-8", "surrogatepass")
    for match in entities.places:
        assert text[match.span.start : match.span.end] == match.toponym != ""
        assert utf8[match.span.start_utf8 : match.span.end_utf8].decode("utf-8", "surrogatepass") == match.toponym
        assert 0 < match.confidence <= 1
    for group in (entities.hashtags, entities.mentions, entities.links, entities.places):
        stretches = [(one.span.start, one.span.end) for one in group]
        assert all(end <= start for (_, end), (start, _) in pairwise(stretches))


@pytest.mark.parametrize(
    "unit",
    [
        "Baku ",
        "#Armenia ",
        "@baku ",
        "é\u0301",
        "🇦🇲",
        "talks between Baku and ",
        "example.org ",
        "#1",
        "NKNK",
        "\ud800",
        "Straße",
    ],
)
def test_a_long_text_takes_a_time_in_proportion(unit: str) -> None:
    assert growth(lambda text: extract(text, GAZETTEER), unit) < IN_PROPORTION


def test_the_extractor_has_a_version() -> None:
    assert EXTRACTOR_VERSION >= 1
