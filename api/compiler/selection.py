"""The selection: what an operation asks for, free of syntax. Reading writes it, building turns it into SQL.

Its values keep their *shape* (which filters, which order, which page arguments) apart from their *content*
(the words and numbers, read from the variables when the plan runs), so that one plan serves all of one shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Variables: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Slot:
    """A scalar, or a list of scalars, of the request: a literal, or a place in the variables.

    With both, the variable's value belongs to the shape: a plan is written for this one value alone.
    """

    path: tuple[str | int, ...] = ()
    literal: object = None

    @property
    def varies(self) -> bool:
        """Whether another request may have another value here."""
        return bool(self.path)

    def read(self, variables: Variables) -> object:
        """Return the value that this request has here."""
        if not self.path:
            return self.literal
        found: object = variables
        for step in self.path:
            found = found[step]  # type: ignore[index]  # a path is made from the very value it leads through
        return found


@dataclass(frozen=True, slots=True)
class SlotList:
    """A list written in the document, some of whose items are variables."""

    items: tuple[Slot, ...]

    @property
    def varies(self) -> bool:
        """Whether another request may have another list here."""
        return any(item.varies for item in self.items)

    def read(self, variables: Variables) -> list[object]:
        """Return the list that this request has here."""
        return [item.read(variables) for item in self.items]


@dataclass(frozen=True, slots=True)
class Word:
    """An enum value: it decides what SQL is written, so it belongs to the shape."""

    name: str


Value: TypeAlias = "Slot | SlotList | Word | bool | list[Value] | dict[str, Value] | None"
Kind: TypeAlias = Literal["leaf", "object", "list", "connection"]


@dataclass(slots=True)
class Field:
    """One response key: the field behind it, its arguments, and what is selected below it, by concrete type.

    ``at`` is where it stands in the document, as `line:column`.
    """

    key: str
    name: str
    kind: Kind
    arguments: dict[str, Value] = field(default_factory=dict)
    selections: dict[str, list[Field]] = field(default_factory=dict)
    at: str = ""

    def slot(self, name: str) -> Slot | SlotList | None:
        """Return the scalar argument of that name, or None where it is absent or null."""
        value = self.arguments.get(name)
        return value if isinstance(value, Slot | SlotList) else None

    def word(self, name: str) -> str | None:
        """Return the name of the enum value given for an argument, or None."""
        value = self.arguments.get(name)
        return value.name if isinstance(value, Word) else None

    def words(self, name: str) -> list[str] | None:
        """Return the names of the enum values in a list argument, or None where it is absent or null."""
        value = self.arguments.get(name)
        return [item.name for item in value if isinstance(item, Word)] if isinstance(value, list) else None

    def below(self) -> list[Field]:
        """Return what is selected on a field whose type is one concrete object type."""
        return next(iter(self.selections.values()), [])


def resolved(value: Value, variables: Variables) -> object:
    """Return a value as plain JSON-like data, for a cursor's signature: dictionaries, lists, names and scalars."""
    if isinstance(value, Slot | SlotList):
        return value.read(variables)
    if isinstance(value, Word):
        return value.name
    if isinstance(value, dict):
        return {key: resolved(item, variables) for key, item in value.items()}
    if isinstance(value, list):
        return [resolved(item, variables) for item in value]
    return value
