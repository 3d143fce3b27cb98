"""Links: those the text shows, those a seed resolves, those it lost."""

from typing import Any

from seeds.extraction.links import find_links
from seeds.loading.links import domain_of, link_rows
from seeds.loading.tables import COLUMNS
from seeds.records import LinkHint, Part

TEXT = Part("TEXT", "See example.org/a… and https://www.example.net/b, or example.org/a… again")


def linked(*hints: LinkHint) -> list[dict[str, Any]]:
    found = [(TEXT, link) for link in find_links(TEXT.text)]
    return [dict(zip(COLUMNS["links"], row, strict=True)) for row in link_rows(found, hints, [TEXT], 7)]


def test_a_link_is_stored_with_its_words_and_its_domain() -> None:
    first, second, _ = linked()
    assert (first["displayed"], first["url"], first["is_truncated"]) == ("example.org/a…", None, True)
    assert (second["url"], second["domain"]) == ("https://www.example.net/b", "example.net")
    assert second["span_text"] == second["displayed"]


def test_hints_for_the_same_words_resolve_one_link_after_the_other() -> None:
    words = "example.org/a…"
    one, other = (LinkHint(displayed=words, url=f"https://www.Example.com/{name}") for name in "xy")
    first, _, third = linked(one, other)
    assert (first["url"], third["url"]) == ("https://www.Example.com/x", "https://www.Example.com/y")
    assert first["domain"] == "example.com"


def test_a_link_whose_words_the_text_lost_keeps_no_span() -> None:
    *_, lost = linked(LinkHint(displayed="pic.example/zz", url="https://pic.example/zz"))
    assert (lost["ordinal"], lost["url"], lost["span_start"]) == (4, "https://pic.example/zz", None)


def test_a_link_that_only_the_seed_sees_is_placed_where_its_words_stand() -> None:
    *_, seen = linked(LinkHint(displayed="again", url="https://example.org/again"))
    assert TEXT.text[seen["span_start"] : seen["span_end"]] == "again"


def test_a_host_without_a_name_is_no_domain() -> None:
    assert domain_of("https://[broken/") is None
    assert domain_of("mailto:someone") is None
