"""What the documents written so far have covered: fields, arguments, fields of inputs and words of input enums."""

from collections import Counter
from collections.abc import Iterator

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
)

ELSEWHERE = {"Subscription.datasetChanged"}


class Tracker:
    """Counts what was used, so that the least used is chosen next and at the end nothing is left out."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self.schema = schema
        self.used: Counter[str] = Counter()
        self.wanted = {name for name in parts_of(schema) if allowed(name)}

    def use(self, name: str) -> None:
        self.used[name] += 1

    def weight(self, name: str) -> float:
        """How much something deserves to be chosen: what was never used, a lot."""
        return float((1 + self.used[name]) ** -0.7)

    @property
    def uncovered(self) -> list[str]:
        return sorted(self.wanted - self.used.keys())


def allowed(name: str) -> bool:
    """Whether documents may use this part of the schema."""
    names = {name, name.partition(".")[0], name.partition("(")[0]}
    return names.isdisjoint(ELSEWHERE)


def parts_of(schema: GraphQLSchema) -> Iterator[str]:
    """Name every part that a document can use: `Type.field`, `Type.field(argument)`, `Input.field`, `Enum.WORD`."""
    given: set[str] = set()
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) and kind.name[:2] != "__":
            for name, field in kind.fields.items():
                yield f"{kind.name}.{name}"
                for argument, stated in field.args.items():
                    yield f"{kind.name}.{name}({argument})"
                    given |= reached(get_named_type(stated.type), given)
    for name in given:
        kind = schema.type_map[name]
        if isinstance(kind, GraphQLInputObjectType):
            yield from (f"{name}.{field}" for field in kind.fields)
        if isinstance(kind, GraphQLEnumType):
            yield from (f"{name}.{word}" for word in kind.values)


def reached(kind: GraphQLNamedType, known: set[str]) -> set[str]:
    """The names of an argument's type and of all types inside it."""
    if kind.name in known:
        return set()
    found = {kind.name}
    if isinstance(kind, GraphQLInputObjectType):
        for field in kind.fields.values():
            found |= reached(get_named_type(field.type), known | found)
    return found
