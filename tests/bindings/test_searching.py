"""`posts(search:)`: what it finds, in which order, and why, on both databases."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from api.errors import InvalidArgument
from mills import Ask
from plain_search import post_parts, ranked_posts

FOUND = """
query(
  $search: String, $where: PostWhere, $order: [PostOrder!], $first: Int, $after: String, $last: Int, $before: String
) {
  posts(search: $search, where: $where, orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    edges { cursor node { key } match { score snippet spans { part start end text } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
"""
BY_SCORE_UPWARDS = [{"by": "RELEVANCE", "direction": "ASC"}]


def found(ask: Ask, search: str | None, **variables: object) -> dict[str, Any]:
    page: dict[str, Any] = ask(FOUND, {"search": search, **variables})["posts"]
    return page


def keys(page: dict[str, Any]) -> list[str]:
    return [edge["node"]["key"] for edge in page["edges"]]


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("lake road", ["lakeroad/1/4"]),
        ("ROAD Lake", ["lakeroad/1/4"]),
        ('"high valley"', ["lakeroad/1/4"]),
        ('"valley high"', []),
        ("“the last lorry” noon", ["lakeroad/1/6"]),
        ('"Pont-aux-Roses"', ["lakeroad/2/2"]),
        ("pont-roses", []),
        ("armeni*", ["lakeroad/2/1", "quiet-border/1", "lakeroad/1/3", "valley-notes/islands/4"]),
        ("noon -lorry", ["lakeroad/4/1"]),
        ('noon -"last lorry"', ["lakeroad/4/1"]),
        ("suva -footnote OR 5,000", ["quiet-border/1", "valley-notes/islands/1"]),
        ("5_000", ["lakeroad/4/1"]),
        ("“Վարդան”", ["quiet-border/1"]),
        ("ճանապարհը", ["lakeroad/3/1"]),
        ("الطريق", ["valley-notes/echo/2"]),
        ("quiet border", ["quiet-border/1"]),
        ("snow", ["quiet-border/1"]),
        ("unanchored", ["quiet-border/1"]),
        ("nowhere", []),
        ("", []),
        ("-lake", []),
    ],
)
def test_what_is_found(ask: Ask, search: str, expected: list[str]) -> None:
    page = found(ask, search)
    assert sorted(keys(page)) == sorted(expected)
    assert page["totalCount"] == len(expected)


@pytest.mark.parametrize("spelling", ["Arménie", "ARMENIE", "#Armenie", "ａｒｍｅｎｉｅ", "arme\u0301nie"])
def test_case_accents_signs_and_widths_do_not_matter(ask: Ask, spelling: str) -> None:
    assert sorted(keys(found(ask, f'"{spelling}"'))) == ["lakeroad/2/1", "valley-notes/islands/4"]


def test_a_phrase_never_reaches_from_one_part_into_the_next(ask: Ask) -> None:
    assert keys(found(ask, '"border near vardan"')) == ["quiet-border/1"]
    assert keys(found(ask, '"vardan what"')) == []


def test_the_best_fit_comes_first_and_equal_ones_the_newest_first(ask: Ask) -> None:
    page = found(ask, '"peace"')
    assert [edge["match"]["score"] for edge in page["edges"]] == [0.666, 0.5, 0.5, 0.5, 0.5, 0.5]
    assert keys(page)[:3] == ["lakeroad/4/1", "quiet-border/1", "valley-notes/islands/3"]
    assert keys(found(ask, '"peace"', order=BY_SCORE_UPWARDS)) == keys(page)[1:] + keys(page)[:1]


def test_any_other_order_may_be_asked_for(ask: Ask) -> None:
    by_key = keys(found(ask, "peace", order=[{"by": "KEY", "direction": "ASC"}]))
    assert by_key == sorted(by_key)
    by_both = [{"by": "RELEVANCE", "direction": "DESC"}, {"by": "KEY", "direction": "DESC"}]
    rest = sorted(set(by_key) - {"lakeroad/4/1"}, reverse=True)
    assert keys(found(ask, "peace", order=by_both)) == ["lakeroad/4/1", *rest]


@pytest.mark.parametrize("nesting", ["posts(%s) { totalCount }", "threads { nodes { posts(%s) { nodes { key } } } }"])
def test_relevance_without_a_search_is_refused(ask: Ask, nesting: str) -> None:
    order = nesting % "orderBy: [{by: RELEVANCE}]"
    question = "{ " + order.replace("{ totalCount }", "{ nodes { key } }") + " }"
    with pytest.raises(InvalidArgument, match="RELEVANCE needs `search`"):
        ask(question)


def test_without_a_search_nothing_matches_anything(ask: Ask) -> None:
    page = found(ask, None, first=2)
    assert [edge["match"] for edge in page["edges"]] == [None, None]
    assert page["totalCount"] == 25


@pytest.mark.parametrize("order", [None, BY_SCORE_UPWARDS, [{"by": "POSITION", "direction": "DESC"}]])
@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_meet_every_post_once_both_ways(ask: Ask, order: object, size: int) -> None:
    search = "the OR peac* OR lakeroad"
    whole = keys(found(ask, search, order=order))
    assert len(whole) > 8
    forwards: list[str] = []
    page: dict[str, Any] = {"pageInfo": {"endCursor": None, "hasNextPage": True}}
    while page["pageInfo"]["hasNextPage"]:
        after = page["pageInfo"]["endCursor"]
        page = found(ask, search, order=order, first=size, after=after)
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert page["totalCount"] == len(whole)
        forwards += keys(page)
    backwards: list[str] = []
    page = {"pageInfo": {"startCursor": None, "hasPreviousPage": True}}
    while page["pageInfo"]["hasPreviousPage"]:
        before = page["pageInfo"]["startCursor"]
        page = found(ask, search, order=order, last=size, before=before)
        assert page["pageInfo"]["hasNextPage"] is (before is not None)
        backwards = keys(page) + backwards
    assert forwards == backwards == whole


def test_a_filter_narrows_what_is_found(ask: Ask) -> None:
    where = {"hashtags": {"any": ["OpenRoad"]}, "not": {"kind": {"eq": "ARTICLE"}}}
    assert keys(found(ask, "peace", where=where)) == ["valley-notes/alone-1"]
    assert keys(found(ask, "peace", where={})) == keys(found(ask, "peace"))
    assert keys(found(ask, "peace", where={"or": []})) == []


def test_facets_buckets_and_coverage_are_those_of_what_is_found(ask: Ask) -> None:
    part = """{ totalCount coverage { visible total } buckets(by: YEAR) { start count }
        facets(fields: [SOURCE, HASHTAG, LANGUAGE]) { field distinct missing other values { value count } } }"""
    keyed = '{key: {in: ["lakeroad/1/6", "lakeroad/4/1"]}}'
    answer = ask(f'{{ found: posts(search: "noon") {part} same: posts(where: {keyed}) {part} }}')
    assert answer["found"] == answer["same"]
    assert answer["found"]["totalCount"] == 2


def test_several_searches_fit_in_one_statement(ask: Ask) -> None:
    answer = ask('{ a: posts(search: "noon") { totalCount } b: posts(search: "lorry") { nodes { key } } }')
    assert answer["a"]["totalCount"] == 2
    assert {"key": "lakeroad/1/6"} in answer["b"]["nodes"]


def test_a_query_over_the_limit_is_refused_with_its_place(ask: Ask) -> None:
    with pytest.raises(InvalidArgument, match="at most 1,000 characters; this one has 100,000"):
        found(ask, "x" * 100_000)


PIECES = st.sampled_from(
    [
        *sorted({word for parts in post_parts().values() for part in parts for word in part}),
        "lake road",
        "the l*",
        "peac*",
    ]
)
SIGNS = st.sampled_from(
    ["OR", "-", '"', "*", " ", "“", "«", "»", "'", "\\", "\0", "(", ":*", "!", "&", "|", "<->", "^", "NEAR"]
)
TYPED = st.lists(st.one_of(PIECES, SIGNS, st.text(max_size=4)), max_size=8).map(" ".join) | st.text(max_size=60)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED)
@example("'" * 40)
@example('"' * 41)
@example("\\")
@example("ŉ ⒈ ⑴ 1.5 'n")
@example("\ud800 \U0010ffff \0 noon")
@example("a " * 499)
@example("the " + "OR the " * 100)
@example("ภาษาไทย 東京 አዲስ თბილისი")
def test_whatever_is_typed_is_answered_as_the_plain_way_does(ask: Ask, search: str) -> None:
    expected = ranked_posts(search)
    page = found(ask, search, first=100)
    assert [(edge["node"]["key"], edge["match"]["score"]) for edge in page["edges"]] == expected
    assert page["totalCount"] == len(expected)
