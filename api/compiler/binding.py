"""The vocabulary in which bindings say where a promised field is found, and the proof that every one is.

A field binding is anything with ``nullable`` and ``build(scope, field)``: it turns one selected field, read at one
row, into an SQL expression. The compiler knows these shapes and no domain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Table
from sqlalchemy.types import TypeEngine

from api.compiler.draft import NUMBER, Draft, Expression, Row, Scope
from api.compiler.selection import Field, Value

if TYPE_CHECKING:
    from api.compiler.members import Members


class FieldBinding(Protocol):
    """Where a field is found."""

    @property
    def nullable(self) -> bool: ...

    def build(self, scope: Scope, field: Field) -> Expression: ...


Filter = Callable[[Draft, Row, Value], Expression]
Extra = Callable[["Members", Field], Expression]


@dataclass(frozen=True, slots=True)
class Term:
    """One term of an order: a column of the node's table, or an expression over its row, under a label.

    Whatever it is, it is never null: an order column holds its own value for "unknown", which sorts last.
    ``ties`` sort what it leaves equal, after all that was asked for and before the unique terms.
    """

    name: str
    descending: bool = False
    kind: TypeEngine[Any] = NUMBER
    expression: Callable[[Members], Expression] | None = None
    ties: tuple[Term, ...] = ()

    def reversed(self) -> Term:
        return Term(self.name, not self.descending, self.kind, self.expression, self.ties)


Terms = tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class TypeBinding:
    """An object type: its table, the fields that are not simply a column of the same name, and its connections' ways.

    ``orders`` maps an order key and direction to terms; ``unique`` ends every order; ``default_order`` is used where
    nothing is asked; ``filters`` binds the fields of its ``where``; ``extras`` the further fields of its connection.
    ``node`` makes the nodes of a connection whose type is a union.
    """

    name: str
    table: Table | None = None
    identity: str = "id"
    fields: Mapping[str, FieldBinding] = field(default_factory=dict)
    filters: Mapping[str, Filter] = field(default_factory=dict)
    orders: Mapping[tuple[str, str], Terms] = field(default_factory=dict)
    unique: Terms = ()
    default_order: Terms = ()
    extras: Mapping[str, Extra] = field(default_factory=dict)
    edge_extras: Mapping[str, Callable[[Scope, Members, Field], Expression]] = field(default_factory=dict)
    node: Callable[[Scope, Field], Expression] | None = None


@dataclass(frozen=True, slots=True)
class Bindings:
    """All of them: types by name, filters by the name of the input type, the root fields as those of ``Query``."""

    types: Mapping[str, TypeBinding]
    default_page: int = 20
    nested_page: int = 10
    page_limit: int = 100
    stamp: Expression | None = None
    """What else a statement tells of the state it read, in a second column."""

    def find(self, type_name: str, field_name: str) -> FieldBinding | None:
        """Return the binding of a field: the one that is written, else the column of the same name."""
        bound = self.types[type_name]
        written = bound.fields.get(field_name)
        if written is not None:
            return written
        column = snake_case(field_name)
        if bound.table is not None and column in bound.table.c:
            return Column(column, bool(bound.table.c[column].nullable))
        return None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the row."""

    name: str
    nullable: bool = False

    def build(self, scope: Scope, field: Field) -> Expression:  # noqa: ARG002  the shape of every binding
        return scope.row[self.name]


@dataclass(frozen=True, slots=True)
class Computed:
    """An SQL expression over the row, written by a function."""

    write: Callable[[Scope, Field], Expression]
    nullable: bool = False

    def build(self, scope: Scope, field: Field) -> Expression:
        return self.write(scope, field)


@dataclass(frozen=True, slots=True)
class Part:
    """A field of an object that is written as a whole, wherever that is: only declared here, never built alone."""

    nullable: bool = False

    def build(self, scope: Scope, field: Field) -> Expression:  # noqa: ARG002  the shape of every binding
        raise LookupError(f"{field.name} is written with the whole object")


def snake_case(name: str) -> str:
    """Turn ``isExcerpt`` into ``is_excerpt``."""
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
