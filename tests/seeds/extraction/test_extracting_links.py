"""Links: addresses as written, their domains, and those cut short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.extraction.links import Link, find_links


def only(text: str) -> Link:
    (link,) = find_links(text)
    return link


def test_a_link_has_its_address_its_domain_and_its_span() -> None:
    link = only("🌐 see https://WWW.Example.org/a?b=c.")
    assert link.url == link.displayed == "https://WWW.Example.org/a?b=c"
    assert (link.domain, link.is_truncated) == ("example.org", False)
    assert (link.span.start, link.span.end, link.span.start_utf16, link.span.start_utf8) == (6, 35, 7, 9)


def test_a_link_cut_short_shows_its_ellipsis_and_leads_nowhere() -> None:
    link = only("read pic.example.com/AbCd… now")
    assert (link.displayed, link.url, link.is_truncated) == ("pic.example.com/AbCd…", None, True)
    assert link.domain == "pic.example.com"
    assert link.span.end - link.span.start == len(link.displayed)


def test_an_international_domain_is_left_as_written() -> None:
    assert only("http://Пример.みんな/путь").domain == "пример.みんな"


@pytest.mark.parametrize(
    "text", ["No link here. None", "N.Karabakh", "the U.S. and 4.5 km", "int. community…", "a..b", "…"]
)
def test_prose_with_full_stops_is_no_link(text: str) -> None:
    assert find_links(text) == ()


CHARACTERS = st.sampled_from("ab.-_/:?=#@… é日🇦\ud800\x00()")
PIECES = st.sampled_from(["http://", "https://", ".com", ".org", "www."])


@given(st.lists(CHARACTERS | PIECES).map("".join))
def test_a_link_is_displayed_as_written(text: str) -> None:
    for link in find_links(text):
        assert text[link.span.start : link.span.end] == link.displayed
        assert link.is_truncated == link.displayed.endswith("…")
        assert link.url in (None, link.displayed)
