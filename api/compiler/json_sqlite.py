"""How SQLite writes JSON: what ``json`` names, in its functions; or flat, as text joined by ``||``."""

from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import Boolean

from api.compiler.json import (
    Hexed,
    Json,
    JsonArray,
    JsonCase,
    JsonEdge,
    JsonFixed,
    JsonItems,
    JsonObject,
    JsonPerhaps,
    JsonText,
    JsonWhole,
    branches,
    pieces,
    quoted,
)

_PAIRS = 63  # a function takes 127 arguments


@compiles(JsonObject, "sqlite")
def _sqlite_object(element: JsonObject, compiler: SQLCompiler, **kw: Any) -> str:
    if kw.get("flat"):
        written = " || ',".join(f'"{key}":\' || {_flat(value, compiler, **kw)}' for key, value in element.pairs)
        return f"'{{{written} || '}}'" if element.pairs else "'{}'"
    first, *rest = pieces(element.pairs, _PAIRS)
    written = ", ".join(f"{quoted(key)}, {_sqlite_value(value, compiler, **kw)}" for key, value in first)
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
        return f"CASE{branches(element, compiler, **kw)} END"
    (condition, made), *more = element.branches
    if more or not (isinstance(made, JsonObject) and made.pairs):
        return f"CASE{branches(element, compiler, **kw)} ELSE 'null' END"
    # shallower than CASE: where the condition fails the first piece is null, and so is the whole
    brace, quote, rest = compiler.process(made, **kw).partition("\":'")
    return f"ifnull(substr({brace}{quote}, ({compiler.process(condition, **kw)}) OR NULL){rest}, 'null')"


@compiles(JsonPerhaps, "sqlite")
def _sqlite_perhaps(element: JsonPerhaps, compiler: SQLCompiler, **kw: Any) -> str:
    found = compiler.process(element.found, **kw)
    return f"ifnull({found}, 'null')" if kw.get("flat") else found


@compiles(JsonArray, "sqlite")
def _sqlite_array(element: JsonArray, compiler: SQLCompiler, **kw: Any) -> str:
    if kw.get("flat"):
        return f"'[' || ifnull(group_concat({_flat(element.item, compiler, **kw)}, ','), '') || ']'"
    return f"json_group_array({_sqlite_value(element.item, compiler, **kw)})"


@compiles(JsonFixed, "sqlite")
def _sqlite_fixed(element: JsonFixed, compiler: SQLCompiler, **kw: Any) -> str:
    if kw.get("flat"):
        if not element.items:
            return "'[]'"
        return "'[' || " + " || ',' || ".join(_flat(item, compiler, **kw) for item in element.items) + " || ']'"
    return f"json_array({', '.join(_sqlite_value(item, compiler, **kw) for item in element.items)})"


@compiles(JsonText, "sqlite")
def _sqlite_text(element: JsonText, compiler: SQLCompiler, **kw: Any) -> str:
    text = compiler.process(element.text, **kw)
    return f"ifnull({text}, 'null')" if kw.get("flat") else f"json({text})"


@compiles(JsonWhole, "sqlite")
def _sqlite_whole(element: JsonWhole, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(element.made, **kw)


@compiles(JsonEdge, "sqlite")
def _sqlite_edge(element: JsonEdge, compiler: SQLCompiler, **kw: Any) -> str:
    place = "[#-1]" if element.last else "[0]"
    return f"json_extract(json_group_array({compiler.process(element.item, **kw)}), '${place}')"


@compiles(Hexed, "sqlite")
def _sqlite_hexed(element: Hexed, compiler: SQLCompiler, **kw: Any) -> str:
    return f"hex({compiler.process(element.text, **kw)})"


@compiles(JsonItems, "sqlite")
def _sqlite_items(element: JsonItems, compiler: SQLCompiler, **kw: Any) -> str:
    return f"(SELECT value FROM json_each({compiler.process(element.text, **kw)}))"
