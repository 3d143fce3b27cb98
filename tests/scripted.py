"""A GraphQL endpoint over a mill that says what a test wants said, and notes what it was asked."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field

from graphql import parse, validate
from starlette.types import ASGIApp

from api.endpoints.caching import Caching
from api.endpoints.current import Current
from api.endpoints.documents import Documents
from api.endpoints.graphql import GraphQL
from api.endpoints.milling import Milling
from api.endpoints.questions import Bodies
from api.endpoints.refusals import DocumentInvalid
from api.endpoints.request_ids import RequestIds
from api.endpoints.sharing import Origins
from api.endpoints.streams import Streams
from api.errors import OperationUnresolved
from api.schema import build, promise

SCHEMA = promise(build())
QUERY = "{ dataset { name } }"
SUBSCRIPTION = "subscription { datasetChanged { number } }"

Asked = tuple[str, Mapping[str, object] | None, str | None]


@dataclass
class Script:
    """A mill: it gives `answer` to every query, raising it where it is an exception."""

    answer_with: bytes | Exception = b'{"dataset":{"name":"letters"}}'
    asked: list[Asked] = field(default_factory=list)

    def stamped(
        self, query: str, variables: Mapping[str, object] | None = None, operation_name: str | None = None
    ) -> tuple[bytes, str]:
        return self._answer(query, variables, operation_name), "1 then digest"

    def _answer(self, query: str, variables: Mapping[str, object] | None, operation_name: str | None) -> bytes:
        self.asked.append((query, variables, operation_name))
        if errors := validate(SCHEMA, parse(query)):
            raise DocumentInvalid(errors)
        if query.startswith(("subscription", "mutation")):
            raise OperationUnresolved("not a query")
        if variables and "number" in variables:
            return b'{"revision":{"number":%d}}' % int(str(variables["number"]))
        if isinstance(self.answer_with, Exception):
            raise self.answer_with
        return self.answer_with


@dataclass
class Bell:
    """Stands in for the watcher: rings as often as a test wants, then says nothing more."""

    numbers: list[int] = field(default_factory=lambda: [3, 4])
    ends: bool = True
    listeners: int = 0

    async def changes(self) -> AsyncGenerator[int, None]:
        self.listeners += 1
        try:
            for number in self.numbers:
                yield number
            if not self.ends:
                await asyncio.Event().wait()
        finally:
            self.listeners -= 1


def endpoint(
    script: Script,
    bell: Bell | None = None,
    *,
    documents: Documents | None = None,
    origins: str = "*",
    stopping: asyncio.Event | None = None,
    body_limit: int = 1000,
) -> ASGIApp:
    """Make the endpoint, with request ids around it."""
    milling = Milling(script, threads=2)
    caching = Caching(milling.answer, Current(milling.stamp), 0, "test")
    streams = Streams(SCHEMA, milling, bell or Bell())  # type: ignore[arg-type]  # it rings as the watcher does
    made = GraphQL(
        caching,
        streams,
        documents or Documents(None),
        Origins(origins),
        stopping or asyncio.Event(),
        Bodies(100_000),
        body_limit,
    )
    return RequestIds(made)
