"""JSON as SQL writes it: objects, arrays, booleans, text, cursors. The only file of the read side that names a dialect.

What was measured and found: SQLite keeps a value's JSON-ness through CASE and scalar subqueries, so nothing is parsed
twice; it takes 127 arguments a function, PostgreSQL 100, so wider objects are written in pieces. ``json``, never
``jsonb``: GraphQL keeps the order of the selection.

SQLite 3.40's parser is a hundred symbols deep, which is three levels of lists written with ``json_object``. Deeper
statements are written *flat* (the compile keyword ``flat``): objects are text joined by ``||``, and the lists inside
them are columns of the rows they hang on (``Scope.lift``). That takes half the depth a level, and some more time.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import Boolean, Text, TypeEngine, UserDefinedType

Pairs = Sequence[tuple[str, ColumnElement[Any]]]
Terms = Sequence[tuple[ColumnElement[Any], bool]]

_SQLITE_PAIRS = 63
_POSTGRESQL_PAIRS = 50


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


def _key(key: str) -> str:
    return f"'{key}'"  # a response key is a GraphQL name: letters, digits and underscores


def _order(terms: Terms, compiler: SQLCompiler, **kw: Any) -> str:
    return ", ".join(compiler.process(term, **kw) + (" DESC" if down else "") for term, down in terms)


def _chunks(pairs: Pairs, most: int) -> list[Pairs]:
    return [pairs[start : start + most] for start in range(0, len(pairs), most)] or [()]


@compiles(JsonObject, "sqlite")
def _sqlite_object(element: JsonObject, compiler: SQLCompiler, **kw: Any) -> str:
    if kw.get("flat"):
        written = " || ',".join(f'"{key}":\' || {_flat(value, compiler, **kw)}' for key, value in element.pairs)
        return f"'{{{written} || '}}'" if element.pairs else "'{}'"
    first, *rest = _chunks(element.pairs, _SQLITE_PAIRS)
    written = ", ".join(f"{_key(key)}, {_sqlite_value(value, compiler, **kw)}" for key, value in first)
    sql = f"json_object({written})"
    for chunk in rest:
        written = ", ".join(f"'$.{key}', {_sqlite_value(value, compiler, **kw)}" for key, value in chunk)
        sql = f"json_insert({sql}, {written})"
    return sql


def _sqlite_value(value: ColumnElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    """Write a value for a JSON function: booleans become JSON's own."""
    sql = compiler.process(value, **kw)
    if isinstance(value.type, Boolean):
        return f"CASE {sql} WHEN 1 THEN json('true') WHEN 0 THEN json('false') END"
    return sql


