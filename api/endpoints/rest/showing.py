"""What is shown of a node: a type of the promise enters, the GraphQL selection of each of its fields leaves.

Shown at once are a node's plain values and small objects, and other nodes by their names; lists and what must be
counted first come when they are asked for. Lists that go on for pages have URLs of their own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

REFERENCES: Mapping[str, tuple[str, ...]] = {
    "Source": ("id", "key", "title"),
    "Thread": ("id", "key", "rank", "title"),
    "Post": ("id", "key", "excerpt"),
    "Hashtag": ("id", "name", "display"),
    "Place": ("id", "key", "name", "kind", "latitude", "longitude"),
    "Account": ("id", "handle", "displayName"),
    "Revision": ("id", "number", "digest", "committedAt"),
}
"""What is shown of a node where another one refers to it."""

ASKED_FOR = {"excerpt", "geometry", "next", "previous", "provenance", "Source.coverage"}
"""Fields that come only when asked for, though they are no lists: long, or counted first."""

APART = {"related", "near", "nameUsage", "buckets", "facets"}
"""Plain lists that have a URL of their own."""

LEFT_OUT = {("Post", "PlaceMention", "post"), ("Post", "Footnote", "places"), ("Search", "SearchConnection", "nodes")}
"""What would only repeat what stands around it, by what is at the top: a post's mentions are all in its `places`."""

ARGUMENTS: Mapping[tuple[str, str], str] = {
    ("Place", "name"): "(languages: $languages, perspectives: $perspectives)",
    ("Post", "excerpt"): "(length: $length)",
    ("Span", "start"): "(unit: $unit)",
    ("Span", "end"): "(unit: $unit)",
}
"""How a value is to be shown, where the reader may choose."""

VARIABLES: Mapping[str, str] = {
    "languages": "[String!]",
    "perspectives": "[String!]",
    "length": "Int = 140",
    "unit": "SpanUnit = CODE_POINT",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One field of a node: what to select, and whether it is there without being asked for."""

    field: GraphQLField
    selection: str
    at_once: bool


def shown(kind: GraphQLObjectType) -> dict[str, Shown]:
    """Return the fields that can be shown of a type, in the order of the schema."""
    return {
        name: Shown(field, selected(kind, name, kind.name), _at_once(kind, name, field))
        for name, field in kind.fields.items()
        if not get_named_type(field.type).name.endswith("Connection") and name not in APART
    }


def _at_once(kind: GraphQLObjectType, name: str, field: GraphQLField) -> bool:
    if name in ASKED_FOR or f"{kind.name}.{name}" in ASKED_FOR:
        return False
    return not (is_node(kind) and is_list(field) and not is_leaf_type(get_named_type(field.type)))


def is_list(field: GraphQLField) -> bool:
    """Tell whether a field holds a list."""
    return is_list_type(field.type.of_type if is_non_null_type(field.type) else field.type)


def is_node(kind: GraphQLNamedType) -> bool:
    """Tell whether the things of a type have ids of their own."""
    return isinstance(kind, GraphQLObjectType) and any(each.name == "Node" for each in kind.interfaces)


def selected(kind: GraphQLObjectType, name: str, top: str) -> str:
    """Return the selection of one field, and of what is shown of what it holds, inside a node of the type `top`."""
    inner = get_named_type(kind.fields[name].type)
    written = name + ARGUMENTS.get((kind.name, name), "")
    return written if is_leaf_type(inner) else f"{written} {below(inner, top)}"


def below(kind: GraphQLNamedType, top: str) -> str:
    """Return the selection of everything shown of an object."""
    if isinstance(kind, GraphQLUnionType):
        return references(kind.types, top)
    if isinstance(kind, GraphQLInterfaceType):
        return "{ __typename id }"
    if not isinstance(kind, GraphQLObjectType):
        raise TypeError(f"{kind} has no fields")
    return "{ " + " ".join(selected(kind, name, top) for name in fields_of(kind, top)) + " }"


def all_of(kind: GraphQLNamedType, types: tuple[GraphQLObjectType, ...] = ()) -> str:
    """Return the selection of everything shown of what stands at the top; `types` are those it can be, if several."""
    return references(types) if types else below(kind, kind.name.removesuffix("Connection"))


def fields_of(kind: GraphQLObjectType, top: str) -> list[str]:
    """Return the names of the fields shown of an object: a node's few, and all of any other."""
    return list(REFERENCES.get(kind.name) or (each for each in kind.fields if (top, kind.name, each) not in LEFT_OUT))


def references(kinds: Iterable[GraphQLObjectType], top: str = "") -> str:
    """Return the selection of a node that can be of any of these types: by what it is referred to."""
    return "{ __typename " + " ".join(_one_of(each, top) for each in kinds) + " }"


def _one_of(kind: GraphQLObjectType, top: str) -> str:
    """Select a reference to one type of a union.

    GraphQL wants all fields of one name to be of one type, so each bears the name of its own (see `plain`).
    """
    fields = " ".join(f"{kind.name}_{name}: {selected(kind, name, top)}" for name in fields_of(kind, top))
    return f"... on {kind.name} {{ {fields} }}"


def plain(node: Mapping[str, object]) -> dict[str, object]:
    """Take the types off the names in a member of a union again."""
    typed = f"{node['__typename']}_"
    return {name.removeprefix(typed): value for name, value in node.items()}
