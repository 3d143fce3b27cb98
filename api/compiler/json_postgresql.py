"""How PostgreSQL writes JSON: what ``json`` names, in its functions."""

from typing import Any

from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import Text

from api.compiler.json import (
    Hexed,
    JsonArray,
    JsonCase,
    JsonEdge,
    JsonFixed,
    JsonItems,
    JsonObject,
    JsonPerhaps,
    JsonText,
    JsonWhole,
    Terms,
    branches,
    pieces,
    quoted,
)

_PAIRS = 50  # a function takes 100 arguments


def _order(terms: Terms, compiler: SQLCompiler, **kw: Any) -> str:
    return ", ".join(compiler.process(term, **kw) + (" DESC" if down else "") for term, down in terms)


@compiles(JsonCase, "postgresql")
def _postgresql_case(element: JsonCase, compiler: SQLCompiler, **kw: Any) -> str:
    return f"CASE{branches(element, compiler, **kw)} END"


@compiles(JsonPerhaps, "postgresql")
def _postgresql_perhaps(element: JsonPerhaps, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(element.found, **kw)


@compiles(JsonObject, "postgresql")
def _postgresql_object(element: JsonObject, compiler: SQLCompiler, **kw: Any) -> str:
    chunks = [
        "json_build_object("
        + ", ".join(f"{quoted(key)}, {compiler.process(value, **kw)}" for key, value in chunk)
        + ")"
        for chunk in pieces(element.pairs, _PAIRS)
    ]
    if len(chunks) == 1:
        return chunks[0]
    first, *middle, last = chunks
    glued = [f"left({first}::text, -1)", *(f"substr(left({each}::text, -1), 2)" for each in middle)]
    glued.append(f"substr({last}::text, 2)")
    return "(" + " || ',' || ".join(glued) + ")::json"


@compiles(JsonArray, "postgresql")
def _postgresql_array(element: JsonArray, compiler: SQLCompiler, **kw: Any) -> str:
    order = f" ORDER BY {_order(element.terms, compiler, **kw)}" if element.terms else ""
    return f"coalesce(json_agg({compiler.process(element.item, **kw)}{order}), '[]'::json)"


@compiles(JsonFixed, "postgresql")
def _postgresql_fixed(element: JsonFixed, compiler: SQLCompiler, **kw: Any) -> str:
    return f"json_build_array({', '.join(compiler.process(item, **kw) for item in element.items)})"


@compiles(JsonText, "postgresql")
def _postgresql_text(element: JsonText, compiler: SQLCompiler, **kw: Any) -> str:
    return f"({compiler.process(element.text, **kw)})::json"


@compiles(JsonWhole, "postgresql")
def _postgresql_whole(element: JsonWhole, compiler: SQLCompiler, **kw: Any) -> str:
    return f"{compiler.process(element.made, **kw)}::text"


@compiles(JsonEdge, "postgresql")
def _postgresql_edge(element: JsonEdge, compiler: SQLCompiler, **kw: Any) -> str:
    item = compiler.process(element.item, **kw)
    place = "count(*)" if element.last else "1"
    return f"(array_agg({item} ORDER BY {_order(element.terms, compiler, **kw)}))[{place}]"


@compiles(Hexed, "postgresql")
def _postgresql_hexed(element: Hexed, compiler: SQLCompiler, **kw: Any) -> str:
    return f"upper(encode(convert_to({compiler.process(element.text, **kw)}, 'UTF8'), 'hex'))"


@compiles(JsonItems, "postgresql")
def _postgresql_items(element: JsonItems, compiler: SQLCompiler, **kw: Any) -> str:
    cast = "" if isinstance(element.type, Text) else "::bigint"
    return f"(SELECT value{cast} FROM json_array_elements_text(({compiler.process(element.text, **kw)})::json))"
