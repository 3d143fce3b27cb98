from collections import Counter
from collections.abc import Callable

import pytest
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
    get_introspection_query,
    parse,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from api.compiler.limits import check_document
from api.errors import SelectionTooLarge
from api.schema import promise
from api.settings import Settings
from mills import SCHEMA

PROMISE = promise(SCHEMA)
DEFAULT = Settings()


def check(text: str, **told: int) -> None:
    check_document(PROMISE, parse(text), DEFAULT.model_copy(update=told))


def refused(text: str, **told: int) -> SelectionTooLarge:
    with pytest.raises(SelectionTooLarge) as caught:
        check(text, **told)
    assert caught.value.code == "QUERY_TOO_COMPLEX"
    return caught.value


def many(count: int, text: Callable[[int], str]) -> str:
    return " ".join(map(text, range(count)))


def bomb(levels: int, leaf: str, times: int = 2) -> str:
    """Write fragments that each spread the next so many times."""
    spread = (f"fragment F{n} on Query {{ {f'...F{n + 1} ' * times}}}" for n in range(levels))
    return "{ ...F0 } " + " ".join(spread) + f" fragment F{levels} on Query {{ {leaf} }}"


FIVE = "{sources{nodes{threads{nodes{posts{nodes{hashtags{hashtag{posts{edges{node{%s}}}}}}}}}}}}"


def test_five_levels_of_lists_pass_and_the_sixth_is_pointed_at() -> None:
    check(FIVE % "key")
    text = FIVE % "\nlinks{url}"
    error = refused(text)
    assert error.message == "lists nest more than 5 deep here: ask for the inner ones by themselves"
    assert error.members == {"limit": 5, "locations": ["2:1"]}


def test_items_of_a_page_are_no_level_of_their_own_but_root_nodes_are() -> None:
    check("{posts{edges{node{links{url}}}}}", list_depth=2)
    refused('{nodes(ids:["a"]){... on Post{links{url}}}}', list_depth=1)


def test_lists_of_scalars_are_no_level() -> None:
    check("{dataset{licences}}", list_depth=0)


def test_levels_go_on_through_fragments() -> None:
    fragments = "fragment P on Post{hashtags{hashtag{...H}}} fragment H on Hashtag{posts{...C}}"
    text = "{posts{nodes{...P}}} fragment C on PostConnection{nodes{%s}}" + fragments
    check(text % "key", list_depth=3)
    assert refused(text % "media{url}", list_depth=3).members["locations"] == ["1:57"]


def test_selections_nest_sixteen_deep_and_no_deeper() -> None:
    check('{post(key:"a"){' + "next{" * 14 + "key" + "}" * 16)
    error = refused('{post(key:"a"){' + "next{" * 15 + "key" + "}" * 17)
    assert "selections nest more than 16 deep" in error.message
    assert error.members["locations"] == ["1:91"]


def test_a_hundred_aliases_pass_and_one_more_does_not() -> None:
    check("{dataset{" + many(100, lambda n: f"a{n}:name") + "}}")
    assert "more than 100 aliases" in refused("{dataset{" + many(101, lambda n: f"a{n}:name") + "}}").message


def test_aliases_count_wherever_their_fragment_is_spread() -> None:
    text = "{a:dataset{...F} b:dataset{...F}} fragment F on Dataset{" + many(49, lambda n: f"a{n}:name") + "}"
    check(text)
    refused(text, alias_limit=99)


def test_twenty_root_fields_pass_and_one_more_does_not() -> None:
    check("{" + many(20, lambda n: f"a{n}:dataset{{name}}") + "}")
    text = "query Wide {...F} fragment F on Query {" + many(21, lambda n: f"a{n}:dataset{{name}}") + "}"
    assert "more than 20 fields at its root" in refused(text).message


def test_directives_count_wherever_they_stand() -> None:
    check("query @a {dataset @b {...F @c ... @d {name}}} fragment F on Dataset @e {name}", directive_limit=5)
    refused(
        "query($x:Int @a) @a {dataset @b {...F @c ... @d {name}}} fragment F on Dataset @e {name}", directive_limit=5
    )
    refused("{dataset{name" + "@skip(if:false)" * 51 + "}}")


def test_a_key_is_selected_at_most_twenty_times_in_one_place() -> None:
    check("{dataset{" + "name " * 20 + "}}")
    error = refused("{dataset{" + "name " * 21 + "}}")
    assert error.message.startswith("`name` is selected more than 20 times in one place")
    assert error.members == {"limit": 20, "locations": ["1:110"]}


def test_places_are_those_of_the_answer_however_they_are_written() -> None:
    for text in (
        "{" + "dataset{name}" * 3 + "}",
        "{dataset{name name} dataset{name}}",
        "{dataset{name ...F ... {name}}} fragment F on Dataset {name}",
        "{...F dataset{...G}} fragment F on Query {dataset{...G}} fragment G on Dataset {name x:name name:citation}",
    ):
        check(text, response_key_repeats=4)
        assert refused(text, response_key_repeats=1).message.startswith("`")
    check("{a:dataset{name} b:dataset{name}}", response_key_repeats=1)


def test_480_times_the_same_field_never_reach_validation() -> None:
    assert "`dataset` is selected more than 20 times" in refused("{" + "dataset{name}" * 480 + "}").message


