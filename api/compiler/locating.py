"""Where in a document a node stands: a node of the parsed document enters, `line:column` leaves, both from 1."""

from collections.abc import Iterable

from graphql import GraphQLError, Node


def place(node: Node) -> str:
    """Return where a node begins; empty where the document was parsed without places."""
    return f"{node.loc.start_token.line}:{node.loc.start_token.column}" if node.loc else ""


def places(errors: Iterable[GraphQLError]) -> list[str]:
    """Return all the places that graphql-core names in its errors."""
    return [f"{each.line}:{each.column}" for error in errors for each in error.locations or ()]
