"""Writes the one statement of an operation and keeps it as a plan: SQL text, and how each parameter is read.

A plan belongs to a document, an operation and the shape of its variables; it is run by whoever has a connection.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, select

from api.compiler.binding import Bindings
from api.compiler.draft import Draft, Read, Row, Scope
from api.compiler.filtering import storable
from api.compiler.json import JsonObject, JsonWhole
from api.compiler.objects import object_of
from api.compiler.selection import Field, Variables
from api.errors import APIError

FLAT_FROM = 3
"""From so many levels of lists on, a statement is written flat (see ``json``)."""


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
    draft = Draft(bindings)
    table = bindings.types[root].table
    scope = Scope(draft, Row("root", table), 0)  # type: ignore[arg-type]  # the root has no table, and no binding of it asks
    statement = select(
        JsonWhole(JsonObject([(field.key, _root(scope, root, field)) for field in fields])).label("data")
    )
    compiled = statement.compile(dialect=dialect, compile_kwargs={"flat": draft.deepest >= FLAT_FROM})
    known = {name: value for name, value in compiled.params.items() if name not in draft.inputs}
    inputs: dict[str, Read] = dict(draft.inputs)
    for name, value in known.items():
        inputs[name] = lambda _, value=value: value  # type: ignore[misc]  # mypy cannot type a default of a lambda
    order = tuple(compiled.positiontup) if compiled.positional and compiled.positiontup is not None else None
    return Plan(str(compiled), inputs, order, draft.places)


def _root(scope: Scope, root: str, field: Field) -> Any:
    made = object_of(scope, root, [field])
    return made.pairs[0][1] if isinstance(made, JsonObject) else made
