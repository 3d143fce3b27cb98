"""Keeps plans: a document is parsed, checked and read once, and its SQL is written once a shape of its variables.

A warm request builds nothing: it looks its document up, coerces its variables and reads its parameters.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from sys import getsizeof

from graphql import DocumentNode, GraphQLSchema, OperationType
from sqlalchemy import Dialect

from api.compiler.binding import Bindings
from api.compiler.cost import Check
from api.compiler.describing import INTROSPECTION, describe
from api.compiler.limits import check_arguments
from api.compiler.reading import Operation, find_operation, read
from api.compiler.recent import Recent
from api.compiler.selection import Field
from api.compiler.statement import Plan, write, written
from api.compiler.values import Shaped
from api.compiler.variables import Variables
from api.settings import Settings

Describe = Callable[[Mapping[str, object]], Mapping[str, object]]
"""Variables in, the answers of the root fields about the schema out, by response key."""

_INPUT, _FIELD, _DESCRIBED = 1_000, 200, 1_000
"""About so many bytes a plan takes, beside its SQL, for a parameter, for a field, and for one where the fields stay.

Measured with tracemalloc, rounded upwards; a test holds them to it.
"""


@dataclass(frozen=True, slots=True)
class Ready:
    """A plan with what remains to be answered beside it: the response keys in order, and the schema's part if asked."""

    plan: Plan | None
    keys: tuple[str, ...]
    describe: Describe | None
    check: Check
    weight: int


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """One operation of a document that has been validated; plans are kept under its number and their shape."""

    operation: Operation
    variables: Variables
    number: int


class Planner:
    """Turns a validated operation and its variables into a plan and coerced variables."""

    def __init__(
        self,
        schema: GraphQLSchema,
        bindings: Bindings,
        dialect: Dialect,
        cost: Callable[[list[Field]], Check],
        settings: Settings,
    ) -> None:
        self._schema = schema
        stamp = None if bindings.stamp is None else written(bindings.stamp, dialect)
        self._bindings = replace(bindings, stamp=stamp)
        self._dialect = dialect
        self._cost = cost
        self._settings = settings
        self._numbers = count()
        self._plans: Recent[tuple[int, object], Ready] = Recent(settings.plan_cache_bytes // 2, settings.plan_cache)

    def prepare(self, document: DocumentNode, operation_name: str | None) -> Prepared:
        """Find the operation; raise OperationUnresolved where the document leaves it open."""
        operation = find_operation(self._schema, document, operation_name)
        return Prepared(operation, Variables(operation, self._settings), next(self._numbers))

    def plan(self, prepared: Prepared, given: Mapping[str, object]) -> tuple[Ready, dict[str, object]]:
        """Return the plan for variables of this shape, written now if it is new, and the coerced variables."""
        variables, shape = prepared.variables.read(given)
        key = prepared.number, shape
        ready = self._plans.get(key)
        if ready is None:
            ready = self._write(prepared.operation, prepared.variables.shapes(variables))
            self._plans.put(key, ready, ready.weight)
        ready.check(variables)
        return ready, variables

    def _write(self, operation: Operation, shapes: Shaped) -> Ready:
        fields = read(operation, shapes)
        check_arguments(self._schema, operation.root.name, fields, self._settings)
        stored = [each for each in fields if each.name not in INTROSPECTION]
        check = self._cost(stored)
        plan = None
        if operation.kind is OperationType.QUERY and stored:
            plan = write(self._bindings, self._dialect, operation.root.name, stored)
        described = self._described(fields)
        weight = (_DESCRIBED if described else _FIELD) * _fields(fields)
        if plan is not None:
            weight += getsizeof(plan.sql) + _INPUT * (len(plan.inputs) + len(plan.constants))
        return Ready(plan, tuple(each.key for each in fields), described, check, weight)

    def _described(self, fields: Sequence[Field]) -> Describe | None:
        """Return what answers the introspection among the fields: anew each time, for answers are too large to keep."""
        asked = [each for each in fields if each.name in INTROSPECTION]
        most = self._settings.introspection_limit
        return (lambda variables: describe(self._schema, asked, variables, most)) if asked else None


def _fields(fields: Sequence[Field]) -> int:
    """Count the fields of a selection, those below included."""
    return len(fields) + sum(_fields(below) for each in fields for below in each.selections.values())
