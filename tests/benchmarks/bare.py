"""The least that can answer: an ASGI application of one function over hand-written SQL, and one over ready bytes.

The server, the driver and the hand-over to a worker thread are those of Parley; nothing else is there. Texts leave as
the bytes that the database has, as Parley's do.
"""

import sqlite3
from collections.abc import Callable, Mapping
from threading import local
from typing import Any

import orjson
import psycopg
from starlette.types import Receive, Scope, Send

from api.database import holding
from api.endpoints.threads import Threads
from benchmarks.handwritten import STATEMENTS

THREADS = 4
Connect = Callable[[], Any]  # Any: sqlite3's connection or psycopg's cursor, which execute alike


def connector(url: str) -> tuple[str, Connect]:
    """Return the kind of a database and the function that connects to it."""
    if url.startswith("sqlite:///"):
        path = url.removeprefix("sqlite:///")
        return "sqlite", lambda: _sqlite(path)
    address = url.replace("postgresql+psycopg:", "postgresql:")
    return "postgresql", lambda: _postgresql(address)


def _sqlite(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{path}?mode=rw", uri=True, isolation_level=None, cached_statements=256)
    for pragma in ("query_only = ON", "mmap_size = 2147418112", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    connection.text_factory = bytes
    return connection


def _postgresql(address: str) -> Any:  # Any: as above
    return holding.cursor(psycopg.connect(address, autocommit=True, options="-c jit=off"))


class Bare:
    """Answers `POST /<operation>` with variables as a JSON body."""

    def __init__(self, url: str) -> None:
        kind, self._connect = connector(url)
        self._statements = STATEMENTS[kind]
        self._threads = Threads(THREADS, "bare")
        self._own = local()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        message = await receive()
        if scope["type"] == "lifespan":
            await send({"type": f"{message['type']}.complete"})
            return
        given = orjson.loads(message["body"])
        data = await self._threads.run(self._answer, scope["path"][1:], given)
        await respond(send, b'{"data":%b}' % data)

    def _answer(self, name: str, given: dict[str, Any]) -> bytes:
        connection = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = self._connect()
        data: bytes = connection.execute(self._statements[name], values(given)).fetchone()[0]
        return data


def values(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Name the values of a place in the timeline."""
    return dict(zip(("newest", "reading", "id"), given["after"], strict=True)) if "after" in given else given


class Static:
    """Answers `POST /<size>/<number>` with so many bytes that were there before, other ones for each number."""

    def __init__(self) -> None:
        self._bodies: dict[str, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        message = await receive()
        if scope["type"] == "lifespan":
            await send({"type": f"{message['type']}.complete"})
            return
        path = scope["path"]
        body = self._bodies.get(path)
        if body is None:
            body = self._bodies[path] = b"x" * int(path.split("/")[1])
        await respond(send, body)


async def respond(send: Send, body: bytes) -> None:
    """Send a whole answer."""
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
