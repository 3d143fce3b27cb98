"""Hashtags: what is one, in which scripts, and where it ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.extraction.hashtags import find_hashtags
from seeds.extraction.links import find_links


def spellings(text: str) -> list[str]:
    return [tag.spelling for tag in find_hashtags(text, [link.span for link in find_links(text)])]


@pytest.mark.parametrize(
    "tag", ["Արցախ", "თბილისი", "Ερεβάν", "हिन्दी", "ኢትዮጵያ", "ایران", "Qarabağ", "東京", "2020war", "re·unió"]
)
def test_a_tag_may_be_in_any_script(tag: str) -> None:
    assert spellings(f"talk of #{tag}.") == [tag]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’#Artsakh et l'#Arménie", ["Artsakh", "Arménie"]),
        ("#Russia's view, #Eritrea’n roads", ["Russia", "Eritrea"]),
        ("(#one)#two [#three]", ["one", "two", "three"]),
        ("🇦🇲#flag ✌️#peace ✊🏿#fist", ["flag", "peace", "fist"]),
        ("＃wide", ["wide"]),
        ("#snake_case #kebab-case", ["snake_case", "kebab"]),
        ("#a#b", []),
        ("word#tag é#tag 1#tag &#tag", []),
        ("#16 #1_2 #_ # #️⃣ #", []),
        ("#http://example.org https://example.org/#part example.org/a#b", []),
        ("1️⃣ #first", ["first"]),
    ],
)
def test_the_rules_of_twitter_text_hold(text: str, expected: list[str]) -> None:
    assert spellings(text) == expected


def test_a_tag_has_its_spelling_its_folded_name_and_a_span_with_the_sign() -> None:
    (tag,) = find_hashtags("🇦🇿 l’#Azerbaïdjan", part="TITLE")
    assert (tag.spelling, tag.name) == ("Azerbaïdjan", "azerbaidjan")
    span = tag.span
    assert (span.part, span.start, span.end) == ("TITLE", 5, 17)
    assert (span.start_utf16, span.end_utf16, span.start_utf8, span.end_utf8) == (7, 19, 13, 26)


@given(st.text(st.sampled_from("#＃aՀ1_é\u0301🇦\ufe0f .’&\ud800\x00://")))
def test_every_tag_is_a_sign_and_its_spelling_and_holds_a_letter(text: str) -> None:
    for tag in find_hashtags(text):
        written = text[tag.span.start : tag.span.end]
        assert written[0] in "#＃"
        assert written[1:] == tag.spelling
        assert any(character.isalpha() for character in tag.spelling)
