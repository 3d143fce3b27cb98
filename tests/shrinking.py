"""A document that shows a fault made small: whatever can be left out while the fault still shows, is."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from graphql import (
    REMOVE,
    ArgumentNode,
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    ListValueNode,
    Node,
    ObjectFieldNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    parse,
    print_ast,
    validate,
    visit,
)

from documents import Document

REMOVABLE = (ArgumentNode, DirectiveNode, FieldNode, FragmentSpreadNode, InlineFragmentNode, ObjectFieldNode)
IN_A_LIST = (OperationDefinitionNode,)
STEPS = 400


class Removal(Visitor):
    """Leaves out the n-th part that can be left out; `found` tells whether there was one."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.left = number
        self.found = False

    def enter(self, node: Node, _key: Any, parent: Any, *_: Any) -> Any:  # Any: as graphql-core hands them over
        held = isinstance(parent, ListValueNode | tuple | list) and not isinstance(node, VariableDefinitionNode)
        if not isinstance(node, REMOVABLE) and not (held and not isinstance(node, FragmentDefinitionNode)):
            return None
        self.left -= 1
        if self.left != -1:
            return None
        self.found = True
        return REMOVE


def shrunk(schema: GraphQLSchema, document: Document, fails: Callable[[Document], bool]) -> Document:
    """Return the smallest document that one removal after the other leads to and that still fails."""
    number = 0
    for _ in range(STEPS):
        smaller, found = without(document, number)
        if not found:
            break
        if smaller is not None and not validate(schema, parse(smaller.text)) and fails(smaller):
            document = smaller
        else:
            number += 1
    return document


def without(document: Document, number: int) -> tuple[Document | None, bool]:
    """Leave one part out, and what nothing refers to any more; None where no document remains."""
    removal = Removal(number)
    rest = visit(parse(document.text), removal)
    try:
        rest = tidied(parse(print_ast(rest)))
        text = print_ast(rest)
        parse(text)
        visit(rest, Whole())
    except GraphQLError:
        return None, removal.found
    named = {definition.name.value for definition in operations(rest) if definition.name}
    kept = {name: value for name, value in document.variables.items() if f"${name}" in text}
    operation = document.operation if document.operation in named else None
    return replace(document, text=text, variables=kept, operation=operation), removal.found


def operations(document: DocumentNode) -> Iterator[OperationDefinitionNode]:
    return (one for one in document.definitions if isinstance(one, OperationDefinitionNode))


def tidied(document: DocumentNode) -> DocumentNode:
    """Take away the fragments nobody spreads and the variables nobody uses, until all that is left is needed."""
    while True:
        used = Uses()
        visit(document, used)
        fewer: DocumentNode = visit(document, Unused(used.names))
        if print_ast(fewer) == print_ast(document):
            return document
        document = fewer


class Whole(Visitor):
    """Refuses selections of nothing, which graphql-core reads although the language has none."""

    def enter_selection_set(self, node: SelectionSetNode, *_: Any) -> None:  # Any: as above
        if not node.selections:
            raise GraphQLError("nothing is selected")


class Uses(Visitor):
    """Notes the names of all variables and fragments that are used, definitions apart."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_variable(self, node: VariableNode, _key: Any, parent: Any, *_: Any) -> None:  # Any: as above
        if not isinstance(parent, VariableDefinitionNode):
            self.names.add(f"${node.name.value}")

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: Any) -> None:  # Any: as above
        self.names.add(node.name.value)


class Unused(Visitor):
    """Removes the definitions of what is not among these names."""

    def __init__(self, names: set[str]) -> None:
        super().__init__()
        self.names = names

    def enter_variable_definition(self, node: VariableDefinitionNode, *_: Any) -> Any:  # Any: as above
        return None if f"${node.variable.name.value}" in self.names else REMOVE

    def enter_fragment_definition(self, node: FragmentDefinitionNode, *_: Any) -> Any:  # Any: as above
        return None if node.name.value in self.names else REMOVE
