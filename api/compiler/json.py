"""JSON as SQL writes it: objects, arrays, booleans, text, cursors; how, ``json_sqlite`` and ``json_postgresql`` say.

What was measured and found: SQLite keeps a value's JSON-ness through CASE and scalar subqueries, so nothing is parsed
twice; it takes 127 arguments a function, PostgreSQL 100, so wider objects are written in pieces. ``json``, never
``jsonb``: GraphQL keeps the order of the selection.

SQLite 3.40's parser is a hundred symbols deep, which is three levels of lists written with ``json_object``. Deeper
statements are written *flat* (the compile keyword ``flat``): objects are text joined by ``||``, and the lists inside
them stand side by side at the head of the statement (``Scope.apart``). No level then adds to the depth of another.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Dialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine, UserDefinedType

Pairs = Sequence[tuple[str, ColumnElement[Any]]]
Terms = Sequence[tuple[ColumnElement[Any], bool]]


class Json(UserDefinedType[str]):
    """The type of an expression that is JSON already."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        return "JSON"


class JsonElement(ColumnElement[str]):
    """An expression of ours, written by the functions below, one a dialect."""

    inherit_cache = False
    type: TypeEngine[str] = Json()
    _traverse_internals = []  # noqa: RUF012  as SQLAlchemy spells it  # plans are compiled once and kept as text: SQLAlchemy never compares these


class JsonObject(JsonElement):
    """An object: pairs of response key and expression, in order."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = pairs


class JsonCase(JsonElement):
    """The JSON of the first branch (condition, value) whose condition holds; null where none does."""

    def __init__(self, *branches: tuple[ColumnElement[Any], ColumnElement[Any]]) -> None:
        self.branches = branches


class JsonPerhaps(JsonElement):
    """A subquery of JSON that may find no row: null then."""

    def __init__(self, found: ColumnElement[Any]) -> None:
        self.found = found


class JsonArray(JsonElement):
    """The array of an expression over the rows of its SELECT, ordered by terms (expression, descending).

    SQLite before 3.44 cannot order an aggregate: there the rows must come from an ordered subquery.
    """

    def __init__(self, item: ColumnElement[Any], terms: Terms) -> None:
        self.item = item
        self.terms = terms


class JsonFixed(JsonElement):
    """An array whose items are known when the plan is written."""

    def __init__(self, items: Sequence[ColumnElement[Any]]) -> None:
        self.items = items


class JsonWhole(ColumnElement[str]):
    """A finished JSON value as the text that goes out: the drivers then leave it alone."""

    inherit_cache = False
    _traverse_internals = []  # noqa: RUF012  as SQLAlchemy spells it

    def __init__(self, made: ColumnElement[Any]) -> None:
        self.made = made


class JsonText(JsonElement):
    """A text column that holds JSON."""

    def __init__(self, text: ColumnElement[Any]) -> None:
        self.text = text


class JsonEdge(ColumnElement[str]):
    """The first or last value, in order, of an expression over the rows of its SELECT; null where there are none."""

    inherit_cache = False
    _traverse_internals = []  # noqa: RUF012  as SQLAlchemy spells it

    def __init__(self, item: ColumnElement[Any], terms: Terms, *, last: bool) -> None:
        self.item = item
        self.terms = terms
        self.last = last


class Hexed(ColumnElement[str]):
    """A text's UTF-8 bytes in upper-case hexadecimal: what a cursor carries, whatever the text holds."""

    inherit_cache = False
    _traverse_internals = []  # noqa: RUF012  as SQLAlchemy spells it

    def __init__(self, text: ColumnElement[Any]) -> None:
        self.text = text


class JsonItems(ColumnElement[str]):
    """The rows of a bound JSON list, for ``value IN (...)``: its length never changes the SQL."""

    inherit_cache = False
    _traverse_internals = []  # noqa: RUF012  as SQLAlchemy spells it

    def __init__(self, text: ColumnElement[Any], kind: TypeEngine[Any]) -> None:
        self.text = text
        self.type = kind


def parses_shallowly(dialect: Dialect) -> bool:
    """Tell whether this database's parser takes deep statements only when they are written flat."""
    return dialect.name == "sqlite"


def quoted(key: str) -> str:
    """Write a response key as an SQL text."""
    return f"'{key}'"  # a response key is a GraphQL name: letters, digits and underscores


def pieces(pairs: Pairs, most: int) -> list[Pairs]:
    """Cut the pairs of an object into pieces that one function takes."""
    return [pairs[start : start + most] for start in range(0, len(pairs), most)] or [()]


def branches(element: JsonCase, compiler: SQLCompiler, **kw: Any) -> str:
    """Write the branches of a CASE."""
    return "".join(
        f" WHEN {compiler.process(condition, **kw)} THEN {compiler.process(made, **kw)}"
        for condition, made in element.branches
    )
