"""Arguments as parameters: a field of the promise enters, the parameters that set its arguments leave.

`where` becomes filters and `orderBy` becomes `order`; `first`, `last`, `after` and `before` become `limit` and two
cursors. Every other argument keeps its name, a list's in the singular, given once a value.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    Undefined,
    get_named_type,
)

from api.endpoints.rest import kinds
from api.endpoints.rest.filtering import SCALARS, filters
from api.endpoints.rest.kinds import Kind
from api.endpoints.rest.parameters import Parameter, Tree, all_at, at

RENAMED = {"search": "q", "query": "q", "fields": "field", "types": "type", "first": "limit"}
PAGING = ("first", "after", "last", "before")
LARGEST_PAGE = 100

_AFTER = "Only what comes after this cursor: the page's `endCursor`, or the `next` of its `Link`."
_BEFORE = (
    "Only what comes before this cursor: the page's `startCursor`. Without `after`, the page is the last one there."
)
_ORDER = "What to sort by, the first key first; `-` before a key turns it round. Ties are always settled alike."
_SIMPLE: Mapping[str, Kind] = {
    "size": kinds.integer(0, LARGEST_PAGE),
    "since": kinds.integer(0),
    "kilometres": kinds.number(0),
    "search": kinds.text(kinds.LONGEST_QUERY),
    "query": kinds.text(kinds.LONGEST_QUERY),
    "url": kinds.text(kinds.LONGEST_QUERY),
}


def parameters(field: GraphQLField, bound: Sequence[str], *, page_limit: int = LARGEST_PAGE) -> list[Parameter]:
    """Return the parameters of a field but for the arguments that are bound to the path."""
    found: list[Parameter] = []
    for name, argument in field.args.items():
        if name not in bound:
            found += _parameters(name, argument, page_limit)
    return found


def _parameters(name: str, argument: GraphQLArgument, page_limit: int) -> list[Parameter]:
    kind = get_named_type(argument.type)
    if name == "where":
        return [*filters(cast("GraphQLInputObjectType", kind))]
    if name == "orderBy":
        return [order(cast("GraphQLInputObjectType", kind))]
    if name == "first":
        said = f"How many to return, at most {page_limit}."
        return [Parameter("limit", kinds.integer(0, page_limit), said, at("first"))]
    if name in {"after", "before"}:
        return [Parameter(name, kinds.cursor(), _AFTER if name == "after" else _BEFORE, at(name))]
    return [] if name == "last" else [_other(name, argument)]


def _other(name: str, argument: GraphQLArgument) -> Parameter:
    several = is_list(argument.type)
    required = isinstance(argument.type, GraphQLNonNull) and argument.default_value is Undefined
    kind = _SIMPLE.get(name) or kind_of(argument.type)
    write = all_at(name) if several else at(name)
    said = argument.description or ""
    return Parameter(RENAMED.get(name, name), kind, said, write, repeated=several, required=required)


def order(kind: GraphQLInputObjectType) -> Parameter:
    """Return `order` for a type such as `PostOrder`: `-published,key`."""
    keys = cast("GraphQLEnumType", get_named_type(kind.fields["by"].type))
    spelt = {camel(name): name for name in keys.values}
    names = kinds.choice([sign + name for name in spelt for sign in ("", "-")])

    def write(values: Sequence[object]) -> Tree:
        keys_given = [str(value) for value in values]
        return {"orderBy": [step(each) for each in keys_given]}

    def step(given: str) -> Tree:
        return {"by": spelt[given.removeprefix("-")], "direction": "DESC" if given.startswith("-") else "ASC"}

    meanings = " ".join(f"`{camel(name)}`: {value.description}" for name, value in keys.values.items())
    return Parameter("order", names, f"{_ORDER} {meanings}", write, listed=True)


def kind_of(given: GraphQLInputType) -> Kind:
    """Return the kind of value that an argument of a scalar or enum type takes."""
    named = get_named_type(given)
    if isinstance(named, GraphQLEnumType):
        return kinds.word(named)
    return SCALARS[named.name]() if named.name in SCALARS else kinds.text()


def paged(variables: Tree, default: int) -> Tree:
    """Say how long a page is; where only `before` is given, it is the last so many before it, as `prev` needs them."""
    size = variables.get("first", default)
    if "before" not in variables or "after" in variables:
        return variables | {"first": size}
    return {name: value for name, value in variables.items() if name != "first"} | {"last": size}


def is_list(given: GraphQLInputType) -> bool:
    """Tell whether an argument takes a list."""
    return isinstance(given.of_type if isinstance(given, GraphQLNonNull) else given, GraphQLList)


def camel(word: str) -> str:
    """Spell an enum's word as a name: `POST_COUNT` is `postCount`."""
    first, *rest = word.lower().split("_")
    return first + "".join(part.capitalize() for part in rest)
