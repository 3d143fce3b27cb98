from collections.abc import Mapping

import pytest

from api.endpoints.mill import Mill
from api.errors import APIError, SelectionTooLarge
from mills import Ask

SEARCH = "query($where: PostWhere) { posts(where: $where) { totalCount } }"


def nested(levels: int, inside: object = None) -> object:
    where = inside if inside is not None else {"key": {"startsWith": "l"}}
    for _ in range(levels - 1):
        where = {"not": where}
    return where


def answer(mill: Mill, query: str, variables: Mapping[str, object] | None = None) -> APIError | bytes:
    try:
        return mill.answer(query, variables)
    except APIError as error:
        return error


def test_filters_nest_five_deep_and_no_deeper_in_variables(ask: Ask, mill: Mill) -> None:
    assert ask(SEARCH, {"where": nested(5)})["posts"]["totalCount"] > 0
    error = answer(mill, SEARCH, {"where": nested(6)})
    assert isinstance(error, SelectionTooLarge)
    assert "`where` of `posts` nests 6 filters, more than 5" in error.message
    assert error.members == {"limit": 5, "locations": ["1:28"]}


def test_filters_nest_five_deep_whether_written_or_given_or_both(mill: Mill) -> None:
    query = "query($or: [PostWhere!]) { posts(where: {and: [{or: $or}]}) { totalCount } }"
    assert isinstance(answer(mill, query, {"or": [nested(3)]}), bytes)
    assert isinstance(answer(mill, query, {"or": [nested(4)]}), SelectionTooLarge)
    written = "{posts(where:{not:{or:[{source:{not:{and:[%s]}}}]}}){totalCount}}"
    assert isinstance(answer(mill, written % ""), bytes)
    assert isinstance(answer(mill, written % "{}"), SelectionTooLarge)


def test_nested_sources_and_threads_are_levels_and_comparisons_are_none(mill: Mill) -> None:
    near = "places: {near: {latitude: 0, longitude: 0, kilometres: 1}}"
    five = "{not: {not: {thread: {source: {%s}, hashtags: {any: []}}, " + near + "}}}"
    assert mill.answer("{ posts(where: %s) { totalCount } }" % (five % 'key: {eq: "a"}'))
    with pytest.raises(SelectionTooLarge, match="nests 6 filters"):
        mill.answer("{ posts(where: %s) { totalCount } }" % (five % "not: {}"))


@pytest.mark.parametrize("levels", [100, 199, 201, 10_000])
def test_variables_of_any_depth_are_refused_with_an_answer(mill: Mill, levels: int) -> None:
    error = answer(mill, SEARCH, {"where": nested(levels)})
    assert isinstance(error, APIError)
    assert error.status == 400


def test_values_in_arguments_are_counted_over_the_whole_operation(mill: Mill) -> None:
    twice = " ".join(f"{alias}: posts(where: {{or: $or}}) {{ totalCount }}" for alias in "ab")
    query = f"query($or: [PostWhere!]) {{ {twice} }}"
    assert isinstance(answer(mill, query, {"or": [{"key": {"eq": "a"}}] * 150}), bytes)
    error = answer(mill, query, {"or": [{"key": {"eq": "a"}}] * 151})
    assert isinstance(error, SelectionTooLarge)
    assert "more than 300 values" in error.message
    assert isinstance(answer(mill, query, {"or": [{}] * 50_000}), SelectionTooLarge)


def test_a_list_of_scalars_is_one_value_however_long(ask: Ask) -> None:
    query = "query($keys: [String!]) { posts(where: {key: {in: $keys}}) { totalCount } }"
    assert ask(query, {"keys": ["lakeroad/1/1", *map(str, range(10_000))]}) == {"posts": {"totalCount": 1}}


def test_what_hangs_on_nodes_by_id_costs_as_often_as_there_are_ids(mill: Mill) -> None:
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Thread { posts(first: 100) { nodes { key } } } } }"
    assert isinstance(answer(mill, query, {"ids": ["thread_1"] * 99}), bytes)
    error = answer(mill, query, {"ids": ["thread_1"] * 100})
    assert isinstance(error, SelectionTooLarge)
    assert error.members == {"limit": 10_000, "cost": 10_100, "locations": ["1:23"]}


def test_facets_are_counted_sixteen_at_once_and_no_more(mill: Mill) -> None:
    query = "query($fields: [PostFacet!]!) { posts { facets(fields: $fields) { distinct } } }"
    assert isinstance(answer(mill, query, {"fields": ["KIND"] * 16}), bytes)
    error = answer(mill, query, {"fields": ["KIND"] * 17})
    assert isinstance(error, APIError)
    assert error.members == {"locations": ["1:41"]}


def test_halves_of_surrogate_pairs_are_in_no_text_and_break_nothing(ask: Ask) -> None:
    query = "query($key: String!) { post(key: $key) { key } posts(where: {key: {in: [$key]}}) { totalCount } }"
    assert ask(query, {"key": "lakeroad/1/1\ud800"}) == {"post": None, "posts": {"totalCount": 0}}
