"""The promise as a whole: its committed text, its documentation, and the facts that clients build on."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    parse_value,
    value_from_ast,
)

from api import schema
from api.schema import arguments, build, promise, sdl
from api.schema.enums import CoOccurrence, MentionRole, SpanUnit, TagMatch, UsageBy
from api.schema.ordering import Direction

COMMITTED = Path(__file__).with_name("schema.graphql")
MODULES = sorted(Path(str(schema.__file__)).parent.glob("*.py"))
MODULES_THAT_WORK = {"answering", "arguments", "build", "promise", "revision_query", "scalars", "subscription"}

BUILT = promise(build())
NAMED = {name: each for name, each in BUILT.type_map.items() if not name.startswith("__")}
COMPOSITE = {n: t for n, t in NAMED.items() if isinstance(t, GraphQLObjectType | GraphQLInterfaceType)}
INPUTS = {n: t for n, t in NAMED.items() if isinstance(t, GraphQLInputObjectType)}


def argument(coordinate: str) -> GraphQLArgument:
    owner, field, name = coordinate.split(".")
    found: GraphQLArgument = COMPOSITE[owner].fields[field].args[name]
    return found


def elements() -> Iterator[tuple[str, str | None]]:
    """Yield every element of the schema by its coordinate, with its description."""
    for name, each in NAMED.items():
        yield name, each.description
    for name, composite in COMPOSITE.items():
        for field_name, field in composite.fields.items():
            yield f"{name}.{field_name}", field.description
            for argument_name, each_argument in field.args.items():
                yield f"{name}.{field_name}({argument_name}:)", each_argument.description
    for name, each_input in INPUTS.items():
        for field_name, input_field in each_input.fields.items():
            yield f"{name}.{field_name}", input_field.description
    for name, each in NAMED.items():
        if isinstance(each, GraphQLEnumType):
            for word, value in each.values.items():
                yield f"{name}.{word}", value.description


def test_the_committed_schema_is_the_one_that_is_built() -> None:
    same = COMMITTED.read_text(encoding="utf-8") == sdl(build())
    assert same, "The promise has changed: look at what `parley schema graphql` prints, and commit it if it is meant."


def test_every_element_has_a_description_that_reads_as_a_sentence() -> None:
    bare = [name for name, text in elements() if not text or text[-1] not in ".:…" or "  " in text]
    assert not bare


def test_a_schema_can_be_built_more_than_once() -> None:
    assert sdl(build()) == sdl(build())


@pytest.mark.parametrize(
    "module", [each for each in MODULES if each.stem not in MODULES_THAT_WORK], ids=lambda p: p.stem
)
def test_a_module_that_describes_holds_no_body_that_works(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    working = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.For, ast.While)
    assert not [node.lineno for node in ast.walk(tree) if isinstance(node, working)]


def test_no_type_but_the_subscription_has_a_resolver() -> None:
    resolved = [
        f"{name}.{field.python_name}"
        for name, each in NAMED.items()
        if (definition := each.extensions.get("strawberry-definition")) and hasattr(definition, "fields")
        for field in definition.fields
        if field.base_resolver
    ]
    assert resolved == ["Subscription.dataset_changed"]


def test_nothing_nullable_has_null_for_a_default() -> None:
    assert " = null" not in sdl(build())


@pytest.mark.parametrize(
    ("coordinate", "printed", "internal"),
    [
        ("Query.hashtag.match", "TagMatch!", TagMatch.FOLDED),
        ("Query.revisions.first", "Int", 20),
        ("Query.changes.first", "Int", 100),
        ("Query.search.first", "Int", 20),
        ("Post.excerpt.length", "Int", 140),
        ("Post.related.first", "Int", 5),
        ("Thread.related.first", "Int", 5),
        ("Hashtag.related.scope", "CoOccurrence!", CoOccurrence.POST),
        ("Hashtag.related.first", "Int", 10),
        ("Place.nameUsage.by", "UsageBy!", UsageBy.SOURCE),
        ("Place.near.kilometres", "Float!", 50.0),
        ("Place.near.first", "Int", 10),
        ("PostConnection.facets.size", "Int", 10),
        ("Span.start.unit", "SpanUnit!", SpanUnit.CODE_POINT),
        ("Span.end.unit", "SpanUnit!", SpanUnit.CODE_POINT),
    ],
)
def test_an_argument_has_its_default(coordinate: str, printed: str, internal: object) -> None:
    found = argument(coordinate)
    assert (str(found.type), found.default_value) == (printed, internal)


@pytest.mark.parametrize(
    ("coordinate", "told"),
    [("Hashtag.related.scope", "POST"), ("Place.near.kilometres", "50"), ("Query.posts.first", None)],
)
def test_introspection_tells_defaults_as_they_are_written(coordinate: str, told: str | None) -> None:
    owner, field, name = coordinate.split(".")
    question = "query ($type: String!) { __type(name: $type) { fields { name args { name defaultValue } } } }"
    answer = build().execute_sync(question, {"type": owner})
    assert answer.data is not None
    (arguments_told,) = [each["args"] for each in answer.data["__type"]["fields"] if each["name"] == field]
    assert {each["name"]: each["defaultValue"] for each in arguments_told}[name] == told


def test_lists_of_the_root_take_the_same_arguments_in_the_same_order() -> None:
    lists = ("sources", "threads", "hashtags", "places", "accounts")
    taken = {name: list(COMPOSITE["Query"].fields[name].args) for name in lists}
    assert set(map(tuple, taken.values())) == {("where", "orderBy", "first", "after", "last", "before")}
    assert next(iter(COMPOSITE["Query"].fields["posts"].args)) == "search"


def test_descriptions_state_the_sizes_of_pages() -> None:
    nested, root = argument("Source.posts.first"), argument("Query.posts.first")
    assert f"{arguments.NESTED_PAGE} when left out" in str(nested.description)
    assert f"{arguments.FIRST_PAGE} when left out" in str(root.description)
    assert f"at most {arguments.LARGEST_PAGE}" in str(argument("Query.nodes.ids").description)


def test_all_that_has_an_id_is_a_node() -> None:
    node = BUILT.type_map["Node"]
    assert isinstance(node, GraphQLInterfaceType)
    with_id = {name for name, each in COMPOSITE.items() if "id" in each.fields} - {"Node"}
    assert with_id == {each.name for each in BUILT.get_possible_types(node)}
    assert with_id == {"Source", "Thread", "Post", "Hashtag", "Place", "Account", "Revision"}


def test_a_connection_has_the_fields_that_relay_asks_for() -> None:
    pages = {name: each for name, each in COMPOSITE.items() if name.endswith("Connection")}
    assert len(pages) == 10
    for name, each in pages.items():
        assert {"edges", "nodes", "pageInfo"} <= set(each.fields), name
        assert ("totalCount" in each.fields) == (name != "SearchConnection")
        assert str(each.fields["edges"].type) == f"[{name.removesuffix('Connection')}Edge!]!"


def test_an_input_becomes_a_plain_mapping_with_graphql_names_and_enum_members() -> None:
    literal = parse_value(
        '{not: {places: {role: [DEMONYM], within: "a"}}, author: {notIn: ["b"], isNull: false}, '
        'published: {gte: "2023-03-15"}, kind: {in: [ARTICLE]}}'
    )
    assert value_from_ast(literal, INPUTS["PostWhere"]) == {
        "not": {"places": {"role": [MentionRole.DEMONYM], "within": "a"}},
        "author": {"notIn": ["b"], "isNull": False},
        "published": {"gte": "2023-03-15"},
        "kind": {"in": ["ARTICLE"]},
    }


def test_an_order_without_a_direction_ascends() -> None:
    coerced = value_from_ast(parse_value("{by: KEY}"), INPUTS["PostOrder"])
    assert coerced == {"by": "KEY", "direction": Direction.ASC}


def test_an_enum_member_is_its_own_graphql_name() -> None:
    enums = [each for each in NAMED.values() if isinstance(each, GraphQLEnumType)]
    assert len(enums) == 26
    for each in enums:
        assert all(value.value == name for name, value in each.values.items()), each.name
