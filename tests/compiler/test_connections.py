from typing import Any

import pytest

from api.errors import InvalidArgument, InvalidCursor, PageTooLarge
from mills import Ask

PAGE = """
query($first: Int, $after: String, $last: Int, $before: String, $order: [PostOrder!]) {
  posts(first: $first, after: $after, last: $last, before: $before, orderBy: $order) {
    totalCount
    nodes { key }
    edges { cursor node { key } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
"""

ORDERS = [
    None,
    [{"by": "PUBLISHED", "direction": "ASC"}],
    [{"by": "PUBLISHED", "direction": "DESC"}],
    [{"by": "POSITION", "direction": "DESC"}],
    [{"by": "KEY", "direction": "ASC"}],
    [{"by": "PUBLISHED", "direction": "ASC"}, {"by": "POSITION", "direction": "DESC"}],
    [{"by": "POSITION", "direction": "DESC"}, {"by": "KEY", "direction": "ASC"}],
]


def keys(page: dict[str, Any]) -> list[str]:
    return [node["key"] for node in page["posts"]["nodes"]]


@pytest.mark.parametrize("order", ORDERS)
def test_walking_forwards_meets_every_post_once_in_order(ask: Ask, order: object) -> None:
    whole = keys(ask(PAGE, {"first": 100, "order": order}))
    walked: list[str] = []
    after = None
    while True:
        page = ask(PAGE, {"first": 4, "after": after, "order": order})
        info = page["posts"]["pageInfo"]
        assert info["hasPreviousPage"] is (after is not None)
        walked += keys(page)
        after = info["endCursor"]
        if not info["hasNextPage"]:
            break
    assert walked == whole
    assert len(set(walked)) == page["posts"]["totalCount"] == 25


@pytest.mark.parametrize("order", ORDERS)
def test_walking_backwards_meets_every_post_once_in_order(ask: Ask, order: object) -> None:
    whole = keys(ask(PAGE, {"first": 100, "order": order}))
    walked: list[str] = []
    before = None
    while True:
        page = ask(PAGE, {"last": 4, "before": before, "order": order})
        info = page["posts"]["pageInfo"]
        assert info["hasNextPage"] is (before is not None)
        walked = keys(page) + walked
        before = info["startCursor"]
        if not info["hasPreviousPage"]:
            break
    assert walked == whole


def test_a_cursor_made_for_another_order_is_refused(ask: Ask) -> None:
    cursor = ask(PAGE, {"first": 1})["posts"]["pageInfo"]["endCursor"]
    with pytest.raises(InvalidCursor, match="another order"):
        ask(PAGE, {"first": 1, "after": cursor, "order": [{"by": "KEY", "direction": "ASC"}]})


@pytest.mark.parametrize("cursor", ["", "nonsense", "00000000.1.2.3", "208d5208.1.2", "x" * 10_000, "a\x00b"])
def test_a_damaged_cursor_is_refused(ask: Ask, cursor: str) -> None:
    with pytest.raises(InvalidCursor):
        ask(PAGE, {"first": 1, "after": cursor})


def test_a_page_over_the_limit_is_an_error_and_never_clamped(ask: Ask) -> None:
    with pytest.raises(PageTooLarge, match="101"):
        ask("{ posts(first: 101) { totalCount } }")


def test_first_with_last_is_refused(ask: Ask) -> None:
    with pytest.raises(InvalidArgument, match="not for both"):
        ask("{ posts(first: 1, last: 1) { totalCount } }")


def test_an_empty_page_has_no_cursors_and_knows_that_more_follows(ask: Ask) -> None:
    page = ask(PAGE, {"first": 0})["posts"]
    assert page["nodes"] == []
    assert page["pageInfo"] == {"hasNextPage": True, "hasPreviousPage": False, "startCursor": None, "endCursor": None}


def test_nested_pages_hold_ten_and_root_pages_twenty_by_default(ask: Ask) -> None:
    answer = ask("{ posts { nodes { key } } hashtags(first: 1) { nodes { posts { nodes { key } } } } }")
    assert len(answer["posts"]["nodes"]) == 20
    assert len(answer["hashtags"]["nodes"][0]["posts"]["nodes"]) == 10


@pytest.mark.parametrize("cursor", ['after: "x"', 'before: "x"', 'first: 1, after: "x"', 'last: 1, before: "x"'])
@pytest.mark.parametrize("selected", ["totalCount", "__typename", "pageInfo { hasPreviousPage }", "nodes { key }"])
@pytest.mark.parametrize("search", ["", ', search: "noon"'])
def test_a_wrong_cursor_is_refused_whatever_is_selected(ask: Ask, cursor: str, selected: str, search: str) -> None:
    with pytest.raises(InvalidCursor) as refused:
        ask(f"{{ posts({cursor}{search}) {{ {selected} }} }}")
    assert refused.value.members["locations"] == ["1:3"]


def test_a_right_cursor_changes_no_count(ask: Ask) -> None:
    cursor = ask("{ posts(first: 1) { pageInfo { endCursor } } }")["posts"]["pageInfo"]["endCursor"]
    assert ask("query($a: String) { posts(after: $a) { totalCount } }", {"a": cursor}) == ask(
        "{ posts { totalCount } }"
    )
