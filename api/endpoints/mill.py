"""The mill as the endpoints see it: a GraphQL request in, the database's own JSON text of ``data`` out.

Synchronous: whoever serves requests calls it in a worker thread.
"""

from collections.abc import Mapping
from json import dumps, loads

import strawberry
from graphql import (
    DocumentNode,
    ExecutionResult,
    OperationType,
    execute_sync,
    validate,
)
from sqlalchemy import Engine

from api.bindings import bindings
from api.compiler.cost import measure
from api.compiler.limits import check_document
from api.compiler.parsing import parsed
from api.compiler.planning import Planner, Prepared, Ready, Recent
from api.compiler.statement import Plan
from api.database.asking import asker
from api.endpoints.refusals import DocumentInvalid
from api.errors import InternalError, OperationUnresolved
from api.schema import promise
from api.settings import Settings

MOST_ERRORS = 10
"""How many faults of a document are told at once."""


class Mill:
    """Answers queries over one engine, one SQL statement each; one instance a process."""

    def __init__(self, schema: strawberry.Schema, engine: Engine, settings: Settings) -> None:
        self._schema = promise(schema)
        self._ask = asker(engine)
        self._settings = settings
        bound = bindings(settings.default_page, settings.nested_page, settings.page_limit)
        self._planner = Planner(self._schema, bound, engine.dialect, measure(bound, settings.cost_limit), settings)
        self._prepared: Recent[tuple[str, str | None], Prepared] = Recent(settings.plan_cache)

    def answer(
        self, query: str, variables: Mapping[str, object] | None = None, operation_name: str | None = None
    ) -> bytes:
        """Return the JSON text of ``data`` in UTF-8; raises an APIError for whatever cannot be answered."""
        prepared = self._prepare(query, operation_name)
        ready, coerced = self._planner.plan(prepared, variables or {})
        stored = self._run(ready.plan, coerced) if ready.plan is not None else "{}"
        if ready.introspection is None:
            return stored.encode()
        return self._mixed(ready.introspection, ready, stored, coerced)

    def _prepare(self, query: str, operation_name: str | None) -> Prepared:
        known = self._prepared.get((query, operation_name))
        if known is not None:
            return known
        prepared = self._planner.prepare(self._checked(query), operation_name)
        if prepared.operation.kind is not OperationType.QUERY:
            raise OperationUnresolved(
                "only queries are answered here; subscriptions go over WebSocket or server-sent events"
            )
        return self._prepared.put((query, operation_name), prepared)

    def _checked(self, query: str) -> DocumentNode:
        """Parse and validate; the limits of the language come before validation."""
        document = parsed(query, self._settings.token_limit)
        check_document(self._schema, document, self._settings)
        errors = validate(self._schema, document, max_errors=MOST_ERRORS)
        if errors:
            raise DocumentInvalid(errors)
        return document

    def _run(self, plan: Plan, variables: Mapping[str, object]) -> str:
        return self._ask(plan.sql, plan.parameters(variables))

    def _mixed(self, document: DocumentNode, ready: Ready, stored: str, variables: Mapping[str, object]) -> bytes:
        """Answer introspection by graphql-core, and put both together in the order of the selection."""
        result = execute_sync(self._schema, document, variable_values=dict(variables))
        if not isinstance(result, ExecutionResult) or result.errors or result.data is None:
            raise InternalError
        return merge(stored, result.data, ready.keys)


def merge(stored: str, described: Mapping[str, object], keys: tuple[str, ...]) -> bytes:
    """Join two JSON objects into one with the given order of keys."""
    both = {**loads(stored), **described}
    return dumps({key: both[key] for key in keys}, ensure_ascii=False, separators=(",", ":")).encode()
