"""Keeps plans: a document is parsed, checked and read once, and its SQL is written once a shape of its variables.

A warm request builds nothing: it looks its document up, coerces its variables and reads its parameters.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

from graphql import DocumentNode, GraphQLSchema, OperationType
from graphql.utilities import type_from_ast
from sqlalchemy import Dialect

from api.compiler.binding import Bindings
from api.compiler.describing import INTROSPECTION, describe
from api.compiler.limits import check_arguments, check_variables
from api.compiler.reading import Operation, find_operation, read
from api.compiler.selection import Field
from api.compiler.statement import Plan, write
from api.compiler.values import Shaped, coerce_variables, shape_key, shaped
from api.settings import Settings

Describe = Callable[[Mapping[str, object]], Mapping[str, object]]
"""Variables in, the answers of the root fields about the schema out, by response key."""

Key = TypeVar("Key")
Kept = TypeVar("Kept")


class Recent(Generic[Key, Kept]):
    """The most recently used things, so many of them at most. Safe to share among threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Kept | None:
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
            return kept

    def put(self, key: Key, kept: Kept) -> Kept:
        with self._lock:
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
            return kept


@dataclass(frozen=True, slots=True)
class Ready:
    """A plan with what remains to be answered beside it: the response keys in order, and the schema's part if asked."""

    plan: Plan | None
    keys: tuple[str, ...]
    describe: Describe | None
    check: Callable[[Mapping[str, object]], None]


@dataclass(slots=True)
class Prepared:
    """One operation of a document that has been validated, with the plans of the shapes met so far."""

    operation: Operation
    plans: Recent[object, Ready] = field(default_factory=lambda: Recent(64))


class Planner:
    """Turns a validated operation and its variables into a plan and coerced variables."""

    def __init__(
        self,
        schema: GraphQLSchema,
        bindings: Bindings,
        dialect: Dialect,
        cost: Callable[[list[Field]], Callable[[Mapping[str, object]], None]],
        settings: Settings,
    ) -> None:
        self._schema = schema
        self._bindings = bindings
        self._dialect = dialect
        self._cost = cost
        self._settings = settings

    def prepare(self, document: DocumentNode, operation_name: str | None) -> Prepared:
        """Find the operation; raise OperationUnresolved where the document leaves it open."""
        return Prepared(find_operation(self._schema, document, operation_name))

    def plan(self, prepared: Prepared, given: Mapping[str, object]) -> tuple[Ready, dict[str, object]]:
        """Return the plan for variables of this shape, written now if it is new, and the coerced variables."""
        operation = prepared.operation
        check_variables(given, self._settings)
        variables = coerce_variables(self._schema, operation.node, given)
        shapes = self._shapes(operation, variables)
        key = shape_key(shapes) if shapes else ()
        ready = prepared.plans.get(key)
        if ready is None:
            ready = prepared.plans.put(key, self._write(operation, shapes))
        ready.check(variables)
        return ready, variables

    def _shapes(self, operation: Operation, variables: Mapping[str, object]) -> Shaped:
        shapes: Shaped = {}
        for definition in operation.node.variable_definitions or ():
            name = definition.variable.name.value
            kind = type_from_ast(self._schema, definition.type)
            if name in variables and kind is not None:
                shapes[name] = shaped(kind, variables[name], (name,))  # type: ignore[arg-type]  # validation: an input type
        return shapes

    def _write(self, operation: Operation, shapes: Shaped) -> Ready:
        fields = read(operation, shapes)
        check_arguments(self._schema, operation.root.name, fields, self._settings)
        stored = [each for each in fields if each.name not in INTROSPECTION]
        check = self._cost(stored)
        plan = None
        if operation.kind is OperationType.QUERY and stored:
            plan = write(self._bindings, self._dialect, operation.root.name, stored)
        return Ready(plan, tuple(each.key for each in fields), self._described(fields), check)

    def _described(self, fields: Sequence[Field]) -> Describe | None:
        """Return what answers the introspection among the fields: anew each time, for answers are too large to keep."""
        asked = [each for each in fields if each.name in INTROSPECTION]
        most = self._settings.introspection_limit
        return (lambda variables: describe(self._schema, asked, variables, most)) if asked else None
