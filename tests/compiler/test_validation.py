"""What is left out finds nothing: every rule has a document here that breaks it, alone and beside other faults."""

import pytest
from graphql import GraphQLSchema, build_schema, parse, specified_rules, validate
from hypothesis import given
from hypothesis import strategies as st

from api.compiler.validation import ABOUT, faults, rules_for

SCHEMA: GraphQLSchema = build_schema(
    """
    type Post { key: String, source: Post, posts(first: Int!, where: Filter): [Post!]! }
    input Filter { text: String, above: Int }
    type Query { post(key: String): Post, posts(first: Int): [Post!]!, name: String }
    type Subscription { revised: Int, other: Int }
    """
)
BROKEN = {
    "ExecutableDefinitionsRule": "{ name } type Other { key: String }",
    "KnownOperationTypesRule": "mutation { name }",
    "UniqueOperationNamesRule": "query A { name } query A { name }",
    "LoneAnonymousOperationRule": "{ name } query A { name }",
    "SingleFieldSubscriptionsRule": "subscription { revised other }",
    "KnownTypeNamesRule": "query($a: Nothing) { post(key: $a) { key } }",
    "FragmentsOnCompositeTypesRule": "{ name ... on String { key } }",
    "VariablesAreInputTypesRule": "query($a: Post) { post(key: $a) { key } }",
    "ScalarLeafsRule": "{ name { key } post }",
    "FieldsOnCorrectTypeRule": "{ nothing }",
    "UniqueFragmentNamesRule": "{ ...F } fragment F on Query { name } fragment F on Query { name }",
    "KnownFragmentNamesRule": "{ ...F }",
    "NoUnusedFragmentsRule": "{ name } fragment F on Query { name }",
    "PossibleFragmentSpreadsRule": "{ ... on Post { key } }",
    "NoFragmentCyclesRule": "{ ...F } fragment F on Query { ...F }",
    "UniqueVariableNamesRule": "query($a: Int, $a: Int) { posts(first: $a) { key } }",
    "NoUndefinedVariablesRule": "{ posts(first: $a) { key } }",
    "NoUnusedVariablesRule": "query($a: Int) { name }",
    "KnownDirectivesRule": "{ name @nothing }",
    "UniqueDirectivesPerLocationRule": "{ name @skip(if: true) @skip(if: false) }",
    "KnownArgumentNamesRule": "{ post(nothing: 1) { key } }",
    "UniqueArgumentNamesRule": '{ post(key: "a", key: "b") { key } }',
    "ValuesOfCorrectTypeRule": '{ posts(first: "a") { key } }',
    "ProvidedRequiredArgumentsRule": "{ post { posts { key } } }",
    "VariablesInAllowedPositionRule": "query($a: Int) { post { posts(first: $a) { key } } }",
    "OverlappingFieldsCanBeMergedRule": '{ post(key: "a") { key } post(key: "b") { key } }',
    "UniqueInputFieldNamesRule": "{ post { posts(first: 1, where: {above: 1, above: 2}) { key } } }",
    "MaxIntrospectionDepthRule": '{ __type(name: "a") { ' + "fields { type { " * 4 + "name" + " } }" * 4 + " } }",
}
ABOUT_DEFERRING = {rule.__name__ for rule in ABOUT["@",] if "Stream" in rule.__name__}  # @defer is in no schema of ours
MOST = 10


def told(document: str) -> list[str]:
    return [str(each) for each in faults(SCHEMA, parse(document), document, MOST)]


def told_by_all(document: str) -> list[str]:
    return [str(each) for each in validate(SCHEMA, parse(document), max_errors=MOST)]


def test_every_rule_has_a_document_here_that_breaks_it() -> None:
    assert BROKEN.keys() | ABOUT_DEFERRING == {rule.__name__ for rule in specified_rules}
    assert {rule.__name__ for rules in ABOUT.values() for rule in rules} <= BROKEN.keys() | ABOUT_DEFERRING


@pytest.mark.parametrize("name", BROKEN)
def test_a_rule_that_a_document_breaks_is_asked(name: str) -> None:
    document = BROKEN[name]
    assert name in {rule.__name__ for rule in rules_for(document)}
    (rule,) = (rule for rule in specified_rules if rule.__name__ == name)
    assert validate(SCHEMA, parse(document), [rule])
    assert told(document) == told_by_all(document) != []


DEFINING = [
    "schema { query: Nope }",
    "{ name } union Other = Nope | Post",
    "directive @other(a: Nope) on FIELD",
    "{ name } extend input Filter { other: Nope }",
]
USING = [
    "query($a: Int = 3, $b: [Int]) { posts(first: $a) { key posts(first: $b, where: {above: $a, text: $c}) { key } } }",
    "query($a: Filter, $b: Boolean) { name @skip(if: $b) ... @include(if: $a) { post { posts(where: $a) { key } } } }",
    "query A($a: Int!) { post(key: [$a]) { key @other(of: $b) } } query B($a: Int!) { nothing(at: $a) { key } }",
    "query($a: Int! @other(of: 3), $c: Int = 4) { post { ... on Post { posts(first: $a, where: $c) { key } } } }",
    "query($a: Filter) { ...F } fragment F on Query { posts(first: $a) { key } }",
]


@pytest.mark.parametrize("document", DEFINING + USING)
def test_what_defines_and_what_uses_variables_is_told_as_by_all_rules(document: str) -> None:
    assert told(document) == told_by_all(document) != []


PARTS = ["$a", "$b", "$c", "[$a, 1]", "{above: $a}", "{text: $b, above: $b}", "3", '"a"', "null"]
FIELDS = [
    "key",
    "posts(first: {0}, where: {1}) {{ {2} }}",
    "source @skip(if: {0}) {{ {2} }}",
    "nothing(at: {1}) {{ key }}",
]
selections = st.recursive(
    st.just("key"),
    lambda inner: st.builds(lambda field, one, other, below: field.format(one, other, below),
                            st.sampled_from(FIELDS), st.sampled_from(PARTS), st.sampled_from(PARTS), inner)
    | st.builds("... on Post {{ {} }}".format, inner) | st.builds("{} {}".format, inner, inner),
    max_leaves=6,
)  # fmt: skip
kinds = st.sampled_from(["Int", "Int!", "Filter", "String", "[Int]", "Post", "Nothing", "Boolean! = true", "Int = 3"])


@given(kinds, kinds, selections)
def test_where_variables_are_used_is_found_as_graphql_core_finds_it(one: str, other: str, selected: str) -> None:
    document = f"query($a: {one}, $b: {other}) {{ post {{ {selected} }} }}"
    assert told(document) == told_by_all(document)


@given(st.lists(st.sampled_from(sorted(BROKEN.values())), min_size=1, max_size=4).map(" ".join))
def test_faults_of_many_kinds_are_told_as_by_all_rules_in_the_same_order(document: str) -> None:
    assert told(document) == told_by_all(document)


def test_a_document_of_fields_alone_is_spared_the_rules_about_anything_else() -> None:
    assert told("{ posts(first: 3) { key source { key } } }") == []
    left_out = {rule for rules in ABOUT.values() for rule in rules}
    assert set(rules_for("{ posts(first: 3) { key source { key } } }")) == set(specified_rules) - left_out


def test_faults_past_the_most_are_told_to_be_more() -> None:
    document = "{ " + " ".join(f"a{number}" for number in range(MOST + 5)) + " }"
    assert len(told(document)) == MOST + 1
    assert "limit reached" in told(document)[-1]
