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
from sqlalchemy.sql.selectable import CTE, SelectBase
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

    def __init__(self, bindings: Bindings, *, flat: bool = False) -> None:
        self.bindings = bindings
        self.flat = flat  # lists are written at the head of the statement, not inside the object (see ``json``)
        self.inputs: dict[str, Read] = {}
        self.places: dict[str, str] = {}
        self.at = ""  # where the field stands that is being built
        self._rows = 0
        self.deepest = 0
        self.widest = 0  # the most joins around one row
        self.heavy = False  # something is asked that is deep by itself: facets, buckets
        self.late: list[Callable[[], CTE]] = []
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

    def hoist(self, statement: SelectBase, *, once: bool = False) -> CTE:
        """Put a subquery at the head of the statement, so that its depth does not add to that of its place.

        ``once`` has it worked out once, however often it is read from.
        """
        self._hoisted += 1
        cte = statement.cte(f"f{self._hoisted - 1}")
        return cte.prefix_with("MATERIALIZED" if once else "NOT MATERIALIZED")

    def hoist_late(self, name: str, statement: Callable[[], SelectBase]) -> None:
        """Put a subquery at the head that is written last, when it is known which of its columns are read."""
        self.late.append(lambda: statement().cte(name).prefix_with("MATERIALIZED"))


Join: TypeAlias = "tuple[Row, Expression]"


@dataclass(slots=True)
class Scope:
    """Where an object is read: its row, and the LEFT JOINs its to-one fields add to the FROM around it.

    ``level`` is the number of lists around it; ``labels`` are expressions the row carries beside its columns;
    ``steps`` is how many to-one fields lead here from the row whose FROM this is.
    """

    draft: Draft
    row: Row
    level: int
    joins: list[Join] = field(default_factory=list)
    labels: dict[str, Expression] = field(default_factory=dict)
    steps: int = 0
    _followed: dict[str, Scope] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.draft.deepest = max(self.draft.deepest, self.level)

    def follow(self, name: str, table: Table, on: Callable[[Row, Row], Expression]) -> Scope:
        """Join a to-one relation, once, and return the scope of its row."""
        if name not in self._followed:
            row = self.draft.row(table)
            self.joins.append((row, on(self.row, row)))
            self.draft.widest = max(self.draft.widest, len(self.joins))
            self._followed[name] = Scope(self.draft, row, self.level, self.joins, steps=self.steps + 1)
        return self._followed[name]

    def inner(self, table: Table) -> Scope:
        """Open the scope of a list below this row."""
        return Scope(self.draft, self.draft.row(table), self.level + 1)

    def joined(self, source: FromClause) -> FromClause:
        """Return a FROM with the joins that building the object asked for."""
        for row, on in self.joins:
            source = source.outerjoin(row.source, on)
        return source

    def carried(self) -> list[Expression]:
        """Return the columns that a derived table of this row has to carry; never none at all."""
        own = [self.row[name] for name in self.row.used]
        own += [expression.label(label) for label, expression in self.labels.items()]
        return own or [raw("1").label("one")]

    def derived(self, statement: Callable[[list[Expression]], Select[Any]]) -> FromClause:
        """Make the rows that a statement selects a derived table under the alias of this row."""
        return statement(self.carried()).subquery(self.row.name)

    def has_key(self) -> bool:
        """Tell whether the row is one of a table, where its primary key finds it again."""
        return self.row.table is not None and len(self.row.table.primary_key) > 0

    def apart(self, build: Callable[[Scope], Expression]) -> Expression:
        """Write an expression over the row at the head of the statement, and only look it up here by the row's key.

        SQLite puts it back in its place once all is parsed: it is worked out for the rows that are asked for alone.
        """
        own = Scope(self.draft, self.draft.row(self.row.table), self.level)
        made = build(own)
        keys = {f"k{n}": column.name for n, column in enumerate(self.row.table.primary_key)}
        columns = [own.row[key].label(name) for name, key in keys.items()]
        written = select(*columns, made.label("made")).select_from(own.joined(own.row.source))
        found = self.draft.hoist(written)
        same = [raw(f"{found.name}.{name}") == self.row[key] for name, key in keys.items()]
        return scalar(raw(f"{found.name}.made", made.type), found, *same)


def scalar(expression: Expression, source: FromClause, *conditions: Expression) -> Expression:
    """Write ``(SELECT expression FROM source WHERE ...)`` as an expression of the same type."""
    return select(expression).select_from(source).where(*conditions).scalar_subquery()
