"""Bound JSON lists as rows of a FROM: one parameter, whatever the list's length."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import TableValuedAlias, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

from api.compiler.draft import Expression


class Entries(FunctionElement[Any]):
    """The items of a bound JSON list of strings: ``ordinal`` (ascending) and ``value``."""

    inherit_cache = False
    type = Text()
    name = "entries"


class PairEntries(Entries):
    """The items of a bound JSON list of pairs of a word and a number: ``ordinal``, ``type`` and ``number``."""

    inherit_cache = False


class TupleEntries(Entries):
    """The items of a JSON list of lists: ``ordinal``, and a column for each of the first items of the inner lists."""

    inherit_cache = False
    columns_of: Sequence[tuple[str, TypeEngine[Any]]] = ()


def entries(listed: Expression, alias: str) -> TableValuedAlias:
    """Put the strings of a bound list into a FROM."""
    return Entries(listed).table_valued("ordinal", "value", name=alias)


def pair_entries(listed: Expression, alias: str) -> TableValuedAlias:
    """Put the pairs of a bound list into a FROM."""
    return PairEntries(listed).table_valued("ordinal", "type", "number", name=alias)


def tuples(listed: Expression, alias: str, columns: Sequence[tuple[str, TypeEngine[Any]]]) -> TableValuedAlias:
    """Put the inner lists of a bound or stored list into a FROM, their items named; what is left out is null."""
    element = TupleEntries(listed)
    element.columns_of = columns
    return element.table_valued("ordinal", *(name for name, _ in columns), name=alias)


def _argument(element: Entries, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(next(iter(element.clauses)), **kw)


@compiles(Entries, "sqlite")
def _sqlite_entries(element: Entries, compiler: SQLCompiler, **kw: Any) -> str:
    return f"(SELECT key AS ordinal, value FROM json_each({_argument(element, compiler, **kw)}))"


@compiles(Entries, "postgresql")
def _postgresql_entries(element: Entries, compiler: SQLCompiler, **kw: Any) -> str:
    listed = f"json_array_elements_text(({_argument(element, compiler, **kw)})::json)"
    return f"(SELECT e.ordinality AS ordinal, e.value FROM {listed} WITH ORDINALITY AS e(value, ordinality))"


@compiles(PairEntries, "sqlite")
def _sqlite_pairs(element: PairEntries, compiler: SQLCompiler, **kw: Any) -> str:
    columns = "key AS ordinal, json_extract(value, '$[0]') AS type, json_extract(value, '$[1]') AS number"
    return f"(SELECT {columns} FROM json_each({_argument(element, compiler, **kw)}))"


@compiles(PairEntries, "postgresql")
def _postgresql_pairs(element: PairEntries, compiler: SQLCompiler, **kw: Any) -> str:
    listed = f"json_array_elements(({_argument(element, compiler, **kw)})::json)"
    columns = "e.ordinality AS ordinal, e.value ->> 0 AS type, (e.value ->> 1)::bigint AS number"
    return f"(SELECT {columns} FROM {listed} WITH ORDINALITY AS e(value, ordinality))"


@compiles(TupleEntries, "sqlite")
def _sqlite_tuples(element: TupleEntries, compiler: SQLCompiler, **kw: Any) -> str:
    items = [f"json_extract(value, '$[{place}]') AS {name}" for place, (name, _) in enumerate(element.columns_of)]
    listed = f"json_each({_argument(element, compiler, **kw)})"
    return f"(SELECT {', '.join(['key AS ordinal', *items])} FROM {listed})"


@compiles(TupleEntries, "postgresql")
def _postgresql_tuples(element: TupleEntries, compiler: SQLCompiler, **kw: Any) -> str:
    kinds = [compiler.dialect.type_compiler_instance.process(kind) for _, kind in element.columns_of]
    items = [
        f"(e.value ->> {place})::{kind} AS {name}"
        for place, ((name, _), kind) in enumerate(zip(element.columns_of, kinds, strict=True))
    ]
    listed = f"json_array_elements(({_argument(element, compiler, **kw)})::json)"
    columns = ", ".join(["e.ordinality AS ordinal", *items])
    return f"(SELECT {columns} FROM {listed} WITH ORDINALITY AS e(value, ordinality))"
