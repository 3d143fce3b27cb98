"""The mill as the endpoints see it: a GraphQL request in, the database's own JSON text of ``data`` out.

Synchronous: whoever serves requests calls it in a worker thread.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from json import dumps, loads

import strawberry
from graphql import DocumentNode, OperationType
from sqlalchemy import Engine

from api.bindings import bindings
from api.compiler.cost import measure
from api.compiler.limits import check_document
from api.compiler.parsing import parsed, weight_of
from api.compiler.planning import Planner, Prepared
from api.compiler.proof import prove
from api.compiler.recent import Recent
from api.compiler.validation import faults
from api.database.asking import Ask, asker
from api.database.snapshots import snapshot
from api.endpoints.current import NOTHING_READ
from api.endpoints.refusals import DocumentInvalid
from api.errors import OperationUnresolved
from api.schema import promise
from api.settings import Settings

Answer = Callable[[str, Mapping[str, object]], bytes]
"""A query and its variables in, the JSON text of `data` out."""

MOST_ERRORS = 10
"""How many faults of a document are told at once."""


class Mill:
    """Answers queries over one engine, one SQL statement each; one instance a process.

    Making one raises BindingError where the schema promises what nothing answers.
    """

    def __init__(self, schema: strawberry.Schema, engine: Engine, settings: Settings, *, stamped: bool = False) -> None:
        self._schema = promise(schema)
        self._engine = engine
        self._ask = asker(engine)
        self._settings = settings
        bound = bindings(settings.default_page, settings.nested_page, settings.page_limit, stamped=stamped)
        prove(self._schema, bound)
        self._planner = Planner(self._schema, bound, engine.dialect, measure(bound, settings.cost_limit), settings)
        self._prepared: Recent[tuple[str, str | None], Prepared] = Recent(
            settings.plan_cache_bytes // 2, settings.plan_cache
        )

    def answer(
        self, query: str, variables: Mapping[str, object] | None = None, operation_name: str | None = None
    ) -> bytes:
        """Return the JSON text of ``data`` in UTF-8; raises an APIError for whatever cannot be answered."""
        return self._answered(self._ask, query, variables, operation_name)[0]

    def stamped(
        self, query: str, variables: Mapping[str, object] | None = None, operation_name: str | None = None
    ) -> tuple[bytes, str]:
        """Return the same and the stamp of the revision it was read from, empty where nothing stored was read."""
        return self._answered(self._ask, query, variables, operation_name)

    @contextmanager
    def snapshot(self) -> Iterator[Answer]:
        """Answer several questions from one state of the dataset, each by one statement; holds a connection."""
        with snapshot(self._engine) as ask:
            yield lambda query, variables: self._answered(ask, query, variables, None)[0]

    def _answered(
        self, ask: Ask, query: str, variables: Mapping[str, object] | None, operation_name: str | None
    ) -> tuple[bytes, str]:
        prepared = self._prepare(query, operation_name)
        ready, coerced = self._planner.plan(prepared, variables or {})
        stored, *stamp = ask(ready.plan.sql, ready.plan.parameters(coerced)) if ready.plan is not None else (b"{}",)
        data = stored if ready.describe is None else merge(stored, ready.describe(coerced), ready.keys)
        return data, stamp[0].decode() if stamp else NOTHING_READ

    def _prepare(self, query: str, operation_name: str | None) -> Prepared:
        known = self._prepared.get((query, operation_name))
        if known is not None:
            return known
        document = self._checked(query)
        prepared = self._planner.prepare(document, operation_name)
        if prepared.operation.kind is not OperationType.QUERY:
            raise OperationUnresolved(
                "only queries are answered here; subscriptions go over WebSocket or server-sent events"
            )
        return self._prepared.put((query, operation_name), prepared, weight_of(document))

    def _checked(self, query: str) -> DocumentNode:
        """Parse and validate; the limits of the language come before validation."""
        document = parsed(query, self._settings.token_limit)
        check_document(self._schema, document, self._settings)
        if errors := faults(self._schema, document, query, MOST_ERRORS):
            raise DocumentInvalid(errors)
        return document


def merge(stored: bytes, described: Mapping[str, object], keys: tuple[str, ...]) -> bytes:
    """Join two JSON objects into one with the given order of keys."""
    both = {**loads(stored), **described}
    return dumps({key: both[key] for key in keys}, ensure_ascii=False, separators=(",", ":")).encode()
