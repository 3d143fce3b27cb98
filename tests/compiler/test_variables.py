from typing import Any

import pytest
from graphql import GraphQLError, GraphQLSchema, build_schema, get_variable_values, parse
from hypothesis import given
from hypothesis import strategies as st

from api.compiler.reading import find_operation
from api.compiler.selection import Slot
from api.compiler.values import shape_key
from api.compiler.variables import Variables
from api.errors import InvalidArgument, SelectionTooLarge
from api.settings import Settings

PAGE_LIMIT = 100
SCHEMA: GraphQLSchema = build_schema(
    """
    scalar Moment
    enum Order { UP DOWN }
    input Filter { text: String, above: Int = 3 }
    type Query {
        posts(first: Int, after: String, id: ID, only: Boolean, order: Order, where: Filter, ids: [ID!], at: Moment,
              weight: Float): Int
    }
    """
)
TYPES = ["Int", "String", "ID", "Boolean", "Float", "Order", "Filter", "[ID!]", "Moment"]
SOUND: dict[str, list[object]] = {
    "Int": [0, 7, -(2**31), 2**31 - 1],
    "String": ["", "a", "\ud800", "null"],
    "ID": ["7"],
    "Boolean": [True, False],
}
WRONG: dict[str, list[object]] = {
    "Int": [2**31, -(2**31) - 1, True, "7", 7.5, []],
    "String": [7, True, {}, ["a"]],
    "Boolean": [0, "true"],
    "ID": [True, 7.5, {}],
    "Order": ["SIDEWAYS"],
    "Filter": [{"unknown": 1}],
}


def each(of: dict[str, list[object]]) -> list[tuple[str, object]]:
    return [(kind, value) for kind, values in of.items() for value in values]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5) | st.just("UP"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "above", "a"]), inner),
    max_leaves=5,
)
definitions = st.builds(
    lambda kind, end: f"{kind}{end}", st.sampled_from(TYPES), st.sampled_from(["", "!", " = null", "!"])
)


def variables(*defined: str, used: str = "") -> Variables:
    """The variables `$v0`, `$v1` and so on, of these types."""
    listed = ", ".join(f"$v{number}: {kind}" for number, kind in enumerate(defined))
    document = parse(f"query({listed}) {{ posts{used} }}" if defined else f"{{ posts{used} }}")
    return Variables(find_operation(SCHEMA, document, None), Settings(page_limit=PAGE_LIMIT))


def by_rule(defined: list[str], values: dict[str, Any]) -> dict[str, Any] | list[GraphQLError]:
    listed = ", ".join(f"$v{number}: {kind}" for number, kind in enumerate(defined))
    document = parse(f"query({listed}) {{ posts }}")
    nodes = find_operation(SCHEMA, document, None).node.variable_definitions or ()
    result = get_variable_values(SCHEMA, nodes, values, max_errors=1)
    return result if isinstance(result, list) else result.coerced


@given(st.lists(definitions, min_size=1, max_size=3), st.data())
def test_what_is_coerced_here_is_what_graphql_core_coerces(defined: list[str], data: st.DataObject) -> None:
    names = [f"v{number}" for number in range(len(defined))]
    request = data.draw(st.dictionaries(st.sampled_from([*names, "unknown"]), values))
    expected = by_rule(defined, request)
    if isinstance(expected, list):
        with pytest.raises(InvalidArgument, match=r"v[0-9]"):
            variables(*defined).read(request)
    else:
        coerced = variables(*defined).read(request).values
        assert coerced == expected
        assert [type(each) for each in coerced.values()] == [type(each) for each in expected.values()]
        assert list(coerced) == list(expected)


@given(st.lists(definitions, min_size=1, max_size=3), st.booleans(), st.data())
def test_the_key_of_a_request_is_the_key_of_its_shape_whichever_way_it_was_read(
    defined: list[str], sized: bool, data: st.DataObject
) -> None:
    defining = variables(*defined, used="(first: $v0)" if sized else "")
    request = data.draw(st.dictionaries(st.sampled_from(["v0", "v1", "v2"]), values | st.integers(-1, 101)))
    try:
        read = defining.read(request)
    except InvalidArgument:
        return
    key = shape_key(dict(defining.shapes(read.values)))
    assert (read.key, repr(read.key)) == (key, repr(key)), "1 and true are equal, and no one plan serves both"


def test_values_too_many_to_be_read_are_refused_before_they_are_coerced() -> None:
    nested: list[object] = [[] for _ in range(20_000)]
    with pytest.raises(SelectionTooLarge):
        variables("[ID!]").read({"v0": nested})


@pytest.mark.parametrize(("kind", "value"), each(SOUND))
def test_a_value_that_needs_no_coercing_does_not_pass_graphql_core(
    kind: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("api.compiler.variables.get_variable_values")
    assert variables(kind, f"{kind}!").read({"v0": value, "v1": value}).values == {"v0": value, "v1": value}
    assert variables(kind).read({"v0": None}).values == {"v0": None}
    assert variables(kind).read({}).values == {}


@pytest.mark.parametrize(("kind", "value"), each(WRONG))
def test_a_wrong_value_is_told_with_its_variable_and_where_that_is_defined(kind: str, value: object) -> None:
    with pytest.raises(InvalidArgument, match=r"\$v0") as refused:
        variables(kind).read({"v0": value})
    assert refused.value.members["locations"]


def test_a_required_variable_that_is_left_out_or_null_is_told() -> None:
    for request in ({}, {"v0": None}):
        with pytest.raises(InvalidArgument, match=r"\$v0"):
            variables("Int!").read(request)


def test_a_default_is_filled_in_and_a_given_null_is_kept() -> None:
    assert variables("Int = 5", "Filter").read({"v1": {}}).values == {"v0": 5, "v1": {"above": 3}}
    assert variables("Int = 5").read({"v0": None}).values == {"v0": None}


def test_a_size_of_a_root_page_is_part_of_the_shape_and_other_numbers_are_not() -> None:
    defined = variables("Int", "Int", used="(first: $v0)")
    assert defined.shapes({"v0": 20, "v1": 20}) == {"v0": Slot(("v0",), 20), "v1": Slot(("v1",))}
    assert defined.shapes({"v0": PAGE_LIMIT + 1}) == {"v0": Slot(("v0",))}
