"""Selections: which fields of a type to ask for, how deep, at what cost, and in which of the many ways to write it."""

from dataclasses import dataclass, replace
from random import Random

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    IntValueNode,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
)

from documents.arguments import Arguments, Given
from documents.literals import Literals
from documents.tracking import Tracker, allowed

DEEPEST, MOST_LISTS, MOST_COST, MOST_FIELDS = 11, 5, 4000, 60
ABSTRACT = (GraphQLInterfaceType, GraphQLUnionType)


@dataclass(frozen=True, slots=True)
class Room:
    """Where a selection stands: how deep, below how many lists, and how many times it may be answered."""

    depth: int = 0
    lists: int = 0
    times: int = 1


class Selections:
    """Writes the selections of one operation; `fragments` are the definitions to print beside it."""

    def __init__(self, rng: Random, tracker: Tracker, arguments: Arguments, literals: Literals) -> None:
        self.rng, self.tracker, self.arguments, self.literals = rng, tracker, arguments, literals
        self.schema: GraphQLSchema = tracker.schema
        self.fragments: list[str] = []
        self.cost = self.fields = 0

    def write(self, kind: GraphQLNamedType, room: Room) -> str:
        """Write a selection set, now and then split over fragments."""
        if isinstance(kind, ABSTRACT):
            chosen = self.of_abstract(kind, room)
        else:
            assert isinstance(kind, GraphQLObjectType)
            chosen = self.of_object(kind, room)
        return "{ " + " ".join(chosen) + " }"

    def of_abstract(self, kind: GraphQLInterfaceType | GraphQLUnionType, room: Room) -> list[str]:
        """The fields of an interface, and a fragment for most of the types behind it."""
        chosen = ["__typename"]
        if isinstance(kind, GraphQLInterfaceType):
            self.tracker.use(f"{kind.name}.id")
            chosen.append("id" if self.rng.random() < 0.6 else "...on Node { id }")
        concrete = list(self.schema.get_possible_types(kind))
        some = self.rng.sample(concrete, self.rng.randint(3, len(concrete)))
        return chosen + [self.fragment(one.name, " ".join(self.of_object(one, room, one.name.lower()))) for one in some]

    def fragment(self, name: str, selected: str) -> str:
        """Put a selection behind a type condition, on the spot or by name, now and then under a condition."""
        if self.rng.random() < 0.5:
            return f"... on {name}{self.condition()} {{ {selected} }}"
        label = f"F{len(self.fragments) + 1}"
        self.fragments.append(f"fragment {label} on {name} {{ {selected} }}")
        return f"...{label}{self.condition()}"

    def of_object(self, kind: GraphQLObjectType, room: Room, prefix: str = "") -> list[str]:
        """Some fields of a type, the least used more likely."""
        names = [name for name, field in kind.fields.items() if self.fits(kind, name, field, room)]
        most = 1 if self.fields > MOST_FIELDS else self.rng.choice((1, 2, 2, 3, 3, 4, 6))
        weights = [self.tracker.weight(f"{kind.name}.{name}") for name in names]
        chosen = list(dict.fromkeys(self.rng.choices(names, weights, k=most)))
        written = [self.field(kind, name, room, prefix) for name in chosen]
        if self.rng.random() < 0.1:
            written.append("__typename")
        if len(written) > 1 and self.rng.random() < 0.15:
            within = self.rng.choice((kind.name, kind.name, *(one.name for one in kind.interfaces if not prefix)))
            if within == kind.name:
                written[1:] = [self.fragment(kind.name, " ".join(written[1:]))]
        if prefix == "" and kind.interfaces and self.rng.random() < 0.05:
            written.append("... on Node { id }")
        return written

    def fits(self, kind: GraphQLObjectType, name: str, field: GraphQLField, room: Room) -> bool:
        """Whether there is room for a field: leaves always fit."""
        if not allowed(f"{kind.name}.{name}") or not allowed(get_named_type(field.type).name):
            return False
        if is_leaf_type(get_named_type(field.type)):
            return True
        inside = self.inside(kind, name, field, {}, room)
        return (
            self.fields <= MOST_FIELDS
            and inside.depth <= DEEPEST
            and inside.lists <= MOST_LISTS
            and self.affordable(inside)
        )

    def affordable(self, inside: Room) -> bool:
        return self.cost + inside.times <= MOST_COST

    def inside(self, kind: GraphQLObjectType, name: str, field: GraphQLField, given: Given, room: Room) -> Room:
        """The room below a field: a page multiplies by its size, a plain list without one by three."""
        deeper = replace(room, depth=room.depth + 1)
        is_page = get_named_type(field.type).name.endswith("Connection")
        plain = isinstance(get_nullable_type(field.type), GraphQLList)
        if not is_page and (not plain or (kind.name.endswith("Connection") and name in {"nodes", "edges"})):
            return deeper
        sizes = [given.get(size) for size in ("first", "last", "size")]
        stated = [printed_default(argument) for size, argument in field.args.items() if size in {"first", "size"}]
        default = (10 if room.lists else 20) if is_page else 3
        size = next((one for one in (*sizes, *stated) if isinstance(one, int)), default)
        return replace(deeper, lists=room.lists + 1, times=room.times * max(1, size))

    def field(self, kind: GraphQLObjectType, name: str, room: Room, prefix: str = "") -> str:
        """Write one field with its arguments, its alias, its conditions and what is asked of it."""
        full, field = f"{kind.name}.{name}", kind.fields[name]
        self.tracker.use(full)
        self.fields += 1
        given = self.arguments.choose(full, field)
        inside = self.inside(kind, name, field, given, room)
        if inside.lists > room.lists and not self.affordable(inside) and "first" in field.args:
            given = {**{one: value for one, value in given.items() if one != "last"}, "first": 1}
            inside = self.inside(kind, name, field, given, room)
        self.cost += inside.times if inside.lists > room.lists else 0
        asked = f"{self.alias(name, prefix)}{name}{self.written(full, field, given)}"
        return f"{asked}{self.condition()}{self.below(field, inside)}"

    def written(self, full: str, field: GraphQLField, given: Given) -> str:
        for name in given:
            self.tracker.use(f"{full}({name})")
        listed = [f"{name}: {self.literals.write(value, field.args[name].type)}" for name, value in given.items()]
        return f"({', '.join(listed)})" if listed else ""

    def below(self, field: GraphQLField, inside: Room) -> str:
        kind = get_named_type(field.type)
        return "" if is_leaf_type(kind) else f" {self.write(kind, inside)}"

    def alias(self, name: str, prefix: str) -> str:
        if prefix:
            return f"{prefix}_{name}: "
        return f"a{self.fields}: " if self.rng.random() < 0.12 else ""

    def condition(self) -> str:
        """A directive now and then; most of them let the field through."""
        if self.rng.random() > 0.04:
            return ""
        directive, through = self.rng.choice((("include", True), ("skip", False)))
        value = through if self.rng.random() < 0.8 else not through
        if self.rng.random() < 0.6:
            return f" @{directive}(if: {self.literals.variables.add('Boolean!', value)})"
        return f" @{directive}(if: {str(value).lower()})"


def printed_default(argument: GraphQLArgument) -> int | None:
    """The default of a page size as the schema prints it, if it does."""
    default = argument.ast_node and argument.ast_node.default_value
    return int(default.value) if isinstance(default, IntValueNode) else None
