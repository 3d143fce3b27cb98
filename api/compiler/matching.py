"""Search in SQL: a query enters, the condition that a stored text fits it leaves, and how well it does.

An index of words finds candidates: FTS5 on SQLite, a tsvector on PostgreSQL. Neither parses anything: both are told
our own folded words, quoted. Phrases and the score are read from the text's line of words (`api.text.indexing`), in the
same whole numbers on both. The text of a query is always bound, and its form never shapes the SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, Boolean, ColumnElement, Integer, Table, case, exists, func, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, raw
from api.compiler.entries import entries, tuples
from api.compiler.queries import BRANCHES, branches, fts5, needles, phrases, tsquery
from api.compiler.selection import Slot, SlotList
from api.compiler.signs import Within
from api.text.queries import Query

_EMPTY, _ZERO, _ONE, _THOUSAND = raw("''", TEXT), raw("0", NUMBER), raw("1", NUMBER), raw("1000", NUMBER)


@dataclass(frozen=True, slots=True)
class Searchable:
    """A table of searched texts: its key, and the name of its index of words where that is a table of its own.

    The table has the column `searched`; on PostgreSQL it has `lexemes` beside it.
    """

    table: Table
    identity: str
    index: str


class Fits(ColumnElement[bool]):
    """Whether the index finds a text: candidates of a query with phrases, the very texts of one without."""

    inherit_cache = False
    type = Boolean()
    _traverse_internals = []  # noqa: RUF012  as SQLAlchemy spells it

    def __init__(self, texts: Searchable, row: Row, by_fts5: Expression, by_lexemes: Expression | None = None) -> None:
        self.key_column = row[texts.identity]
        self.index = texts.index
        self.row = row.name
        self.by_fts5 = by_fts5
        self.by_lexemes = by_fts5 if by_lexemes is None else by_lexemes

    def self_group(self, against: object = None) -> Fits:  # noqa: ARG002  the shape of SQLAlchemy's own
        """Stay a plain condition: compared with true, it would hide the index from SQLite."""
        return self


class Octets(ColumnElement[int]):
    """How many bytes a text has in UTF-8."""

    inherit_cache = False
    type = Integer()
    _traverse_internals = []  # noqa: RUF012  as SQLAlchemy spells it

    def __init__(self, text: Expression) -> None:
        self.text = text


@dataclass(frozen=True, slots=True)
class Asked:
    """A query of the request: `read` makes it of what the argument holds, once for each thing that is bound."""

    draft: Draft
    slot: Slot | SlotList
    read: Callable[[Any], Query]

    def bind(self, write: Callable[[Query], object], kind: Any = TEXT) -> Expression:
        """Bind what is written of the query."""
        read = self.read  # a plan keeps what is bound, and must not keep the draft with it
        return self.draft.value(self.slot, kind, lambda given: write(read(given)))

    def finds(self, texts: Searchable, row: Row) -> list[Expression]:
        """Return the conditions that a text fits the query."""
        by_words = Fits(texts, row, self.bind(fts5), self.bind(tsquery))
        return [by_words, or_(self.bind(phrases, NUMBER) == _ZERO, self._holds(row))]

    def _holds(self, row: Row) -> Expression:
        """One branch has all that it wants and nothing else that it names."""
        name = f"b{self.draft.number()}"
        branch, wanted, needle = (raw(f"{name}.{column}", kind) for column, kind in BRANCHES)
        here = case((func.replace(row["searched"], needle, _EMPTY) != row["searched"], _ONE), else_=_ZERO)
        right = func.min(case((here == wanted, _ONE), else_=_ZERO))
        asked = select(branch).select_from(tuples(self.bind(branches), name, BRANCHES))
        return exists(asked.group_by(branch).having(right == _ONE))

    def score(self, row: Row, write: Callable[[Query], str] | None = None) -> Expression:
        """Return how well a text fits, in thousandths: 1000 n / (n + 1) of each wanted term that is there n times."""
        listed = entries(self.bind(write or needles), f"l{self.draft.number()}")
        return score_of(self.draft, self.draft.hoist(select(listed.c.value.label("needle")), once=True), row)


def score_of(draft: Draft, needles: CTE, row: Row) -> Expression:
    """Return how well a text fits the stretches of `needles`, in thousandths."""
    name = f"n{draft.number()}"
    needle: Expression = raw(f"{name}.needle", TEXT)
    line = row["searched"]
    times = (Octets(line) - Octets(func.replace(line, needle, _EMPTY))) // Octets(needle)
    there = select(times.label("times")).select_from(needles.alias(name)).where(Within(needle, line))
    counted = there.subquery(f"{name}c")
    n: Expression = raw(f"{name}c.times", NUMBER)
    worth = func.sum(_THOUSAND * n // (n + _ONE))
    return select(func.coalesce(worth, _ZERO)).select_from(counted).scalar_subquery()


def _written(parts: Sequence[Expression], compiler: SQLCompiler, **kw: Any) -> list[str]:
    return [compiler.process(part, **kw) for part in parts]


@compiles(Fits, "sqlite")
def _sqlite_fits(element: Fits, compiler: SQLCompiler, **kw: Any) -> str:
    key, query = _written([element.key_column, element.by_fts5], compiler, **kw)
    return f"{key} IN (SELECT rowid FROM {element.index}({query}))"  # noqa: S608  the query is bound


@compiles(Fits, "postgresql")
def _postgresql_fits(element: Fits, compiler: SQLCompiler, **kw: Any) -> str:
    (query,) = _written([element.by_lexemes], compiler, **kw)
    return f"{element.row}.lexemes @@ CAST({query} AS tsquery)"


@compiles(Octets, "sqlite")
def _sqlite_octets(element: Octets, compiler: SQLCompiler, **kw: Any) -> str:
    return f"length(CAST({compiler.process(element.text, **kw)} AS BLOB))"


@compiles(Octets, "postgresql")
def _postgresql_octets(element: Octets, compiler: SQLCompiler, **kw: Any) -> str:
    return f"octet_length({compiler.process(element.text, **kw)})"
