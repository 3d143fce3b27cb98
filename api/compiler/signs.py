"""The query languages of the two indexes of words, written in SQL from what a column holds: FTS5's and tsquery's."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Text, case, func
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from api.compiler.draft import NUMBER, TEXT, Expression, raw

AND, OR, NOT, NEVER, COMMA = "and", "or", "not", "never", "comma"
"""What joins words; what begins those that must not be there, to be closed by a bracket; what no text fits; a comma."""

# What no text fits is asked for by a word that none is: one of nothing, one of a blank. (ASCII keeps the SQL small.)
_FTS5 = {AND: " AND ", OR: " OR ", NOT: " NOT (", NEVER: '""', COMMA: ","}
_TSQUERY = {AND: " & ", OR: " | ", NOT: " & !(", NEVER: "' '", COMMA: ","}


class Sign(ColumnElement[str]):
    """A sign of the query language, as text."""

    inherit_cache = False
    type = Text()
    _traverse_internals = []  # noqa: RUF012  as SQLAlchemy spells it

    def __init__(self, meaning: str) -> None:
        self.meaning = meaning


class Glued(ColumnElement[str]):
    """The texts of a group, nulls left out, with a sign between any two; in no order that matters."""

    inherit_cache = False
    type = Text()
    _traverse_internals = []  # noqa: RUF012  as SQLAlchemy spells it

    def __init__(self, text: Any, meaning: str) -> None:
        self.text = text
        self.sign = Sign(meaning)


class Quoted(ColumnElement[str]):
    """The words of a stretch of `searched` as the index is asked for them: all of them, wherever they stand."""

    inherit_cache = False
    type = Text()
    _traverse_internals = []  # noqa: RUF012  as SQLAlchemy spells it

    def __init__(self, needle: Any, begun: Any) -> None:
        self.bare = func.trim(needle)
        self.begun = begun


class Within(ColumnElement[bool]):
    """Whether a stretch stands in a line of words."""

    inherit_cache = False
    type = Boolean()
    _traverse_internals = []  # noqa: RUF012  as SQLAlchemy spells it

    def __init__(self, needle: Any, line: Expression) -> None:
        self.needle = needle
        self.line = line

    def self_group(self, against: object = None) -> Within:  # noqa: ARG002  the shape of SQLAlchemy's own
        """Stay a plain condition: PostgreSQL compares no truth value with a number."""
        return self


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _between(words: Any, quote: str, joint: str, star: str, begun: Any) -> Expression:
    inner = func.replace(words, raw("'  '", TEXT), raw(_literal(f"{quote}{joint}{quote}"), TEXT))
    mark: Expression = raw(_literal(quote), TEXT)
    last = case((begun == raw("1", NUMBER), raw(_literal(star), TEXT)), else_=raw("''", TEXT))
    return raw("'('", TEXT).concat(mark).concat(inner).concat(mark).concat(last).concat(raw("')'", TEXT))


@compiles(Sign, "sqlite")
def _sqlite_sign(element: Sign, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ARG001  as SQLAlchemy calls it
    return _literal(_FTS5[element.meaning])


@compiles(Sign, "postgresql")
def _postgresql_sign(element: Sign, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ARG001  as SQLAlchemy calls it
    return _literal(_TSQUERY[element.meaning])


@compiles(Glued, "sqlite")
def _sqlite_glued(element: Glued, compiler: SQLCompiler, **kw: Any) -> str:
    return f"group_concat({compiler.process(element.text, **kw)}, {compiler.process(element.sign, **kw)})"


@compiles(Glued, "postgresql")
def _postgresql_glued(element: Glued, compiler: SQLCompiler, **kw: Any) -> str:
    return f"string_agg({compiler.process(element.text, **kw)}, {compiler.process(element.sign, **kw)})"


@compiles(Quoted, "sqlite")
def _sqlite_quoted(element: Quoted, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(_between(element.bare, '"', _FTS5[AND], "*", element.begun), **kw)


@compiles(Quoted, "postgresql")
def _postgresql_quoted(element: Quoted, compiler: SQLCompiler, **kw: Any) -> str:
    slashed = func.replace(element.bare, raw("'\\'", TEXT), raw("'\\\\'", TEXT))
    escaped = func.replace(slashed, raw("''''", TEXT), raw("''''''", TEXT))
    return compiler.process(_between(escaped, "'", _TSQUERY[AND], ":*", element.begun), **kw)


@compiles(Within, "sqlite")
def _sqlite_within(element: Within, compiler: SQLCompiler, **kw: Any) -> str:
    return f"instr({compiler.process(element.line, **kw)}, {compiler.process(element.needle, **kw)}) > 0"


@compiles(Within, "postgresql")
def _postgresql_within(element: Within, compiler: SQLCompiler, **kw: Any) -> str:
    return f"strpos({compiler.process(element.line, **kw)}, {compiler.process(element.needle, **kw)}) > 0"
