"""Where an operation uses its variables: found by the shortest way, for graphql-core's rules about them.

Its own context visits the operation once more for them, each leaf, and hashes its whole tree each time it is asked:
that is half of what validating a document with variables takes. Fragments are left to it: here are none.
"""

from graphql import FieldNode, Node, OperationDefinitionNode, TypeInfo, ValidationContext, ValidationRule, VariableNode
from graphql.language.ast import QUERY_DOCUMENT_KEYS
from graphql.validation.validation_context import VariableUsage

_INSIDE = {
    kind: tuple(key for key in keys if key not in {"alias", "name", "variable_definitions", "type_condition"})
    for kind, keys in QUERY_DOCUMENT_KEYS.items()
}
"""Where variables are used below a node of each kind, in the order of the document."""


class UsagesAtHand(ValidationRule):
    """A rule that finds no fault: it answers the others, of a document without fragments that have names."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self._found: dict[int, list[VariableUsage]] = {}
        context.get_recursive_variable_usages = self.usages  # type: ignore[method-assign]

    def usages(self, operation: OperationDefinitionNode) -> list[VariableUsage]:
        """Return the variables used in an operation, each with the type that is wanted there."""
        found = self._found.get(id(operation))
        if found is None:
            found = self._found[id(operation)] = []
            _find(operation, TypeInfo(self.context.schema), found)
        return found


def _find(node: Node, types: TypeInfo, found: list[VariableUsage]) -> None:
    if isinstance(node, VariableNode):
        wanted = types.get_input_type(), types.get_parent_input_type(), types.get_default_value()
        found.append(VariableUsage(node, *wanted, None))
        return
    if isinstance(node, FieldNode) and not (node.arguments or node.directives or node.selection_set):
        return
    types.enter(node)
    for key in _INSIDE.get(node.kind, ()):
        below = getattr(node, key)
        for each in below if isinstance(below, tuple) else (below,) if below else ():
            _find(each, types, found)
    types.leave(node)
