"""A statement being written: numbered aliases, bound values, and the rows and joins that expressions read from.

Aliases are given in the order of writing, so the same selection always gives the same SQL.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Select,
    Table,
    Text,
    bindparam,
    literal_column,
    select,
)
from sqlalchemy.sql.selectable import CTE
from sqlalchemy.types import TypeEngine

from api.compiler.selection import Slot, SlotList, Variables

if TYPE_CHECKING:
    from api.compiler.binding import Bindings

Expression: TypeAlias = ColumnElement[Any]
Read: TypeAlias = Callable[[Variables], object]

_RESERVED = frozenset(
    {"column", "end", "start", "text", "name", "key", "language", "rank", "count", "type", "position"}
)
TEXT = Text()
NUMBER = BigInteger()


def raw(text: str, kind: TypeEngine[Any] | None = None) -> Expression:
    """Write SQL of our own making, a name or a constant, as an expression; never a value of the request."""
    return literal_column(text, kind)


class Row:
    """A table under an alias. Columns are asked for by name; those used are remembered for a derived table."""

    def __init__(self, name: str, table: Table) -> None:
        self.name = name
        self.table = table
        self.used: dict[str, None] = {}

    def __getitem__(self, column: str) -> Expression:
        self.used[column] = None
        return self.computed(column, self.table.c[column].type)

    def __contains__(self, column: str) -> bool:
        return column in self.table.c

    def computed(self, label: str, kind: TypeEngine[Any]) -> Expression:
        """Name an expression that the row's derived table carries beside the columns of its table."""
        written = f'"{label}"' if label in _RESERVED else label
        return raw(f"{self.name}.{written}", kind)

    @property
    def source(self) -> FromClause:
        """The table itself under this alias, for a FROM."""
        return self.table.alias(self.name)


class Draft:
    """The statement as a whole: it gives out aliases and parameters, and keeps how each parameter is read."""

    def __init__(self, bindings: Bindings) -> None:
        self.bindings = bindings
        self.inputs: dict[str, Read] = {}
        self.places: dict[str, str] = {}
        self.at = ""  # where the field stands that is being built
        self._rows = 0
        self.deepest = 0
        self._hoisted = 0

    def row(self, table: Table) -> Row:
        """Give a table the next alias."""
        self._rows += 1
        return Row(f"t{self._rows - 1}", table)

    def bind(self, read: Read, kind: TypeEngine[Any] = TEXT) -> Expression:
        """Bind a value that is read from the variables when the plan runs."""
        name = f"p{len(self.inputs)}"
        self.inputs[name] = read
        self.places[name] = self.at
        return bindparam(name, type_=kind)

    def value(
        self, slot: Slot | SlotList, kind: TypeEngine[Any] = TEXT, encode: Callable[[Any], object] | None = None
    ) -> Expression:
        """Bind a scalar of the request, encoded on its way if asked (folded, looked up, checked)."""
        if encode is None:
            return self.bind(slot.read, kind)
        return self.bind(lambda variables: encode(slot.read(variables)), kind)

    def constant(self, value: object, kind: TypeEngine[Any] = TEXT) -> Expression:
        """Bind a value that the plan itself knows."""
        return self.bind(lambda _: value, kind)

    def number(self) -> int:
        """Give the next number for a name of its own."""
        self._rows += 1
        return self._rows - 1

    def hoist(self, statement: Select[Any]) -> CTE:
        """Put a subquery at the head of the statement, so that its depth does not add to that of its place."""
        self._hoisted += 1
        cte = statement.cte(f"f{self._hoisted - 1}")
        return cte.prefix_with("NOT MATERIALIZED")


Join: TypeAlias = "tuple[Row, Expression]"


@dataclass(slots=True)
class Scope:
    """Where an object is read: its row, and the LEFT JOINs its to-one fields add to the FROM around it.

    ``level`` is the number of lists around it; ``labels`` are expressions the row carries beside its columns.
    """

    draft: Draft
    row: Row
    level: int
    joins: list[Join] = field(default_factory=list)
    labels: dict[str, Expression] = field(default_factory=dict)
    _followed: dict[str, Scope] = field(default_factory=dict)

    def follow(self, name: str, table: Table, on: Callable[[Row, Row], Expression]) -> Scope:
        """Join a to-one relation, once, and return the scope of its row."""
        if name not in self._followed:
            row = self.draft.row(table)
            self.joins.append((row, on(self.row, row)))
            self._followed[name] = Scope(self.draft, row, self.level, self.joins)
        return self._followed[name]

    def inner(self, table: Table) -> Scope:
        """Open the scope of a list below this row."""
        return Scope(self.draft, self.draft.row(table), self.level + 1)

    def __post_init__(self) -> None:
        self.draft.deepest = max(self.draft.deepest, self.level)

    def joined(self, source: FromClause) -> FromClause:
        """Return a FROM with the joins that building the object asked for."""
        for row, on in self.joins:
            source = source.outerjoin(row.source, on)
        return source

    def carried(self) -> list[Expression]:
        """Return the columns that a derived table of this row has to carry."""
        return [self.row[name] for name in self.row.used] + [
            expression.label(label) for label, expression in self.labels.items()
        ]


def derived(scope: Scope, statement: Callable[[list[Expression]], Select[Any]]) -> FromClause:
    """Make the ordered, limited rows of a scope a derived table that carries the alias of its row."""
    columns = scope.carried() or [raw("1").label("one")]
    return statement(columns).subquery(scope.row.name)


def scalar(expression: Expression, source: FromClause, *conditions: Expression) -> Expression:
    """Write ``(SELECT expression FROM source WHERE ...)`` as an expression of the same type."""
    return select(expression).select_from(source).where(*conditions).scalar_subquery()
