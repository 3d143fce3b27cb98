"""Reads a whole list through the mill: pages of one snapshot, each by one statement, so that memory stays bounded."""

from collections.abc import Mapping
from contextlib import ExitStack
from threading import Lock
from typing import Any

import orjson

from api.endpoints.mill import Answer, Mill
from api.endpoints.rest import answering
from api.endpoints.rest.answering import Read
from api.endpoints.rest.exporting.writing import Writer
from api.settings import Settings

PAGE = 250
"""Rows read at once: enough to cost little a row, and few enough not to hold others up for long."""
CONNECTIONS = 2
"""Exports that one worker writes at a time, each over a connection of its own."""
UNBOUNDED = 10**9


def bounds(settings: Settings) -> Settings:
    """Return the settings of a mill for exports: larger pages, whose cost is bounded by their size."""
    return settings.model_copy(update={"page_limit": PAGE, "cost_limit": UNBOUNDED, "pool_size": CONNECTIONS})


def whole(limit: object) -> int | None:
    """Return a limit as a number, None where there is none."""
    return limit if isinstance(limit, int) else None


class Export:
    """One export being written. `end` must be called, whatever happens; it waits for a stretch that is being read."""

    def __init__(self, mill: Mill, read: Read, writer: Writer) -> None:
        variables = dict(read.variables)
        self._mill = mill
        self._read = read
        self._writer = writer
        self._left = whole(variables.pop("first", None))
        self._variables = variables
        self._holding = ExitStack()
        self._busy = Lock()
        self._page: Mapping[str, Any] | None = None  # Any: JSON, as the database wrote it
        self._ask: Answer | None = None
        self._head = b""
        self.rows = 0
        self.revision = 0

    def begin(self) -> Mapping[str, Any]:
        """Read the first page and return what is said of the dataset beside it; raises an APIError."""
        with self._busy:
            self._ask = self._holding.enter_context(self._mill.snapshot())
            data = self._next(None)
        self._head = self._writer.head(data["meta"])
        self.revision = data["meta"]["revision"]["number"]
        return data

    def chunk(self) -> bytes | None:
        """Return the next stretch of the file; None after the last."""
        with self._busy:
            return None if self._page is None else self._chunk(self._page)

    def _chunk(self, page: Mapping[str, Any]) -> bytes:
        nodes, info = page["nodes"], page["pageInfo"]
        written = self._head + self._writer.rows(nodes)
        self._head = b""
        self.rows += len(nodes)
        if info["hasNextPage"] and self._left != 0:
            self._next(info["endCursor"])
        else:
            self._page = None
            written += self._writer.tail()
        return written

    def end(self) -> None:
        """Let the snapshot go."""
        with self._busy:
            self._page = None
            self._holding.close()

    def _next(self, cursor: str | None) -> Mapping[str, Any]:
        size = PAGE if self._left is None else min(PAGE, self._left)
        self._left = None if self._left is None else self._left - size
        variables = self._variables | {"first": size} | ({"after": cursor} if cursor else {})
        if self._ask is None:
            raise RuntimeError("an export begins before it goes on")
        data: dict[str, Any] = orjson.loads(self._ask(self._read.asked.query or "", variables))
        self._page = answering.held(self._read, data)
        return data
