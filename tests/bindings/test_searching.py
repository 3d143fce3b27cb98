"""`posts(search:)`: what it finds, in which order, and why, on both databases."""

from typing import Any

import pytest
from mills import Ask

from api.errors import InvalidArgument

FOUND = """
query($search: String, $where: PostWhere, $order: [PostOrder!], $first: Int, $after: String, $last: Int, $before: String) {
  posts(search: $search, where: $where, orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    edges { cursor node { key } match { score snippet spans { part start end text } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
"""


def found(ask: Ask, search: str, **variables: object) -> dict[str, Any]:
    page: dict[str, Any] = ask(FOUND, {"search": search, **variables})["posts"]
    return page


def keys(page: dict[str, Any]) -> list[str]:
    return [edge["node"]["key"] for edge in page["edges"]]


def test_all_words_must_be_there_in_any_order(ask: Ask) -> None:
    assert keys(found(ask, "lake road")) == keys(found(ask, "ROAD Lake")) == ["lakeroad/1/4"]
