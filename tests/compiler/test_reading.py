from typing import Any

import pytest
from graphql import parse, validate

from api.compiler.reading import find_operation, read
from api.compiler.selection import Field, Slot
from api.compiler.variables import Variables
from api.errors import InvalidArgument, OperationUnresolved
from api.schema import promise
from api.settings import Settings
from mills import SCHEMA

PROMISE = promise(SCHEMA)


def fields(query: str, variables: dict[str, Any] | None = None, name: str | None = None) -> list[Field]:
    """Read a document that must be valid, as the planner does."""
    document = parse(query)
    assert validate(PROMISE, document) == []
    operation = find_operation(PROMISE, document, name)
    defined = Variables(operation, Settings())
    return read(operation, defined.shapes(defined.read(variables or {}).values))


def keys(selected: list[Field]) -> list[str]:
    return [each.key for each in selected]


def test_fields_come_in_the_order_of_the_first_mention_of_each_response_key() -> None:
    (dataset,) = fields("{ dataset { name ...more name } } fragment more on Dataset { citation name licences }")
    assert keys(dataset.below()) == ["name", "citation", "licences"]


def test_selections_of_one_response_key_are_merged() -> None:
    (dataset,) = fields("{ dataset { revision { number } } dataset { revision { digest } name } }")
    assert keys(dataset.below()) == ["revision", "name"]
    assert keys(dataset.below()[0].below()) == ["number", "digest"]


@pytest.mark.parametrize(
    ("directive", "kept"),
    [
        ("@skip(if: true)", False),
        ("@skip(if: false)", True),
        ("@include(if: $yes)", True),
        ("@include(if: $no)", False),
    ],
)
def test_skip_and_include_are_decided_while_reading(directive: str, kept: bool) -> None:
    asked = f"name citation {directive} licences @skip(if: $no) @include(if: $yes)"
    query = f"query($yes: Boolean!, $no: Boolean = false) {{ dataset {{ {asked} }} }}"
    (dataset,) = fields(query, {"yes": True})
    assert ("citation" in keys(dataset.below())) is kept


def test_a_fragment_on_an_interface_reaches_each_concrete_type() -> None:
    (node,) = fields('{ node(id: "x") { id ... on Post { key } ... on Hashtag { name } } }')
    assert keys(node.selections["Post"]) == ["id", "key"]
    assert keys(node.selections["Hashtag"]) == ["id", "name"]
    assert keys(node.selections["Place"]) == ["id"]


def test_scalars_become_slots_and_enum_values_stay() -> None:
    (posts,) = fields(
        "query($k: String!) { posts(where: {key: {eq: $k}, kind: {eq: POST}}, first: 3) { totalCount } }", {"k": "a"}
    )
    assert posts.slot("first") == Slot((), 3)
    where = posts.arguments["where"]
    assert isinstance(where, dict)
    assert where["key"] == {"eq": Slot(("k",))}


def test_a_list_with_a_variable_inside_is_read_item_by_item() -> None:
    (posts,) = fields('query($t: String!) { posts(where: {hashtags: {any: ["a", $t]}}) { totalCount } }', {"t": "b"})
    where = posts.arguments["where"]
    assert isinstance(where, dict)
    tags = where["hashtags"]
    assert isinstance(tags, dict)
    listed = tags["any"]
    assert listed is not None
    assert not isinstance(listed, bool | dict | list)
    assert hasattr(listed, "read")
    assert listed.read({"t": "b"}) == ["a", "b"]


def test_which_operation_to_run_must_be_clear() -> None:
    two = "query a { dataset { name } } query b { dataset { citation } }"
    assert keys(fields(two, name="b")[0].below()) == ["citation"]
    with pytest.raises(OperationUnresolved, match="several"):
        fields(two)
    with pytest.raises(OperationUnresolved, match="named `c`"):
        fields(two, name="c")


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("query($n: Int!) { posts(first: $n) { totalCount } }", {"n": "3"}),
        ("query($n: Int!) { posts(first: $n) { totalCount } }", {}),
        ("query($n: Int!) { posts(first: $n) { totalCount } }", {"n": 2**40}),
    ],
)
def test_a_variable_of_the_wrong_kind_is_refused(query: str, variables: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgument):
        fields(query, variables)
