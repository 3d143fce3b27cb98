"""Mentions: what is one, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.extraction.links import find_links
from seeds.extraction.mentions import find_mentions


def spellings(text: str) -> list[str]:
    return [mention.spelling for mention in find_mentions(text, [link.span for link in find_links(text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@one, .@two (@three) @four’s", ["one", "two", "three", "four"]),
        ("@a/@b", ["a", "b"]),
        ("RT@one rt:@two art@three", ["one", "two"]),
        ("見て@someoneです", ["someone"]),
        ("＠wide", ["wide"]),
        ("name@example.org a@b@c @@d !@e &@f", []),
        ("@aliceé @bob://x", []),
        ("https://example.org/@writer @reader", ["reader"]),
        ("@", []),
    ],
)
def test_the_rules_of_twitter_text_hold(text: str, expected: list[str]) -> None:
    assert spellings(text) == expected


def test_a_list_is_named_behind_its_handle_and_outside_the_span() -> None:
    (mention,) = find_mentions("see @peace_desk/south-caucasus now", part="CAPTION")
    assert (mention.spelling, mention.list_slug) == ("peace_desk", "/south-caucasus")
    assert (mention.span.part, mention.span.start, mention.span.end) == ("CAPTION", 4, 15)


@given(st.text(st.sampled_from("@＠aB1_é/ .!RrTt:\ud800")))
def test_every_mention_is_a_sign_and_its_spelling(text: str) -> None:
    for mention in find_mentions(text):
        written = text[mention.span.start : mention.span.end]
        assert written[0] in "@＠"
        assert written[1:] == mention.spelling
        assert 1 <= len(mention.spelling) <= 20
