"""Why a post was found: snippet and spans, against the same found in Python."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, update

from api.endpoints.mill import Mill
from api.models import Post, PostText, identify
from api.settings import Settings
from api.text.indexing import Part, index
from api.text.queries import read_query
from api.text.words import words
from corpus import fill
from mills import SCHEMA, Ask
from plain_search import stands
from seeds.loading.searching import rebuild_search

SPANS = """spans {
    part start end text
    start16: start(unit: UTF16) end16: end(unit: UTF16) start8: start(unit: UTF8) end8: end(unit: UTF8)
}"""
EDGES = f"edges {{ node {{ key text }} match {{ snippet {SPANS} }} }}"
MATCHES = f"query($search: String) {{ posts(search: $search) {{ {EDGES} }} }}"


def matches(ask: Ask, search: str) -> dict[str, dict[str, Any]]:
    edges = ask(MATCHES, {"search": search})["posts"]["edges"]
    return {edge["node"]["key"]: edge["match"] for edge in edges}


def shown(match: dict[str, Any]) -> list[tuple[str, str]]:
    return [(span["part"], span["text"]) for span in match["spans"]]


def test_every_match_is_shown_in_reading_order_and_a_phrase_is_one(ask: Ask) -> None:
    essay = matches(ask, '"vardan" "three stones"')["quiet-border/1"]
    stones = "Three Stones"
    assert shown(essay) == [
        ("TITLE", "Vardan"), ("TEXT", stones), ("CAPTION", stones), ("FOOTNOTE", stones), ("FOOTNOTE", "Vardan"),
    ]  # fmt: skip
    assert [(span["start"], span["end"]) for span in essay["spans"]] == [
        (20, 26),
        (28, 40),
        (0, 12),
        (12, 24),
        (50, 56),
    ]


def test_captions_are_told_apart(ask: Ask) -> None:
    assert shown(matches(ask, "erivan")["quiet-border/1"]) == [("CAPTION", "Erivan")]


def test_what_overlaps_is_shown_once_and_what_is_not_wanted_never(ask: Ask) -> None:
    match = matches(ask, '"the last lorry" "last lorry left" last -convoy')["lakeroad/1/6"]
    assert shown(match) == [("TEXT", "The last lorry left")]


def test_offsets_count_in_three_units(ask: Ask) -> None:
    span = matches(ask, "drivers sleep")["lakeroad/1/2"]["spans"][0]
    text = "(2/6) 🚚🚚 Drivers"
    assert (span["start"], span["start16"], span["start8"]) == (9, 11, len("(2/6) 🚚🚚 ".encode()))
    assert (span["end"], span["end16"], span["end8"]) == (len(text), len(text) + 2, len(text.encode()))


def test_the_snippet_is_of_the_text_where_that_matches_else_of_the_first_part_that_does(ask: Ask) -> None:
    assert matches(ask, "vardan market")["quiet-border/1"]["snippet"].startswith("Nobody counts the stones")
    assert matches(ask, "caucasus")["quiet-border/1"]["snippet"].startswith("What remains of the road")
    assert matches(ask, "ledger")["quiet-border/1"]["snippet"] == "A ledger from Erivan"


@pytest.fixture
def rewritten(engine: Engine) -> Any:
    """A function that gives one post of the corpus another text, and asks why a search finds it."""
    fill(engine)
    key = "lakeroad/1/1"
    number = identify("Post", key)
    mill = Mill(SCHEMA, engine, Settings())

    def ask(query: str, variables: dict[str, object]) -> dict[str, Any]:
        return json.loads(mill.answer(query, variables))  # type: ignore[no-any-return]

    def match(text: str, search: str) -> dict[str, Any] | None:
        indexed = index([Part("TEXT", None, text)])
        told = {"words": indexed.words, "searched": indexed.searched}
        with engine.begin() as connection:
            connection.execute(update(Post).where(Post.id == number).values(text=text))
            connection.execute(update(PostText).where(PostText.post_id == number).values(**told))
            rebuild_search(connection)
        return matches(ask, search).get(key)

    return match


def plain_spans(text: str, search: str) -> list[tuple[int, int]]:
    found = words(text)
    folded = [word.folded for word in found]
    hits = [
        (at, at + len(term.words) - 1)
        for term in read_query(search).wanted
        for at in range(len(found))
        if stands(term, folded[at : at + len(term.words)])
    ]
    islands: list[tuple[int, int]] = []
    for first, last in sorted(hits):
        if islands and first <= islands[-1][1]:
            islands[-1] = (islands[-1][0], max(last, islands[-1][1]))
        else:
            islands.append((first, last))
    return [(found[first].start, found[last].end) for first, last in islands]


TEXTS = st.lists(
    st.sampled_from(["lake", "road", "Lake", "🎉", "łåkë", "…", "\n", "ա", "x" * 120, "lake-road", "at", "is"])
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    TEXTS.map(" ".join), st.sampled_from(["lake", "road lake", '"lake road"', "l*", '"road lake" "lake road"', "x*"])
)
@example("lake " * 300, "lake")
@example("🎉" * 300 + " lake " + "🎉" * 300, "lake")
@example("at " * 100 + "x" * 500, "x*")
def test_snippet_and_spans_are_those_found_in_python(rewritten: Any, text: str, search: str) -> None:
    match = rewritten(text, search)
    expected = plain_spans(text, search)
    if match is None:
        return
    assert [(span["start"], span["end"]) for span in match["spans"]] == expected[:100]
    for span in match["spans"]:
        assert text[span["start"] : span["end"]] == span["text"]
        assert text.encode("utf-16-le")[2 * span["start16"] : 2 * span["end16"]].decode("utf-16-le") == span["text"]
        assert text.encode()[span["start8"] : span["end8"]].decode() == span["text"]
    snippet = match["snippet"]
    assert len(snippet) <= 160
    if len(text) <= 160:
        assert snippet == text
    else:
        inside = snippet.removeprefix("…").removesuffix("…")
        first, last = expected[0]
        assert inside in text
        assert text[first : min(last, first + 100)] in inside


@pytest.mark.parametrize(
    ("text", "search", "shown_as"),
    [
        ("l’#Azerbaïdjan et l'Azerbaidjan", "AZERBAIDJAN", ["Azerbaïdjan", "Azerbaidjan"]),
        ("#AZERBAIJAN, Azerbaijan’s", "#azerbaijan", ["AZERBAIJAN", "Azerbaijan"]),
        ("Azərbaycan", "azerbaycan", ["Azərbaycan"]),
        ("Հայաստան և ՀԱՅԱՍՏԱՆ", "հայաստան", ["Հայաստան", "ՀԱՅԱՍՏԱՆ"]),
        ("თბილისი, ᲗᲑᲘᲚᲘᲡᲘ", "თბილის*", ["თბილისი", "ᲗᲑᲘᲚᲘᲡᲘ"]),
        ("ሰላም ለዓለም", "ሰላም -ዓለም", ["ሰላም"]),
        ("สันติภาพ", "ติภ", ["ติภ"]),
        ("東京和平", "和平", ["和平"]),
        ("cafe\u0301 o'clock 5,000 ⒈", "café \"o'clock\" 5,000", ["cafe\u0301", "o'clock", "5,000"]),
        ("quotes “in” «the» way", "“in” \"the\"", ["in", "the"]),
    ],
)  # fmt: skip
def test_words_of_many_scripts_are_found_as_they_are_written(
    rewritten: Any, text: str, search: str, shown_as: list[str]
) -> None:
    match = rewritten(text, search)
    assert [span["text"] for span in match["spans"]] == shown_as
    assert match["snippet"] == text
