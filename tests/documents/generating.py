"""Whole documents: operations with their variables, walks to real cursors, and now and then a rule broken."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import GraphQLObjectType, GraphQLSchema, parse, validate

from documents.arguments import Arguments
from documents.breaking import broken
from documents.literals import Literals, Variables
from documents.material import Material, of_corpus
from documents.selecting import Room, Selections
from documents.tracking import Tracker
from documents.walking import CursorAt, Walk, walked

__all__ = ["CursorAt", "Document", "Walk", "documents"]

BROKEN, WALKED = 0.05, 0.15


@dataclass(frozen=True, slots=True)
class Document:
    """One question: its text, its variables (a `CursorAt` stands for a cursor yet to be found), what to run of it."""

    text: str
    variables: dict[str, Any] = field(default_factory=dict)  # Any: JSON
    operation: str | None = None


def documents(
    schema: GraphQLSchema, seed: int, tracker: Tracker, material: Material | None = None
) -> Iterator[Document]:
    """Write valid documents without end; the same schema, seed and material give the same ones.

    They ask for what the material holds: the test corpus unless given.
    """
    rng = Random(seed)  # noqa: S311  repeatable, not secret
    while True:
        document = written(rng, tracker, material or of_corpus())
        if not validate(schema, parse(document.text)):
            yield document


def written(rng: Random, tracker: Tracker, material: Material) -> Document:
    """Write one document; it may be invalid where two selections of one name disagree."""
    variables = Variables()
    literals = Literals(rng, tracker, variables)
    selections = Selections(rng, tracker, Arguments(rng, material, tracker), literals)
    chance = rng.random()
    if chance < BROKEN:
        body = broken(rng, variables)
    elif chance < BROKEN + WALKED:
        body = walked(rng, selections, variables)
    else:
        root = tracker.schema.query_type
        assert isinstance(root, GraphQLObjectType)
        body = selections.write(root, Room())
    return headed(rng, body, variables, selections.fragments)


def headed(rng: Random, body: str, variables: Variables, fragments: list[str]) -> Document:
    """Put an operation's head before its body, now and then beside another operation that is not to be run."""
    kind = rng.random()
    if kind < 0.3 and not variables.declared:
        return Document("\n".join([body, *fragments]), {})
    if kind < 0.85:
        return Document("\n".join([f"query{variables} {body}", *fragments]), variables.values)
    other = "query Other { dataset { name } }"
    text = "\n".join([other, f"query Asked{variables} {body}", *fragments])
    return Document(text, variables.values, "Asked")