def test_a_thousand_fields_pass_and_one_more_does_not() -> None:
    text = "{posts{nodes{" + "...F " * 13 + "}}} fragment F on Post{" + many(76, lambda n: f"f{n}") + "}"
    check(text)  # 13 * 76 + 2 = 990
    error = refused(text, selected_field_limit=989)
    assert "more than 989 fields, fragments expanded" in error.message


@pytest.mark.parametrize("levels", [5, 20, 150])
@pytest.mark.parametrize("leaf", ["__typename", "dataset{name}", "a:dataset{name} b:dataset{name}"])
def test_fragments_that_double_are_refused_without_being_expanded(levels: int, leaf: str) -> None:
    refused(bomb(levels, leaf))


def test_fragments_that_multiply_their_places_are_refused_without_being_expanded() -> None:
    spread = many(30, lambda n: f"fragment F{n} on Post {{ next {{ ...F{n + 1} }} previous {{ ...F{n + 1} }} }}")
    refused('{post(key:"a"){...F0}} ' + spread + " fragment F30 on Post {key}")


@pytest.mark.parametrize(
    "text",
    [
        "{...A} fragment A on Query {...A dataset{name}}",
        "{...A} fragment A on Query {...B ...B} fragment B on Query {...A ...A dataset{name}}",
        "{...F0} " + many(60, lambda n: f"fragment F{n} on Query {{...F{(n + 1) % 60} ...F{(n + 1) % 60}}}"),
        "fragment A on Post {next{...A}} {dataset{name}}",
    ],
)
def test_cycles_are_left_to_validation(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "{dataset{nothing}} fragment F on Nothing {a}",
        "{nothing{nothing{...Nothing}}}",
        "{dataset{name{name}} ... on Nothing {a{b}} ... on Direction {a}}",
        "mutation {a{b}}",
        "subscription {datasetChanged{number}}",
        "type A {a: Int}",
        "fragment F on Query {dataset{name}} fragment F on Query {dataset{citation}} {...F}",
    ],
)
def test_documents_that_do_not_fit_the_schema_are_left_to_validation(text: str) -> None:
    check(text)


def test_limits_hold_for_every_definition_used_or_not() -> None:
    wide = "dataset{name}" * 21
    refused(f"query A {{dataset{{name}}}} query B {{{wide}}}")
    refused(f"{{dataset{{name}}}} fragment F on Query {{{wide}}}")
    refused(f"{{dataset{{name}}}} fragment F on Query {{{wide}}} fragment F on Query {{dataset{{name}}}}")


def test_introspection_passes_beside_the_narrowest_limits() -> None:
    whole = get_introspection_query(
        descriptions=True,
        specified_by_url=True,
        directive_is_repeatable=True,
        schema_description=True,
        input_value_deprecation=True,
    )
    check(whole)
    check(whole, selection_depth=1, list_depth=1)


def test_introspection_has_a_depth_of_its_own() -> None:
    text = "{__schema{types{" + "ofType{" * 17 + "name" + "}" * 20
    check(text)
    error = refused(text.replace("name", "ofType{name}"))
    assert "introspection nests more than 20 deep" in error.message


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Write valid documents of fragments that spread later ones."""
    count = draw(st.integers(1, 6))

    def body(after: int) -> str:
        spreads = [f"...F{n}" for n in range(after, count)]
        chosen = draw(st.lists(st.sampled_from(["name", "x:name", "citation", *spreads]), min_size=1, max_size=4))
        return "{" + " ".join(chosen) + draw(st.sampled_from([" ... {name}", ""])) + "}"

    fragments = (f"fragment F{n} on Dataset {body(n + 1)}" for n in range(count))
    return "{dataset " + body(0) + "} " + " ".join(fragments)


def expanded(text: str) -> list[Counter[str]]:
    """Count the keys selected on the dataset, definition by definition, by expanding every spread as it is written."""
    operation, *fragments = parse(text).definitions
    assert isinstance(operation, OperationDefinitionNode)
    sets = {each.name.value: each.selection_set for each in fragments if isinstance(each, FragmentDefinitionNode)}

    def keys(node: Node) -> Counter[str]:
        if isinstance(node, FragmentSpreadNode):
            return below(sets[node.name.value])
        if isinstance(node, InlineFragmentNode):
            return below(node.selection_set)
        assert isinstance(node, FieldNode)
        return Counter([(node.alias or node.name).value])

    def below(selected: SelectionSetNode) -> Counter[str]:
        return sum(map(keys, selected.selections), Counter())

    (dataset,) = operation.selection_set.selections
    assert isinstance(dataset, FieldNode)
    assert dataset.selection_set
    return [below(dataset.selection_set) + Counter(["dataset"]), *map(below, sets.values())]


@given(documents())
@settings(max_examples=150, deadline=None)
def test_what_is_counted_is_what_an_expansion_would_hold(text: str) -> None:
    found = expanded(text)
    exact = {
        "response_key_repeats": max(max(keys.values()) for keys in found),
        "selected_field_limit": max(keys.total() for keys in found),
        "alias_limit": max(keys["x"] for keys in found),
    }
    for name, most in exact.items():
        wide: dict[str, int] = dict.fromkeys(exact, 10**9)
        check(text, **{**wide, name: most})
        if most > 1 or (most and name != "response_key_repeats"):  # a key that is selected was selected once
            refused(text, **{**wide, name: most - 1})
