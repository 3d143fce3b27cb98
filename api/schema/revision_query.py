"""What a subscriber asked of a revision, rewritten as a query that the compiler can answer.

A subscription's selection enters, a document with one variable for the revision's number leaves. Only syntax trees are
turned here; nothing is asked or answered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLResolveInfo,
    GraphQLSchema,
    NamedTypeNode,
    NameNode,
    Node,
    NonNullTypeNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    TypeInfo,
    TypeInfoVisitor,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    is_abstract_type,
    print_ast,
    visit,
)


@dataclass(frozen=True, slots=True)
class RevisionQuery:
    """A query whose answer is `{"revision": …}`, and the values of its variables but for the number's."""

    document: str
    number_variable: str
    variables: Mapping[str, object]

    def variables_for(self, number: int) -> dict[str, object]:
        """Return the values of all variables, as JSON would carry them, for the revision of this number."""
        return {**self.variables, self.number_variable: number}


def revision_query(info: GraphQLResolveInfo[object], variables: Mapping[str, object]) -> RevisionQuery:
    """Return the query for what the field `info` stands at selects; `variables` are the operation's coerced values.

    Directives beside the field are not copied: GraphQL forbids `@skip` and `@include` at the root of a subscription.
    """
    fragments = _reachable(info.field_nodes, info.fragments)
    declared = info.operation.variable_definitions or ()
    used = _variables_of([*info.field_nodes, *fragments])
    kept = tuple(each for each in declared if each.variable.name.value in used)
    number = _free_name("number", {each.variable.name.value for each in kept})
    operation = OperationDefinitionNode(
        operation=OperationType.QUERY,
        variable_definitions=(*kept, _declaration(number)),
        selection_set=SelectionSetNode(selections=tuple(_revision(each, number) for each in info.field_nodes)),
    )
    document = _name_types(DocumentNode(definitions=(operation, *fragments)), info.schema)
    return RevisionQuery(
        document=print_ast(document),
        number_variable=number,
        variables={name: _uncoerced(value) for name, value in variables.items() if name in used},
    )


class _Collector(Visitor):
    """Collects the names of the fragments and variables that a tree uses."""

    def __init__(self) -> None:
        super().__init__()
        self.fragments: list[str] = []
        self.variables: set[str] = set()

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: object) -> None:
        self.fragments.append(node.name.value)

    def enter_variable(self, node: VariableNode, *_: object) -> None:
        self.variables.add(node.name.value)


class _TypeNaming(Visitor):
    """Adds `__typename` wherever the type of an object can differ: who reads the answer must know it."""

    def __init__(self, types: TypeInfo) -> None:
        super().__init__()
        self._types = types

    def leave_selection_set(self, node: SelectionSetNode, *_: object) -> SelectionSetNode | None:
        if not is_abstract_type(self._types.get_parent_type()):
            return None
        return SelectionSetNode(selections=(*node.selections, FieldNode(name=NameNode(value="__typename"))))


def _name_types(document: DocumentNode, schema: GraphQLSchema) -> Node:
    types = TypeInfo(schema)
    named: Node = visit(document, TypeInfoVisitor(types, _TypeNaming(types)))
    return named


def _reachable(roots: Iterable[Node], fragments: Mapping[str, FragmentDefinitionNode]) -> list[FragmentDefinitionNode]:
    """Return the fragments that the roots spread, directly or through others: the rest would not fit a query."""
    found: dict[str, FragmentDefinitionNode] = {}
    waiting = list(roots)
    while waiting:
        collector = _Collector()
        visit(waiting.pop(), collector)
        new = {name: fragments[name] for name in collector.fragments if name not in found}
        found |= new
        waiting += new.values()
    return list(found.values())


def _variables_of(nodes: Iterable[Node]) -> set[str]:
    collector = _Collector()
    for node in nodes:
        visit(node, collector)
    return collector.variables


def _free_name(wanted: str, taken: set[str]) -> str:
    while wanted in taken:
        wanted += "_"
    return wanted


def _declaration(number: str) -> VariableDefinitionNode:
    return VariableDefinitionNode(
        variable=VariableNode(name=NameNode(value=number)),
        type=NonNullTypeNode(type=NamedTypeNode(name=NameNode(value="Int"))),
    )


def _revision(field: FieldNode, number: str) -> FieldNode:
    argument = ArgumentNode(name=NameNode(value="number"), value=VariableNode(name=NameNode(value=number)))
    return FieldNode(name=NameNode(value="revision"), arguments=(argument,), selection_set=field.selection_set)


def _uncoerced(value: object) -> object:
    """Return a coerced value as JSON carries it: enum members become their names again, all else already is."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _uncoerced(each) for key, each in value.items()}
    return [_uncoerced(each) for each in value] if isinstance(value, list) else value
