"""Proves at start-up that promise and storage agree: schema and bindings enter, only a BindingError can leave.

Every promised field must be bound, and nothing else; a non-null field must lead to a column that cannot be null, or
be bound by an expression that says so itself. Filters and orders are held to the input types in the same way.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_enum_type,
    is_input_object_type,
    is_introspection_type,
    is_non_null_type,
    is_object_type,
)

from api.compiler.binding import Bindings, TypeBinding
from api.compiler.standing import Standings
from api.errors import BindingError

PAGE = frozenset({"edges", "nodes", "pageInfo", "totalCount"})
EDGE = frozenset({"cursor", "node"})
PAGE_INFO = frozenset({"hasNextPage", "hasPreviousPage", "startCursor", "endCursor"})
"""The fields of Relay's types, which ``connections`` writes for every node alike."""

JOINING = frozenset({"and", "or", "not"})
"""The fields of a filter that hold further filters of its kind."""


def prove(schema: GraphQLSchema, bindings: Bindings) -> None:
    """Raise BindingError that names every field, filter and order on which schema and bindings disagree."""
    faults = [*_Proof(schema, bindings).faults()]
    if faults:
        raise BindingError("\n".join(faults))


class _Proof:
    def __init__(self, schema: GraphQLSchema, bindings: Bindings) -> None:
        self._schema = schema
        self._bindings = bindings
        self._standings = Standings(bindings)

    def faults(self) -> Iterator[str]:
        types = self._promised()
        paged = {name.removesuffix("Connection") for name in types}
        strange = sorted(self._bindings.types.keys() - types.keys() - paged)
        yield from (f"{name} is bound, but no type of the schema" for name in strange)
        for kind in types.values():
            if kind.name in self._bindings.types:
                yield from self._stored(kind, self._bindings.types[kind.name])
            else:
                yield from self._relay(kind)
            for field in kind.fields.values():
                yield from self._asked(field)

    def _promised(self) -> dict[str, GraphQLObjectType]:
        """Return the object types that queries are answered by."""
        apart = {self._schema.subscription_type, self._schema.mutation_type}
        kinds = (each for each in self._schema.type_map.values() if is_object_type(each) and each not in apart)
        return {each.name: each for each in kinds if not is_introspection_type(each)}

    def _stored(self, kind: GraphQLObjectType, bound: TypeBinding) -> Iterator[str]:
        """Prove the fields of a type that has a binding of its own."""
        yield from _strangers(kind.name, bound.fields, kind.fields)
        for name, field in kind.fields.items():
            found = self._bindings.find(kind.name, name)
            if found is None:
                yield f"{kind.name}.{name} is promised, but not bound"
            elif is_non_null_type(field.type) and found.nullable:
                yield f"{kind.name}.{name} is promised as non-null, but what it is bound to can be null"
            else:
                must = is_non_null_type(field.type)
                yield from (f"{kind.name}.{name} {why}" for why in self._standings.faults(kind.name, found, must))

    def _relay(self, kind: GraphQLObjectType) -> Iterator[str]:
        """Prove the fields of a connection, of its edges and of page information."""
        if kind.name == "PageInfo":
            yield from _missing(kind, PAGE_INFO)
        elif page := self._held(kind, "Connection"):
            yield from _missing(kind, PAGE | page.extras.keys())
            yield from _strangers(kind.name, page.extras, kind.fields)
        elif edge := self._held(kind, "Edge"):
            yield from _missing(kind, EDGE | edge.edge_extras.keys())
            yield from _strangers(kind.name, edge.edge_extras, kind.fields)
        else:
            yield f"{kind.name} is promised, but not bound"

    def _held(self, kind: GraphQLNamedType, suffix: str) -> TypeBinding | None:
        """Return the binding of what a connection or an edge holds: Relay names them after it."""
        return self._bindings.types.get(kind.name.removesuffix(suffix)) if kind.name.endswith(suffix) else None

    def _asked(self, field: GraphQLField) -> Iterator[str]:
        """Prove the filters and orders by which a connection field can be asked."""
        node = self._held(get_named_type(field.type), "Connection")
        inputs = {name: get_named_type(argument.type) for name, argument in field.args.items()}
        if node is None:
            return
        if is_input_object_type(where := inputs.get("where")):
            yield from _filters(where, node)
        if is_input_object_type(order := inputs.get("orderBy")):
            yield from _orders(order, node)


def _filters(where: GraphQLInputObjectType, node: TypeBinding) -> Iterator[str]:
    promised = where.fields.keys() - JOINING
    missing = sorted(promised - node.filters.keys())
    yield from (f"{where.name}.{name} is promised, but has no filter" for name in missing)
    yield from _strangers(where.name, node.filters, promised)


def _orders(order: GraphQLInputObjectType, node: TypeBinding) -> Iterator[str]:
    by, direction = (_values(get_named_type(order.fields[name].type)) for name in ("by", "direction"))
    promised = {(key, way) for key in by for way in direction}
    missing = sorted(promised - node.orders.keys())
    yield from (f"{order.name} {key} {way} is promised, but not bound" for key, way in missing)
    strange = sorted(node.orders.keys() - promised)
    yield from (f"{order.name} {key} {way} is bound, but not promised" for key, way in strange)
    if not node.unique:
        yield f"{node.name} has no unique order to end every other one with"


def _values(kind: GraphQLNamedType) -> Iterable[str]:
    enum: GraphQLEnumType | None = kind if is_enum_type(kind) else None
    return enum.values if enum else ()


def _missing(kind: GraphQLObjectType, known: Collection[str]) -> list[str]:
    return [f"{kind.name}.{name} is promised, but not bound" for name in kind.fields if name not in known]


def _strangers(name: str, bound: Mapping[str, object], promised: Collection[str]) -> list[str]:
    return [f"{name}.{each} is bound, but not promised" for each in bound if each not in promised]