def _flat(value: ColumnElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    """Write a value as JSON text, never null."""
    sql = compiler.process(value, **kw)
    if isinstance(value.type, Json):
        return sql
    if isinstance(value.type, Boolean):
        return f"CASE {sql} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END"
    return f"json_quote({sql})"


@compiles(JsonCase, "sqlite")
def _sqlite_case(element: JsonCase, compiler: SQLCompiler, **kw: Any) -> str:
    if not kw.get("flat"):
        return f"CASE{_branches(element, compiler, **kw)} END"
    (condition, made), *more = element.branches
    if more or not (isinstance(made, JsonObject) and made.pairs):
        return f"CASE{_branches(element, compiler, **kw)} ELSE 'null' END"
    # shallower than CASE: where the condition fails the first piece is null, and so is the whole
    brace, quote, rest = compiler.process(made, **kw).partition("\":'")
    return f"ifnull(substr({brace}{quote}, ({compiler.process(condition, **kw)}) OR NULL){rest}, 'null')"


@compiles(JsonCase, "postgresql")
def _postgresql_case(element: JsonCase, compiler: SQLCompiler, **kw: Any) -> str:
    return f"CASE{_branches(element, compiler, **kw)} END"


def _branches(element: JsonCase, compiler: SQLCompiler, **kw: Any) -> str:
    return "".join(
        f" WHEN {compiler.process(condition, **kw)} THEN {compiler.process(made, **kw)}"
        for condition, made in element.branches
    )


@compiles(JsonPerhaps, "sqlite")
def _sqlite_perhaps(element: JsonPerhaps, compiler: SQLCompiler, **kw: Any) -> str:
    found = compiler.process(element.found, **kw)
    return f"ifnull({found}, 'null')" if kw.get("flat") else found


@compiles(JsonPerhaps, "postgresql")
def _postgresql_perhaps(element: JsonPerhaps, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(element.found, **kw)


@compiles(JsonObject, "postgresql")
def _postgresql_object(element: JsonObject, compiler: SQLCompiler, **kw: Any) -> str:
    chunks = [
        "json_build_object(" + ", ".join(f"{_key(key)}, {compiler.process(value, **kw)}" for key, value in chunk) + ")"
        for chunk in _chunks(element.pairs, _POSTGRESQL_PAIRS)
    ]
    if len(chunks) == 1:
        return chunks[0]
    first, *middle, last = chunks
    glued = [f"left({first}::text, -1)", *(f"substr(left({each}::text, -1), 2)" for each in middle)]
    glued.append(f"substr({last}::text, 2)")
    return "(" + " || ',' || ".join(glued) + ")::json"


@compiles(JsonArray, "sqlite")
def _sqlite_array(element: JsonArray, compiler: SQLCompiler, **kw: Any) -> str:
    if kw.get("flat"):
        return f"'[' || ifnull(group_concat({_flat(element.item, compiler, **kw)}, ','), '') || ']'"
    return f"json_group_array({_sqlite_value(element.item, compiler, **kw)})"


@compiles(JsonArray, "postgresql")
def _postgresql_array(element: JsonArray, compiler: SQLCompiler, **kw: Any) -> str:
    order = f" ORDER BY {_order(element.terms, compiler, **kw)}" if element.terms else ""
    return f"coalesce(json_agg({compiler.process(element.item, **kw)}{order}), '[]'::json)"


@compiles(JsonFixed, "sqlite")
def _sqlite_fixed(element: JsonFixed, compiler: SQLCompiler, **kw: Any) -> str:
    if kw.get("flat"):
        return "'[' || " + " || ',' || ".join(_flat(item, compiler, **kw) for item in element.items) + " || ']'"
    return f"json_array({', '.join(_sqlite_value(item, compiler, **kw) for item in element.items)})"


@compiles(JsonFixed, "postgresql")
def _postgresql_fixed(element: JsonFixed, compiler: SQLCompiler, **kw: Any) -> str:
    return f"json_build_array({', '.join(compiler.process(item, **kw) for item in element.items)})"


@compiles(JsonText, "sqlite")
def _sqlite_text(element: JsonText, compiler: SQLCompiler, **kw: Any) -> str:
    text = compiler.process(element.text, **kw)
    return f"ifnull({text}, 'null')" if kw.get("flat") else f"json({text})"


@compiles(JsonText, "postgresql")
def _postgresql_text(element: JsonText, compiler: SQLCompiler, **kw: Any) -> str:
    return f"({compiler.process(element.text, **kw)})::json"


@compiles(JsonWhole, "sqlite")
def _sqlite_whole(element: JsonWhole, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(element.made, **kw)


@compiles(JsonWhole, "postgresql")
def _postgresql_whole(element: JsonWhole, compiler: SQLCompiler, **kw: Any) -> str:
    return f"{compiler.process(element.made, **kw)}::text"


@compiles(JsonEdge, "sqlite")
def _sqlite_edge(element: JsonEdge, compiler: SQLCompiler, **kw: Any) -> str:
    place = "[#-1]" if element.last else "[0]"
    return f"json_extract(json_group_array({compiler.process(element.item, **kw)}), '${place}')"


@compiles(JsonEdge, "postgresql")
def _postgresql_edge(element: JsonEdge, compiler: SQLCompiler, **kw: Any) -> str:
    item = compiler.process(element.item, **kw)
    place = "count(*)" if element.last else "1"
    return f"(array_agg({item} ORDER BY {_order(element.terms, compiler, **kw)}))[{place}]"


@compiles(Hexed, "sqlite")
def _sqlite_hexed(element: Hexed, compiler: SQLCompiler, **kw: Any) -> str:
    return f"hex({compiler.process(element.text, **kw)})"


@compiles(Hexed, "postgresql")
def _postgresql_hexed(element: Hexed, compiler: SQLCompiler, **kw: Any) -> str:
    return f"upper(encode(convert_to({compiler.process(element.text, **kw)}, 'UTF8'), 'hex'))"


@compiles(JsonItems, "sqlite")
def _sqlite_items(element: JsonItems, compiler: SQLCompiler, **kw: Any) -> str:
    return f"(SELECT value FROM json_each({compiler.process(element.text, **kw)}))"


@compiles(JsonItems, "postgresql")
def _postgresql_items(element: JsonItems, compiler: SQLCompiler, **kw: Any) -> str:
    cast = "" if isinstance(element.type, Text) else "::bigint"
    return f"(SELECT value{cast} FROM json_array_elements_text(({compiler.process(element.text, **kw)})::json))"
