"""Reads a validated operation into a selection: fragments merged, aliases kept, @skip and @include decided.

What graphql-core's executor would do for us (specification, section 6.3.2) happens here, once, without executing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLAbstractType,
    GraphQLField,
    GraphQLIncludeDirective,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_abstract_type,
    is_list_type,
    is_object_type,
)

from api.compiler.describing import INTROSPECTION
from api.compiler.locating import place
from api.compiler.selection import Field, Kind
from api.compiler.values import Shaped, read_arguments
from api.errors import OperationUnresolved

PAGE_SIZES = frozenset({"first", "last"})


@dataclass(frozen=True)
class Operation:
    """One operation of a parsed document, with the fragments it may use."""

    schema: GraphQLSchema
    node: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]

    @property
    def kind(self) -> OperationType:
        return self.node.operation

    @cached_property
    def root(self) -> GraphQLObjectType:
        root = self.schema.get_root_type(self.kind)
        if root is None:
            raise OperationUnresolved(f"this schema has no {self.kind.value}")
        return root

    @cached_property
    def sizes(self) -> frozenset[str]:
        """The names of the variables that are sizes of pages which hang on nothing: those of root fields.

        Of a fragment its own first fields count, wherever it is spread: a size too many only means a plan of its own.
        """
        return frozenset(name for each in (self.node, *self.fragments.values()) for name in _sizes(each.selection_set))


def _sizes(chosen: SelectionSetNode) -> Iterator[str]:
    for each in chosen.selections:
        if isinstance(each, FieldNode):
            for argument in each.arguments or ():
                if argument.name.value in PAGE_SIZES and isinstance(argument.value, VariableNode):
                    yield argument.value.name.value
        elif isinstance(each, InlineFragmentNode):
            yield from _sizes(each.selection_set)


def find_operation(schema: GraphQLSchema, document: DocumentNode, name: str | None) -> Operation:
    """Choose the operation to run by its name, or the only one; raise OperationUnresolved otherwise."""
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    if not operations:
        raise OperationUnresolved("the document holds no operation")
    if name is None:
        if len(operations) > 1:
            raise OperationUnresolved("the document holds several operations: say which by `operationName`")
        return Operation(schema, operations[0], fragments)
    for node in operations:
        if node.name and node.name.value == name:
            return Operation(schema, node, fragments)
    raise OperationUnresolved(f"the document holds no operation named `{name}`")


def read(operation: Operation, shapes: Shaped) -> list[Field]:
    """Return the root fields of an operation, given the shapes of its variables."""
    return _Reader(operation, shapes).fields(operation.root, [operation.node.selection_set])


class _Reader:
    """Collects fields; one instance a reading."""

    def __init__(self, operation: Operation, shapes: Shaped) -> None:
        self._operation = operation
        self._shapes = shapes

    def fields(self, parent: GraphQLObjectType, sets: Iterable[SelectionSetNode]) -> list[Field]:
        """Return what a concrete type is asked for, in the order of the first mention of each response key."""
        return [self._field(parent, key, nodes) for key, nodes in self.grouped(parent, sets).items()]

    def grouped(self, parent: GraphQLObjectType, sets: Iterable[SelectionSetNode]) -> dict[str, list[FieldNode]]:
        """Return the field nodes that apply to a concrete type, by response key."""
        grouped: dict[str, list[FieldNode]] = {}
        seen: set[str] = set()
        for selection_set in sets:
            self._collect(parent, selection_set, grouped, seen)
        return grouped

    def _collect(
        self, parent: GraphQLObjectType, sets: SelectionSetNode, grouped: dict[str, list[FieldNode]], seen: set[str]
    ) -> None:
        for node in sets.selections:
            if not self._included(node):
                continue
            if isinstance(node, FieldNode):
                grouped.setdefault((node.alias or node.name).value, []).append(node)
                continue
            fragment: FragmentDefinitionNode | InlineFragmentNode
            if isinstance(node, FragmentSpreadNode):
                if node.name.value in seen:
                    continue
                seen.add(node.name.value)
                fragment = self._operation.fragments[node.name.value]
            elif isinstance(node, InlineFragmentNode):
                fragment = node
            else:  # pragma: no cover  (the grammar knows three kinds of selection)
                continue
            if self._applies(parent, fragment):
                self._collect(parent, fragment.selection_set, grouped, seen)

    def _included(self, node: FieldNode | FragmentSpreadNode | InlineFragmentNode | object) -> bool:
        for directive in getattr(node, "directives", None) or ():
            for known, wanted in ((GraphQLSkipDirective, False), (GraphQLIncludeDirective, True)):
                if directive.name.value == known.name:
                    condition = read_arguments(directive, known.args, self._shapes)["if"]
                    if condition is not wanted:
                        return False
        return True

    def _applies(self, parent: GraphQLObjectType, fragment: FragmentDefinitionNode | InlineFragmentNode) -> bool:
        if fragment.type_condition is None:
            return True
        named = self._operation.schema.type_map[fragment.type_condition.name.value]
        return named is parent or (is_abstract_type(named) and self._operation.schema.is_sub_type(named, parent))

    def _field(self, parent: GraphQLObjectType, key: str, nodes: list[FieldNode]) -> Field:
        node = nodes[0]
        name = node.name.value
        if name == "__typename":
            return Field(key, name, "leaf", at=place(node))
        at_root = INTROSPECTION if parent is self._operation.root else {}
        defined: GraphQLField = at_root.get(name) or parent.fields[name]
        arguments = read_arguments(node, defined.args, self._shapes)
        sets = [each.selection_set for each in nodes if each.selection_set]
        selections = {each.name: self.fields(each, sets) for each in self._concrete(defined.type)} if sets else {}
        return Field(key, name, _kind(defined.type), arguments, selections, place(node))

    def _concrete(self, output: GraphQLOutputType) -> Iterable[GraphQLObjectType]:
        named = get_named_type(output)
        if is_object_type(named):
            return (named,)
        if is_abstract_type(named):
            abstract: GraphQLAbstractType = named
            return self._operation.schema.get_possible_types(abstract)
        return ()


def _kind(output: GraphQLOutputType) -> Kind:
    """Tell a page, a list, an object and a leaf apart; Relay reserves names that end in Connection for pages."""
    inner = getattr(output, "of_type", output)
    if is_list_type(output) or is_list_type(inner):
        return "list" if not _is_leaf(output) else "leaf"
    named = get_named_type(output)
    if named.name.endswith("Connection"):
        return "connection"
    return "object" if is_object_type(named) or is_abstract_type(named) else "leaf"


def _is_leaf(output: GraphQLOutputType) -> bool:
    named = get_named_type(output)
    return not (is_object_type(named) or is_abstract_type(named))
