"""`search(query:)`: everything that fits, in one list, with counts and suggestions, on both databases."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from api.errors import InvalidArgument, InvalidCursor, PageTooLarge
from mills import Ask
from plain_search import everything, post_parts, stored

TYPES = ("POST", "THREAD", "HASHTAG", "PLACE", "SOURCE", "ACCOUNT")
FOUND = """
query($query: String!, $types: [SearchType!], $first: Int, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after) {
    counts { type count }
    suggestions
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { __typename }
    edges {
      cursor
      match { score snippet spans { part text } }
      node {
        __typename
        ... on Post { key hashtags { hashtag { name } } } ... on Thread { key } ... on Hashtag { key: name }
        ... on Place { key } ... on Source { key } ... on Account { key: handle }
      }
    }
  }
}
"""


def found(ask: Ask, query: str, types: object = None, first: int = 100, after: str | None = None) -> dict[str, Any]:
    page: dict[str, Any] = ask(FOUND, {"query": query, "types": types, "first": first, "after": after})["search"]
    return page


def items(page: dict[str, Any]) -> list[tuple[str, str, float]]:
    told = [(edge["node"]["__typename"], edge["node"]["key"], edge["match"]["score"]) for edge in page["edges"]]
    return [(kind, key.casefold() if kind == "Account" else key, score) for kind, key, score in told]


def counts(page: dict[str, Any]) -> list[tuple[str, int]]:
    return [(one["type"], one["count"]) for one in page["counts"]]


def test_everything_that_has_the_word_is_found_by_type(ask: Ask) -> None:
    page = found(ask, '"vardan"')
    assert counts(page) == [("POST", 4), ("THREAD", 2), ("HASHTAG", 1), ("PLACE", 1), ("SOURCE", 1), ("ACCOUNT", 0)]
    assert [node["__typename"] for node in page["nodes"]] == ["Post"] * 4 + ["Thread"] * 2 + [
        "Hashtag",
        "Place",
        "Source",
    ]


def test_types_are_searched_in_the_order_asked_for(ask: Ask) -> None:
    page = found(ask, "vardan", ["SOURCE", "PLACE", "SOURCE"])
    assert counts(page) == [("SOURCE", 1), ("PLACE", 1)]
    assert [kind for kind, _, _ in items(page)] == ["Source", "Place"]


def test_without_a_type_nothing_is_searched(ask: Ask) -> None:
    page = found(ask, "vardan", [])
    assert (page["edges"], page["counts"], page["pageInfo"]["hasNextPage"]) == ([], [], False)


def test_a_place_is_found_by_any_of_its_names_and_an_account_by_what_it_is_called(ask: Ask) -> None:
    assert items(found(ask, "Erevan", ["PLACE"]))[0][1] == "yerevan"
    assert items(found(ask, '"high valley"', ["PLACE"]))[0][1] == "high-valley"
    assert items(found(ask, '"crisis desk"', ["ACCOUNT"])) == [("Account", "crisisdesk", 0.5)]


def test_a_hashtag_is_found_by_its_beginning_the_whole_name_first(ask: Ask) -> None:
    assert items(found(ask, "lake", ["HASHTAG"])) == [("Hashtag", "lakeroad", 0.5)]
    assert items(found(ask, "#Peace", ["HASHTAG"])) == [("Hashtag", "peace", 1.0)]


def test_what_is_found_by_its_name_shows_its_name(ask: Ask) -> None:
    page = found(ask, "vardan OR crisisdesk", ["HASHTAG", "PLACE", "SOURCE", "ACCOUNT"])
    snippets = {edge["node"]["__typename"]: edge["match"]["snippet"] for edge in page["edges"]}
    assert snippets == {
        "Hashtag": "#Vardan",
        "Place": "Vardan",
        "Source": "A quiet border near Vardan",
        "Account": "The Crisis Desk",
    }
    assert all(edge["match"]["spans"] == [] for edge in page["edges"])


def test_a_post_shows_where_it_matches(ask: Ask) -> None:
    edge = found(ask, "lorry", ["THREAD", "POST"])["edges"][-1]
    assert edge["match"]["spans"] == [{"part": "TEXT", "text": "lorry"}]
    assert "lorry" in edge["match"]["snippet"]


@pytest.mark.parametrize("size", [1, 3, 7])
def test_pages_meet_everything_once_in_order(ask: Ask, size: int) -> None:
    query = "vardan OR peace OR road OR a*"
    whole = items(found(ask, query))
    assert len(whole) > 15
    walked: list[Any] = []
    after = None
    while True:
        page = found(ask, query, first=size, after=after)
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        walked += items(page)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert walked == whole


def test_an_empty_page_knows_that_more_follows(ask: Ask) -> None:
    page = found(ask, '"vardan"', first=0)
    assert page["pageInfo"] == {"hasNextPage": True, "hasPreviousPage": False, "startCursor": None, "endCursor": None}
    assert counts(page)[0] == ("POST", 4)


def test_a_cursor_of_another_search_is_refused(ask: Ask) -> None:
    cursor = found(ask, "vardan", first=1)["pageInfo"]["endCursor"]
    for query, types in (("peace", None), ("vardan", ["POST"])):
        with pytest.raises(InvalidCursor):
            found(ask, query, types, after=cursor)


def test_a_page_over_the_limit_and_a_query_over_the_limit_are_refused(ask: Ask) -> None:
    with pytest.raises(PageTooLarge):
        found(ask, "vardan", first=101)
    with pytest.raises(InvalidArgument, match="at most 1,000 characters"):
        found(ask, "x" * 1001)


@pytest.mark.parametrize(
    ("query", "suggestions"),
    [
        ("lakerod", ["#LakeRoad"]),
        ("Vardna", ["Vardan", "#Vardan"]),
        ("Fijii", ["#Fiji", "Fiji"]),
        ("Erewan", ["Erevan"]),
        ("Sewan deep", ["Lake Sevan"]),
        ("vardan", []),
        ("fij", []),
        ("Vardna*", []),
        ("-Vardna lorry", []),
        ("xyzzyx", []),
    ],
)
def test_names_one_slip_away_are_suggested_where_no_name_is_found(ask: Ask, query: str, suggestions: list[str]) -> None:
    assert sorted(found(ask, query)["suggestions"]) == sorted(suggestions)
    assert sorted(found(ask, query, ["POST"])["suggestions"]) == sorted(suggestions)


def test_the_suggestion_that_is_used_most_comes_first(ask: Ask) -> None:
    counted = {f"#{tag['display']}": tag["post_count"] for tag in stored()["hashtags"]}
    suggested = found(ask, "lakerod OR peacee OR openrod OR fijii")["suggestions"]
    tags = [name for name in suggested if name.startswith("#")]
    assert tags[0] == "#LakeRoad"
    assert [counted[name] for name in tags] == sorted((counted[name] for name in tags), reverse=True)
    assert len(suggested) == 5


NAMES = sorted(
    {word for parts in post_parts().values() for part in parts for word in part} | {"vardan", "crisis", "ani"}
)
TYPED = st.lists(st.sampled_from([*NAMES, "OR", "-", '"', "*", "a*"]) | st.text(max_size=3), max_size=6).map(" ".join)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED, st.none() | st.lists(st.sampled_from(TYPES)))
@example('-"', ["HASHTAG"])
@example("\0 ' \\ \ud800", None)
def test_whatever_is_typed_is_answered_as_the_plain_way_does(ask: Ask, query: str, types: list[str] | None) -> None:
    expected = everything(query, dict.fromkeys(TYPES if types is None else types))
    page = found(ask, query, types)
    assert counts(page) == [(kind, len(found)) for kind, found in expected.items()]
    assert items(page) == [one for found in expected.values() for one in found][:100]
