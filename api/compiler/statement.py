"""Writes the one statement of an operation and keeps it as a plan: SQL text, and how each parameter is read.

A plan belongs to a document, an operation and the shape of its variables; it is run by whoever has a connection.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, Select, select

from api.compiler import json_postgresql, json_sqlite  # how each database writes what ``json`` names
from api.compiler.binding import Bindings
from api.compiler.draft import Draft, Read, Row, Scope
from api.compiler.filtering import storable
from api.compiler.json import JsonObject, JsonWhole, parses_shallowly
from api.compiler.objects import object_of
from api.compiler.selection import Field, Variables
from api.errors import APIError

WRITTEN_BY = (json_sqlite, json_postgresql)
FLAT_FROM_LISTS = 3
FLAT_FROM_DEPTH = 7
"""From so many levels of lists, or of fields, on, a statement is written flat where it has to be (see ``json``)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An SQL statement that answers with one row of one column: the JSON object of the operation's data.

    ``order`` names the parameters by position where the driver takes a sequence; None where it takes names.
    ``places`` say which field of the document a parameter belongs to.
    """

    sql: str
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
        return values if self.order is None else tuple(values[name] for name in self.order)


def write(bindings: Bindings, dialect: Dialect, root: str, fields: Sequence[Field]) -> Plan:
    """Write the plan of an operation's root fields; ``root`` is the name of the root type."""
    draft, statement = _drafted(bindings, root, fields, flat=False)
    deep = draft.heavy or draft.deepest >= FLAT_FROM_LISTS or depth_of(fields) >= FLAT_FROM_DEPTH
    flat = deep and parses_shallowly(dialect)
    if flat:
        draft, statement = _drafted(bindings, root, fields, flat=True)
    compiled = statement.compile(dialect=dialect, compile_kwargs={"flat": flat})
    known = {name: value for name, value in compiled.params.items() if name not in draft.inputs}
    inputs: dict[str, Read] = dict(draft.inputs)
    for name, value in known.items():
        inputs[name] = lambda _, value=value: value  # type: ignore[misc]  # mypy cannot type a default of a lambda
    order = tuple(compiled.positiontup) if compiled.positional and compiled.positiontup is not None else None
    return Plan(str(compiled), inputs, order, draft.places)


def _drafted(bindings: Bindings, root: str, fields: Sequence[Field], *, flat: bool) -> tuple[Draft, Select[Any]]:
    draft = Draft(bindings, flat=flat)
    table = bindings.types[root].table
    scope = Scope(draft, Row("root", table), 0)  # type: ignore[arg-type]  # the root has no table, and no binding of it asks
    data = JsonWhole(JsonObject([(field.key, _root(scope, root, field)) for field in fields])).label("data")
    statement: Select[Any] = select(data)
    if bindings.stamp is not None:
        statement = statement.add_columns(bindings.stamp.label("stamp"))
    if scope.lifted:
        lifted = [made.label(name) for name, made in scope.lifted.items()]
        statement = statement.select_from(select(*lifted).subquery(scope.home))
    for late in draft.late:
        statement = statement.add_cte(late())
    return draft, statement


def depth_of(fields: Sequence[Field]) -> int:
    """Return how deep a selection nests."""
    return 1 + max((depth_of(below) for field in fields for below in field.selections.values()), default=0)


def _root(scope: Scope, root: str, field: Field) -> Any:
    made = object_of(scope, root, [field])
    return made.pairs[0][1] if isinstance(made, JsonObject) else made
