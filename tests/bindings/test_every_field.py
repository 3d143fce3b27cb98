"""Everything the schema promises is asked once, on both databases: each field, each order, each key of each filter."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import pytest
from graphql import (
    GraphQLField,
    GraphQLInputType,
    GraphQLNonNull,
    GraphQLOutputType,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_enum_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
    is_required_argument,
    is_required_input_field,
)

from api.schema import promise
from mills import SCHEMA, Ask

PROMISE = promise(SCHEMA)
QUERY: Any = PROMISE.query_type
NODE = PROMISE.type_map["Node"]
PAGED = ["sources", "threads", "posts", "hashtags", "places", "accounts"]
SAMPLES = {"String": '"a"', "ID": '"a"', "Int": "1", "Float": "1", "Boolean": "true", "Date": '"2023-01-01"'}
NEEDED = {"DISTANCE": "where: {near: {latitude: 40, longitude: 45, kilometres: 500}}", "RELEVANCE": 'search: "road"'}


def selection(output: GraphQLOutputType, *, root: bool = True) -> str:
    """Select every field of a type; of nodes below it only what any node has, and no field twice."""
    kind = get_named_type(output)
    if is_abstract_type(kind):
        members = " ".join(f"... on {each.name} {{ id }}" for each in PROMISE.get_possible_types(kind))
        return f"{{ __typename {members} }}"
    if not is_object_type(kind):
        return ""
    if not root and NODE in kind.interfaces:
        return "{ __typename id }"
    holds_nodes = root and kind.name.endswith(("Connection", "Edge"))
    asked = (in_every_word(name, each, holds_nodes) for name, each in kind.fields.items())
    fields = (" ".join(each if root else islice(each, 1)) for each in asked)
    return f"{{ __typename {' '.join(fields)} }}"


def in_every_word(name: str, field: GraphQLField, root: bool = False) -> Iterator[str]:
    """Select a field with what it must be given, and again for each word that one of its arguments takes."""
    below = selection(field.type, root=root)
    given = needed(field)
    yield f"{name}{brackets(given)} {below}"
    for key, each in field.args.items():
        words = get_nullable_type(each.type)
        for word in words.values if is_enum_type(words) else ():
            yield f"{name}_{word}: {name}{brackets({**given, key: f'{key}: {word}'})} {below}"


def needed(field: GraphQLField) -> dict[str, str]:
    """Write the arguments that a field cannot do without."""
    return {name: f"{name}: {sample(each.type)}" for name, each in field.args.items() if is_required_argument(each)}


def brackets(given: Mapping[str, str]) -> str:
    return f"({', '.join(given.values())})" if given else ""


def sample(kind: GraphQLInputType) -> str:
    """Write a value of an input type: of a list of words all of them, of an object all its fields."""
    nullable = get_nullable_type(kind)
    if is_list_type(nullable):
        words = get_nullable_type(nullable.of_type)
        return f"[{' '.join(words.values)}]" if is_enum_type(words) else f"[{sample(nullable.of_type)}]"
    if is_enum_type(nullable):
        return str(next(iter(nullable.values)))
    if is_input_object_type(nullable):
        inner = nullable.fields.items()
        return "{" + ", ".join(f"{name}: {sample(each.type)}" for name, each in inner if not joins(name)) + "}"
    return SAMPLES[get_named_type(nullable).name]


def joins(name: str) -> bool:
    return name in {"and", "or", "not", "source", "thread"}


def fits(output: GraphQLOutputType, value: Any, at: str) -> None:
    """Hold an answer to the promise: what is promised as non-null is not null, and no word is unknown."""
    if is_non_null_type(output):
        assert value is not None, at
        output = output.of_type
    if value is None:
        return
    if is_list_type(output):
        for each in value:
            fits(output.of_type, each, at)
    elif is_enum_type(output):
        assert value in output.values, at
    elif not is_leaf_type(output):
        kind: Any = PROMISE.type_map[value["__typename"]]
        assert kind is output or kind in PROMISE.get_possible_types(output)  # type: ignore[arg-type]  # an abstract type
        for key, each in value.items():
            field = kind.fields.get(key) or kind.fields.get(key.partition("_")[0])
            if field:
                fits(field.type, each, f"{at}.{key}")


@pytest.mark.parametrize("name", list(QUERY.fields))
def test_every_field_below_a_root_field_answers_as_promised(ask: Ask, name: str) -> None:
    field = QUERY.fields[name]
    given = {**needed(field), **({"key": 'key: "vardan"'} if name == "place" else {})}
    given |= {"first": "first: 2"} if "first" in field.args else {}
    given |= {"search": 'search: "road"'} if "search" in field.args else {}
    answer = ask(f"{{ {name}{brackets(given)} {selection(field.type)} }}")
    fits(field.type, answer[name], name)


def test_a_tag_is_found_in_every_way_of_matching(ask: Ask) -> None:
    ways = " ".join(in_every_word("hashtag", QUERY.fields["hashtag"]))
    assert len(ask(f"{{ {ways} }}".replace('"a"', '"LakeRoad"'))) == 5


ONE_OF_EACH = [
    ("Post", 'post(key: "quiet-border/1")'),
    ("Thread", 'thread(key: "lakeroad/1")'),
    ("Source", 'source(key: "quiet-border")'),
    ("Hashtag", 'hashtag(name: "openroad")'),
    ("Place", 'place(key: "vardan")'),
    ("Account", 'account(handle: "crisisdesk")'),
    ("Revision", "revision(number: 2)"),
]


@pytest.mark.parametrize(("name", "asked_by"), ONE_OF_EACH)
def test_every_field_of_a_node_answers_as_promised(ask: Ask, name: str, asked_by: str) -> None:
    kind: Any = PROMISE.type_map[name]
    answer = ask(f"{{ node: {asked_by} {selection(kind)} }}")
    fits(GraphQLNonNull(kind), answer["node"], name)


ORDERS = [
    (name, by, way)
    for name in PAGED
    for by in get_named_type(get_named_type(QUERY.fields[name].args["orderBy"].type).fields["by"].type).values
    for way in ("ASC", "DESC")
]


@pytest.mark.parametrize(("name", "by", "way"), ORDERS)
def test_every_order_sorts_its_list_and_its_reverse_the_other_way(ask: Ask, name: str, by: str, way: str) -> None:
    needed = f"{NEEDED[by]}, " if by in NEEDED else ""
    page = f"{name}({needed}orderBy: [{{by: {by}, direction: {way}}}]"
    whole = ask(f"{{ {page}, first: 100) {{ totalCount nodes {{ id }} }} }}")[name]
    assert len(whole["nodes"]) == whole["totalCount"] > 0
    assert ask(f"{{ {page}, last: 100) {{ nodes {{ id }} }} }}")[name]["nodes"] == whole["nodes"]


FILTERS = [(name, key) for name in PAGED for key in get_named_type(QUERY.fields[name].args["where"].type).fields]


@pytest.mark.parametrize(("name", "key"), [each for each in FILTERS if each[1] not in {"and", "or", "not"}])
def test_every_key_of_every_filter_and_its_complement_make_the_whole(ask: Ask, name: str, key: str) -> None:
    where = get_named_type(QUERY.fields[name].args["where"].type)
    for value in values(where.fields[key].type):
        asked_for = {"fit": f"{{{key}: {value}}}", "rest": f"{{not: {{{key}: {value}}}}}", "whole": "{}"}
        pages = (f"{alias}: {name}(where: {each}) {{ totalCount }}" for alias, each in asked_for.items())
        found = {alias: page["totalCount"] for alias, page in ask("{" + " ".join(pages) + "}").items()}
        assert found["fit"] + found["rest"] == found["whole"], value


def values(kind: GraphQLInputType) -> list[str]:
    """Write a filter once with each of its keys; one whose fields all belong together once with all of them."""
    filtered = get_nullable_type(kind)
    if not is_input_object_type(filtered) or all(map(is_required_input_field, filtered.fields.values())):
        return [sample(kind)]
    return [f"{{{name}: {sample(each.type)}}}" for name, each in filtered.fields.items() if not joins(name)]
