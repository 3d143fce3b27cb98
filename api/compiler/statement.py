"""Writes the one statement of an operation and keeps it as a plan: SQL text, and how each parameter is read.

A plan belongs to a document, an operation and the shape of its variables; it is run by whoever has a connection.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from sqlalchemy import Dialect, Select, select
from sqlalchemy.sql.compiler import SQLCompiler

from api.compiler import json_postgresql, json_sqlite  # how each database writes what ``json`` names
from api.compiler.binding import Bindings
from api.compiler.draft import Draft, Expression, Read, Row, Scope, raw
from api.compiler.filtering import storable
from api.compiler.json import JsonObject, JsonWhole, parses_shallowly
from api.compiler.objects import object_of
from api.compiler.selection import Field, Variables
from api.errors import APIError

WRITTEN_BY = (json_sqlite, json_postgresql)
FLAT_FROM_LISTS = 3
FLAT_FROM_DEPTH = 7
"""From so many levels of lists, or of fields, on, a statement is written flat where it has to be (see ``json``)."""
FLAT_FROM_NESTING = 12
"""So deep may parentheses nest before that: 89 symbols of SQLite's hundred is the most that was measured for twelve."""
FLAT_FROM_JOINS = 40
"""SQLite joins 64 tables at most; in a flat statement what is too many for one FROM gets another."""
_PARENTHESES = re.compile("[()]")


@dataclass(frozen=True, slots=True)
class Plan:
    """An SQL statement that answers with one row of one column: the JSON object of the operation's data.

    ``constants`` are the parameters that no request changes, ``inputs`` how the others are read.
    ``order`` names all by position where the driver takes a sequence; None where it takes names.
    ``places`` say which field of the document a parameter belongs to.
    """

    sql: str
    constants: Mapping[str, Any]
    inputs: Mapping[str, Read]
    order: tuple[str, ...] | None
    places: Mapping[str, str]

    def parameters(self, variables: Variables) -> Sequence[Any] | Mapping[str, Any]:
        """Read this request's parameters; raises InvalidArgument or InvalidCursor where a value cannot be used."""
        values: dict[str, Any] = {}
        name = ""
        try:
            for name, read in self.inputs.items():
                values[name] = storable(read(variables))
        except APIError as error:
            error.located(self.places.get(name, ""))
            raise
        values.update(self.constants)
        return values if self.order is None else tuple([values[name] for name in self.order])


def write(bindings: Bindings, dialect: Dialect, root: str, fields: Sequence[Field]) -> Plan:
    """Write the plan of an operation's root fields; ``root`` is the name of the root type."""
    draft, compiled = _compiled(bindings, dialect, root, fields, flat=False)
    if parses_shallowly(dialect) and (_is_deep(draft, fields) or nesting(str(compiled)) > FLAT_FROM_NESTING):
        draft, compiled = _compiled(bindings, dialect, root, fields, flat=True)
    constants = {name: storable(value) for name, value in compiled.params.items() if name not in draft.inputs}
    order = tuple(compiled.positiontup) if compiled.positional and compiled.positiontup is not None else None
    return Plan(str(compiled), constants, dict(draft.inputs), order, draft.places)


def written(expression: Expression, dialect: Dialect) -> Expression:
    """Return an expression without parameters as it is written, once and for all statements."""
    return raw(str(expression.compile(dialect=dialect)), expression.type)


def _compiled(
    bindings: Bindings, dialect: Dialect, root: str, fields: Sequence[Field], *, flat: bool
) -> tuple[Draft, SQLCompiler]:
    draft, statement = _drafted(bindings, root, fields, flat=flat)
    compiled = statement.compile(dialect=dialect, compile_kwargs={"flat": flat})
    if not isinstance(compiled, SQLCompiler):  # pragma: no cover  (a SELECT always is)
        raise TypeError(compiled)
    return draft, compiled


def _is_deep(draft: Draft, fields: Sequence[Field]) -> bool:
    high = draft.deepest >= FLAT_FROM_LISTS or depth_of(fields) >= FLAT_FROM_DEPTH
    return draft.heavy or high or draft.widest > FLAT_FROM_JOINS


def nesting(sql: str) -> int:
    """Return how deep the parentheses of a statement nest; its texts hold none that matter."""
    steps = (1 if sign == "(" else -1 for sign in _PARENTHESES.findall(sql))
    return max(accumulate(steps), default=0)


def _drafted(bindings: Bindings, root: str, fields: Sequence[Field], *, flat: bool) -> tuple[Draft, Select[Any]]:
    draft = Draft(bindings, flat=flat)
    table = bindings.types[root].table
    scope = Scope(draft, Row("root", table), 0)  # type: ignore[arg-type]  # the root has no table, and no binding of it asks
    data = JsonWhole(JsonObject([(field.key, _root(scope, root, field)) for field in fields])).label("data")
    statement: Select[Any] = select(data)
    if bindings.stamp is not None:
        statement = statement.add_columns(bindings.stamp.label("stamp"))
    for late in draft.late:
        statement = statement.add_cte(late())
    return draft, statement


def depth_of(fields: Sequence[Field]) -> int:
    """Return how deep a selection nests."""
    return 1 + max((depth_of(below) for field in fields for below in field.selections.values()), default=0)


def _root(scope: Scope, root: str, field: Field) -> Any:
    made = object_of(scope, root, [field])
    return made.pairs[0][1] if isinstance(made, JsonObject) else made
