"""Measures a parsed document before anything else looks at it: each selection set enters once, its size leaves.

A fragment is measured once and then counted wherever it is spread, so that documents which grow exponentially when
they are expanded cost no more than they are long. Sizes are those of the expanded document all the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLNamedType,
    GraphQLOutputType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableDefinitionNode,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_introspection_type,
    is_list_type,
)

Definition: TypeAlias = OperationDefinitionNode | FragmentDefinitionNode
Parent: TypeAlias = GraphQLNamedType | None

_DESCRIBING = frozenset({"__schema", "__type"})
_PAGE = "Connection"  # Relay reserves this end of a name for pages
_ITEMS = frozenset({"nodes", "edges"})


@dataclass(frozen=True, slots=True)
class Place:
    """One response key at one place of the answer: how often it is selected there, and what is selected below it."""

    times: int
    node: FieldNode
    below: "Places"


Places: TypeAlias = Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Reach:
    """How many levels lie below a selection, and the field at the end of them."""

    levels: int = 0
    node: FieldNode | None = None

    def above(self, node: FieldNode) -> "Reach":
        """Return the same with one level more."""
        return Reach(self.levels + 1, self.node or node)

    def longer(self, other: "Reach") -> "Reach":
        """Return the one with more levels."""
        return other if other.levels > self.levels else self


@dataclass(slots=True)
class Size:
    """What a selection set amounts to, its fragments expanded.

    `depth` counts fields, `lists` those of them that are lists or connections, `described` the fields of the schema's
    own description, which count apart.
    """

    own_fields: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0
    depth: Reach = field(default_factory=Reach)
    lists: Reach = field(default_factory=Reach)
    described: Reach = field(default_factory=Reach)
    places: dict[str, Place] = field(default_factory=dict)


class Judge(Protocol):
    """Sees every size as soon as it is known, and may raise."""

    def size(self, size: Size, definition: Definition) -> None: ...

    def operation(self, size: Size, operation: OperationDefinitionNode) -> None: ...

    def place(self, key: str, place: Place) -> None: ...


class Measuring:
    """Measures the definitions of one document."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, judge: Judge) -> None:
        self._schema = schema
        self._judge = judge
        self._definitions = [each for each in document.definitions if isinstance(each, Definition)]
        fragments = [each for each in self._definitions if isinstance(each, FragmentDefinitionNode)]
        self._fragments = {each.name.value: each for each in fragments}
        self._sizes: dict[str, Size] = {}

    def measure(self) -> None:
        """Measure every definition once, fragments before those that spread them."""
        for name in spread_first(self._fragments):
            self._sizes[name] = self._definition(self._fragments[name])
        for each in self._definitions:
            name = each.name.value if each.name else ""
            if self._fragments.get(name) is not each:
                self._definition(each)

    def _definition(self, node: Definition) -> Size:
        if isinstance(node, OperationDefinitionNode):
            parent: Parent = self._schema.get_root_type(node.operation)
        else:
            parent = self._schema.get_type(node.type_condition.name.value)
        size = Size(directives=_directives(node) + sum(map(_directives, node.variable_definitions or ())))
        self._collect(parent, node.selection_set, size, node)
        if isinstance(node, OperationDefinitionNode):
            self._judge.operation(size, node)
        return size

    def _collect(self, parent: Parent, selected: SelectionSetNode, size: Size, within: Definition) -> None:
        """Add a selection set to a size; those of inline fragments belong to the set around them."""
        for node in selected.selections:
            if isinstance(node, FieldNode):
                self._add(size, self._field(parent, node, within), within)
                continue
            size.directives += _directives(node)
            if isinstance(node, InlineFragmentNode):
                condition = node.type_condition
                inner = self._schema.get_type(condition.name.value) if condition else parent
                self._collect(inner, node.selection_set, size, within)
            elif isinstance(node, FragmentSpreadNode) and node.name.value in self._sizes:
                self._add(size, self._sizes[node.name.value], within)  # others are unknown, or a cycle: not valid

    def _field(self, parent: Parent, node: FieldNode, within: Definition) -> Size:
        defined = self._schema.get_field(parent, node.name.value) if is_composite_type(parent) else None
        below = Size()
        if node.selection_set:
            self._collect(get_named_type(defined.type) if defined else None, node.selection_set, below, within)
        described = node.name.value in _DESCRIBING or (parent is not None and is_introspection_type(parent))
        is_list = defined is not None and not described and _is_list(parent, node.name.value, defined.type)
        key = (node.alias or node.name).value
        return Size(
            1,
            1 + below.fields,
            (node.alias is not None) + below.aliases,
            _directives(node) + below.directives,
            below.depth if described else below.depth.above(node),
            below.lists.above(node) if is_list else below.lists,
            below.described.above(node) if described else below.described,
            {key: Place(1, node, below.places)},
        )

    def _add(self, size: Size, part: Size, within: Definition) -> None:
        size.own_fields += part.own_fields
        size.fields += part.fields
        size.aliases += part.aliases
        size.directives += part.directives
        size.depth = size.depth.longer(part.depth)
        size.lists = size.lists.longer(part.lists)
        size.described = size.described.longer(part.described)
        self._judge.size(size, within)
        self._merge(size.places, part.places)  # what has been judged is small

    def _merge(self, places: dict[str, Place], others: Places) -> None:
        """Add up what is selected by the same keys, at this place and below it."""
        for key, other in others.items():
            known = places.get(key)
            if known is None:
                places[key] = other
                continue
            below = dict(known.below)
            places[key] = Place(known.times + other.times, other.node, below)
            self._judge.place(key, places[key])
            self._merge(below, other.below)


def _directives(node: Definition | SelectionNode | VariableDefinitionNode) -> int:
    return len(node.directives or ())


def _is_list(parent: Parent, name: str, output: GraphQLOutputType) -> bool:
    """Tell whether a field is a level of its own: a connection is, together with its items; scalars are none."""
    named = get_named_type(output)
    if named.name.endswith(_PAGE):
        return True
    within_page = parent is not None and parent.name.endswith(_PAGE) and name in _ITEMS
    return is_list_type(get_nullable_type(output)) and is_composite_type(named) and not within_page


def spread_first(fragments: Mapping[str, FragmentDefinitionNode]) -> Iterator[str]:
    """Order fragments so that each comes after all that it spreads; where they form a cycle, it is cut."""
    met: set[str] = set()
    for root in fragments:
        path = [(root, _spreads(fragments[root]))] if root not in met else []
        met.add(root)
        while path:
            name, rest = path[-1]
            for spread in rest:
                if spread in fragments and spread not in met:
                    met.add(spread)
                    path.append((spread, _spreads(fragments[spread])))
                    break
            else:
                yield name
                path.pop()


def _spreads(fragment: FragmentDefinitionNode) -> Iterator[str]:
    """Name the fragments that one spreads anywhere in it."""
    sets = [fragment.selection_set]
    while sets:
        for node in sets.pop().selections:
            if isinstance(node, FragmentSpreadNode):
                yield node.name.value
            elif isinstance(node, FieldNode | InlineFragmentNode) and node.selection_set:
                sets.append(node.selection_set)
