"""A subscription's selection, rewritten as a query about one revision."""

from collections.abc import Mapping

import pytest
from graphql import (
    GraphQLResolveInfo,
    execute,
    parse,
    print_ast,
    validate,
)

from api.schema import build, promise
from api.schema.revision_query import RevisionQuery, revision_query

SCHEMA = promise(build())


def rewritten(document: str, variables: Mapping[str, object] | None = None) -> RevisionQuery:
    """Return the query that a subscription is turned into, caught where its field is resolved."""
    caught: list[RevisionQuery] = []

    def resolve(_root: object, info: GraphQLResolveInfo[object]) -> None:
        caught.append(revision_query(info, info.variable_values.coerced))

    schema = promise(build())
    assert schema.subscription_type is not None
    schema.subscription_type.fields["datasetChanged"].resolve = resolve
    parsed = parse(document)
    assert not validate(schema, parsed)
    execute(schema, parsed, variable_values=dict(variables or {}))
    (query,) = caught
    assert not validate(SCHEMA, parse(query.document))
    return query


def test_the_selection_is_asked_of_the_revision_with_the_number() -> None:
    query = rewritten("subscription { changed: datasetChanged { number digest } }")
    expected = "query ($number: Int!) { revision(number: $number) { number digest } }"
    assert query.document == print_ast(parse(expected)).strip()
    assert query.variables_for(7) == {"number": 7}


def test_a_variable_of_the_client_keeps_its_name() -> None:
    query = rewritten(
        "subscription ($number: Int, $number_: Int) { datasetChanged { a: changes(first: $number) { totalCount } "
        "b: changes(first: $number_) { totalCount } } }",
        {"number": 3, "number_": 4},
    )
    assert query.number_variable == "number__"
    assert query.variables_for(7) == {"number": 3, "number_": 4, "number__": 7}


def test_only_fragments_and_variables_that_the_selection_needs_come_along() -> None:
    query = rewritten(
        "subscription ($first: Int) { ...Root } "
        "fragment Root on Subscription { datasetChanged { ...Outer } } "
        "fragment Outer on Revision { changes(first: $first) { ...Inner } } "
        "fragment Inner on ChangeConnection { totalCount }",
        {"first": 2},
    )
    assert "Root" not in query.document
    assert "fragment Outer" in query.document
    assert "fragment Inner" in query.document
    assert query.variables_for(1) == {"first": 2, "number": 1}


def test_the_same_field_selected_twice_is_asked_twice_and_merges() -> None:
    query = rewritten("subscription { datasetChanged { number } datasetChanged { digest } }")
    assert query.document.count("revision(number: $number)") == 2


@pytest.mark.parametrize(
    "selection",
    ["changes { nodes { node { id } } }", "changes { edges { node { node { ... on Post { text } } } } }"],
)
def test_the_type_of_a_node_is_asked_for_as_well(selection: str) -> None:
    query = rewritten(f"subscription {{ datasetChanged {{ {selection} }} }}")
    assert query.document.count("__typename") == 1


def test_values_are_passed_on_as_json_carries_them() -> None:
    query = rewritten(
        "subscription ($role: [MentionRole!], $where: PostWhere, $show: Boolean!) { datasetChanged { changes { nodes "
        "{ node { ... on Place { posts(role: $role, where: $where) { totalCount } id @include(if: $show) } } } } } }",
        {"role": ["FLAG"], "where": {"kind": {"in": ["ARTICLE"]}, "published": {"gte": "2023-03-15"}}, "show": True},
    )
    values = query.variables_for(1)
    assert values["role"] == ["FLAG"]
    assert isinstance(values["role"], list)
    assert type(values["role"][0]) is str
    assert values["where"] == {"kind": {"in": ["ARTICLE"]}, "published": {"gte": "2023-03-15"}}
    assert values["show"] is True
