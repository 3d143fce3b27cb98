"""Cuts an operation down to what it asks of the schema itself: that part is graphql-core's to answer."""

from graphql import DocumentNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode

from api.compiler.reading import Operation, introspective
from api.compiler.values import Shaped


def only_introspection(document: DocumentNode, operation: Operation, shapes: Shaped) -> DocumentNode:
    """Return a document whose one operation selects the schema's own fields at the root, and nothing else."""
    asked = OperationDefinitionNode(
        operation=operation.node.operation,
        variable_definitions=operation.node.variable_definitions,
        selection_set=SelectionSetNode(selections=tuple(introspective(operation, shapes))),
    )
    fragments = [node for node in document.definitions if isinstance(node, FragmentDefinitionNode)]
    return DocumentNode(definitions=(asked, *fragments))
