"""Filters as parameters: the type of a `where` enters, its parameters leave, so that none is listed twice.

A parameter bears the name of the field, in the singular where the field is a set (`hashtag`, `place`, `mention`); what
a filter says beyond "is one of these" follows a full stop: `published.gte`, `hashtag.all`, `place.role`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from graphql import GraphQLEnumType, GraphQLInputObjectType, get_named_type

from api.endpoints.rest import kinds
from api.endpoints.rest.kinds import Kind
from api.endpoints.rest.parameters import Parameter, all_at, as_condition, at, equal_or_among

SINGULAR = {"hashtags": "hashtag", "places": "place", "mentions": "mention"}

NESTED: Mapping[str, tuple[str, ...]] = {
    "SourceWhere": ("key", "kind", "publisher", "language"),
    "ThreadWhere": ("key", "isComplete", "coverage", "length"),
}
"""What can be asked of a post's source or thread; the first one goes by the name of the source or thread itself."""

SCALARS: Mapping[str, Callable[[], Kind]] = {
    "Int": kinds.integer,
    "Float": kinds.number,
    "String": kinds.text,
    "Boolean": kinds.boolean,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field of a `where` stands: its name in a URL, its path in the variables, what it means."""

    name: str
    path: tuple[str, ...]
    description: str


@cache  # a dozen paths share each
def filters(where: GraphQLInputObjectType) -> tuple[Parameter, ...]:
    """Return the parameters of a `where`; how conditions combine is not among them: all of them hold."""
    return tuple(_fields(where, "", ("where",), tuple(where.fields)))


def _fields(
    where: GraphQLInputObjectType, prefix: str, path: tuple[str, ...], names: tuple[str, ...]
) -> Iterator[Parameter]:
    for name in names:
        if name in {"and", "or", "not"}:
            continue
        field = where.fields[name]
        kind = get_named_type(field.type)
        place = Place(prefix + SINGULAR.get(name, name), (*path, name), field.description or "")
        if kind.name in NESTED:
            if not prefix:  # one step: the source of a post's thread is the source of the post
                yield from _nested(kind, place)
        elif isinstance(kind, GraphQLInputObjectType):
            yield from _leaf(kind, place)
        else:
            yield Parameter(place.name, SCALARS[kind.name](), place.description, at(*place.path))


def _nested(where: GraphQLInputObjectType, place: Place) -> Iterator[Parameter]:
    first, *rest = NESTED[where.name]
    named = Place(place.name, (*place.path, first), f"{place.description} Its {first}.")
    yield from _leaf(get_named_type(where.fields[first].type), named)
    yield from _fields(where, f"{place.name}.", place.path, tuple(rest))


def _leaf(kind: GraphQLInputObjectType, place: Place) -> Iterator[Parameter]:
    """Yield the parameters of one filter, the plain one first."""
    if (plain := _plain(kind, place)) is not None:
        yield plain
    if kind.name in _SHAPES:
        return
    for name, field in kind.fields.items():
        if name in _SAID_PLAINLY or (name == "isNull" and place.path[-1] in _NEVER_NULL):
            continue
        described = f"{place.description} {field.description or ''}".strip()
        shown = "not" if name == "notIn" else name
        yield _condition(get_named_type(field.type), Place(f"{place.name}.{shown}", (*place.path, name), described))


_SAID_PLAINLY = {"eq", "in", "any", "contains"}
_NEVER_NULL = {"key", "name", "handle"}
_SHAPES = {"BoundingBox", "NearFilter"}


def _plain(kind: GraphQLInputObjectType, place: Place) -> Parameter | None:
    """Return the parameter that bears the field's own name."""
    if kind.name == "BoundingBox":
        return Parameter(place.name, kinds.box(), f"{place.description} {BOX}", at(*place.path))
    if kind.name == "NearFilter":
        return Parameter(place.name, kinds.circle(), f"{place.description} {CIRCLE}", at(*place.path))
    if kind.name == "DateFilter":
        said = f"{place.description} A year or a month."
        return Parameter(place.name, kinds.period(), said, as_condition(*place.path))
    if "contains" in kind.fields:
        said = f"{place.description} {kind.fields['contains'].description or ''}"
        return Parameter(place.name, kinds.text(kinds.LONGEST_QUERY), said, at(*place.path, "contains"))
    if "any" in kind.fields:
        said = f"{place.description} Given several times: at least one of them."
        return Parameter(place.name, kinds.text(), said, all_at(*place.path, "any"), repeated=True)
    if "in" in kind.fields:
        value = _scalar(get_named_type(kind.fields["eq"].type))
        said = f"{place.description} Given several times: one of them."
        return Parameter(place.name, value, said, equal_or_among(*place.path), repeated=True)
    if "eq" in kind.fields:
        return Parameter(place.name, kinds.integer(), place.description, at(*place.path, "eq"))
    return None


def _condition(kind: object, place: Place) -> Parameter:
    """Return the parameter of a further condition, such as `published.gte` or `place.bbox`."""
    if isinstance(kind, GraphQLInputObjectType):
        found = _plain(kind, place)
        if found is None:
            raise TypeError(f"{place.name} cannot be spelt as one parameter")
        return found
    several = place.path[-1] in _SEVERAL
    write = all_at(*place.path) if several else at(*place.path)
    return Parameter(place.name, _scalar(kind), place.description, write, repeated=several)


_SEVERAL = {"notIn", "all", "none", "basis", "role"}

BOX = "As `west,south,east,north`."
CIRCLE = "As `latitude,longitude,kilometres`."


def _scalar(kind: object) -> Kind:
    if isinstance(kind, GraphQLEnumType):
        return kinds.word(kind)
    name = getattr(kind, "name", "")
    return kinds.date() if name == "Date" else SCALARS[name]()
