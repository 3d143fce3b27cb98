"""Parses a document: its text enters, a syntax tree leaves, or an error that says where it cannot be read.

graphql-core's parser counts tokens as it goes and stops before a deep document exhausts the stack; what it stops at
is a limit here, apart from what is not GraphQL at all.
"""

from sys import getsizeof

from graphql import DocumentNode, GraphQLSyntaxError, parse

from api.compiler.locating import places
from api.errors import ParseFailed, SelectionTooLarge

_TOKEN = 500
"""About so many bytes a token of a document takes, with its share of the tree: measured, rounded upwards."""

ABORTED = "Parsing aborted."
"""How every message of graphql-core's parser ends that speaks of a limit."""


def parsed(text: str, token_limit: int) -> DocumentNode:
    """Return the document; raises ParseFailed, and SelectionTooLarge past that many tokens, or that many comments."""
    try:
        return parse(text, max_lexical_tokens=token_limit, max_comments=token_limit)
    except GraphQLSyntaxError as error:
        where = places([error])
        if not error.message.endswith(ABORTED):
            raise ParseFailed(error.message, locations=where) from None
        if "nested" in error.message:
            message = "the document nests its brackets too deeply to be read: ask for fewer levels"
            raise SelectionTooLarge(message, locations=where) from None
        what = "comments" if "comments" in error.message else "tokens"
        message = f"the document holds more than {token_limit:,} {what}: ask for less at once"
        raise SelectionTooLarge(message, limit=token_limit, locations=where) from None


def weight_of(document: DocumentNode) -> int:
    """Return about how many bytes a parsed document takes: its tokens, which the tree keeps, and its text."""
    if document.loc is None:
        return 0
    tokens, token = 0, document.loc.start_token
    while token.next is not None:
        tokens, token = tokens + 1, token.next
    return _TOKEN * tokens + 3 * getsizeof(document.loc.source.body)
