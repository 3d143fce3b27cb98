"""Documents of the deepest nesting of lists, taken from the schema: several chains to every type, then every field.

A document leads through four lists to a type, and asks for one list of it with all that the list's items hold.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from graphql import (
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_object_type,
    is_required_argument,
)

GIVEN = {
    "ids": '["thread_1"]',
    "id": '"thread_1"',
    "url": '"https://talk.example/lakeroad/1"',
    "key": '"lakeroad"',
    "name": '"peace"',
    "handle": '"Ani_K"',
    "query": '"peace -war"',
    "number": "1",
    "since": "0",
    "fields": "[HASHTAG, PLACE, SOURCE, LANGUAGE, KIND, DOMAIN]",
    "by": "MONTH",
}
"""A value for every argument that has to be given."""
ORDERS = {"Post": "KEY", "Thread": "LENGTH", "Source": "PUBLISHED", "Hashtag": "NAME", "Place": "NAME"}
PAGE = "Connection"


@dataclass(frozen=True)
class Way:
    """The beginning of a document, the type it has come to, and the braces that are open."""

    text: str
    type: GraphQLNamedType
    lists: tuple[str, ...] = ()

    def on(self, text: str, kind: GraphQLNamedType, *lists: str) -> "Way":
        return Way(f"{self.text}{text}{{", kind, self.lists + lists)

    def closed(self, selected: str) -> str:
        text = f"{self.text}{selected}"
        return text + "}" * (text.count("{") - text.count("}"))


class Nesting:
    """Writes the documents of one schema."""

    def __init__(self, schema: GraphQLSchema, seed: int) -> None:
        self.schema = schema
        self.rng = Random(seed)  # noqa: S311  chooses chains, keeps no secret

    def documents(self, levels: int, chains: int) -> Iterator[tuple[str, str]]:
        """Write so many chains to each list field that can be the last of so many levels, with the field's name."""
        ways = self.ways(levels - 1, chains)
        for way in ways:
            for last in self.lists(way):
                name = last.lists[-1]
                yield name, last.closed(self.all_of(last.type))
                if last.type.name.endswith(PAGE):
                    yield name, last.on("edges", self.items(last.type)).closed(f"cursor node {{ {self.node(last)} }}")
                    yield name, last.on("nodes", self.items(last.type)).closed(self.node(last))

    def ways(self, levels: int, chains: int) -> list[Way]:
        """Lead through so many lists, in so many ways, to each type that has lists of its own."""
        assert self.schema.query_type
        found = [Way("{", self.schema.query_type)]
        for _ in range(levels):
            steps = [step for way in found for step in self.lists(way)]
            self.rng.shuffle(steps)
            kept: dict[str, list[Way]] = {}
            for step in steps:
                of = kept.setdefault(step.type.name, [])
                if len(of) < chains and all(step.lists[-1] != other.lists[-1] for other in of):
                    of.append(step)
            found = [way for of in kept.values() for way in of]
        return found

    def lists(self, way: Way) -> Iterator[Way]:
        """Go on to every list of a type, of what its page holds, and of what one further step leads to."""
        starts = [way]
        if way.type.name.endswith(PAGE):
            items = way.on(self.rng.choice(("nodes", "edges { node")), self.items(way.type))
            starts.append(items)
            way = items
        if is_object_type(way.type):
            starts += [way.on(f"{name}{self.given(name, field)}", to) for name, field, to in self.steps(way.type)]
        else:
            starts += [way.on(f"... on {one.name}", one) for one in self.members(way.type)]
        for start in starts:
            if is_object_type(start.type):
                for name, field in start.type.fields.items():
                    if self.is_list(start.type, name, field):
                        kind = get_named_type(field.type)
                        yield start.on(f"{name}{self.given(name, field)}", kind, f"{start.type.name}.{name}")

    def steps(self, kind: GraphQLObjectType) -> Iterator[tuple[str, GraphQLField, GraphQLNamedType]]:
        for name, field in kind.fields.items():
            to = get_named_type(field.type)
            if not is_leaf_type(to) and not is_list_type(get_nullable_type(field.type)) and to.name[-10:] != PAGE:
                yield name, field, to

    def is_list(self, owner: GraphQLNamedType, name: str, field: GraphQLField) -> bool:
        """Whether a field is a level of lists: the items of a page are none."""
        kind = get_named_type(field.type)
        listed = is_list_type(get_nullable_type(field.type)) and not is_leaf_type(kind)
        return kind.name.endswith(PAGE) or (listed and not (owner.name.endswith(PAGE) and name in {"nodes", "edges"}))

    def given(self, name: str, field: GraphQLField) -> str:
        """Write arguments: those needed, a page and an order where there may be."""
        needed = [f"{each}: {GIVEN[each]}" for each, one in field.args.items() if is_required_argument(one)]
        if {"key", "name"} <= field.args.keys():
            needed = ['name: "Fiji"']  # one of the two, though neither has to be given
        if "last" in field.args:
            needed.append(f"{self.rng.choice(('first', 'last'))}: 2")
            order = ORDERS.get(get_named_type(field.type).name.removesuffix(PAGE))
            needed += [f"orderBy: [{{by: {order}, direction: DESC}}]"] if order and self.rng.random() < 0.5 else []
        elif name in {"search", "changes", "revisions", "mentions"} and "first" in field.args:
            needed.append("first: 2")
        return f"({', '.join(needed)})" if needed else ""

    def items(self, page: GraphQLNamedType) -> GraphQLNamedType:
        assert isinstance(page, GraphQLObjectType)
        held: GraphQLNamedType = get_named_type(page.fields["nodes"].type)
        return held

    def members(self, kind: GraphQLNamedType) -> list[GraphQLObjectType]:
        return list(self.schema.get_possible_types(kind))  # type: ignore[arg-type]  # a union or an interface

    def node(self, page: Way) -> str:
        return self.all_of(self.items(page.type))

    def all_of(self, kind: GraphQLNamedType, further: int = 1) -> str:
        """Select all of a type that is no list, and so many steps further on."""
        if not isinstance(kind, GraphQLObjectType):
            inner = (f"... on {one.name} {{ {self.aliased(one, further)} }}" for one in self.members(kind))
            return f"__typename {' '.join(inner)}"
        chosen = ["__typename"]
        for name, field in kind.fields.items():
            if is_leaf_type(get_named_type(field.type)):
                chosen.append(f"{name}{self.given(name, field)}")
        if further or not kind.fields.keys() & {"id"}:
            for name, field, to in self.steps(kind):
                chosen.append(f"{name}{self.given(name, field)} {{ {self.all_of(to, further - 1)} }}")
        return " ".join(chosen)

    def aliased(self, kind: GraphQLObjectType, further: int) -> str:
        """Select the same under names of its own, so that types with fields of one name can stand side by side."""
        leaves = [name for name, field in kind.fields.items() if is_leaf_type(get_named_type(field.type))]
        chosen = [f"{kind.name}_{name}: {name}{self.given(name, kind.fields[name])}" for name in leaves]
        if further:
            steps = self.steps(kind)
            chosen += [f"{kind.name}_{name}: {name} {{ {self.all_of(to, further - 1)} }}" for name, _, to in steps]
        return " ".join(chosen)
