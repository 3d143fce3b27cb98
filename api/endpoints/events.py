"""Server-sent events: results enter one by one, a stream of `next` events leaves, then `complete`.

The protocol is graphql-sse's with distinct connections: one request, one operation, one stream.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing, suppress

import orjson
from starlette.types import Receive, Send

from api.endpoints.refusals import known, wire
from api.endpoints.replying import GUARD, Headers, spelt

HEADERS: Headers = (
    *spelt(
        {
            "Content-Type": "text/event-stream; charset=utf-8",
            "Cache-Control": "no-cache",
            "Vary": "Accept",
            "X-Accel-Buffering": "no",  # nginx would hold events back
        }.items()
    ),
    *GUARD,
)
HEARTBEAT = 12.0
"""Seconds of silence after which a comment is sent: proxies take a quiet connection for a dead one."""

Results = Callable[[], AsyncGenerator[bytes, None]]


class Events:
    """Sends streams of events until they end, their client leaves, or the server stops."""

    def __init__(self, stopping: asyncio.Event, heartbeat: float = HEARTBEAT) -> None:
        self._stopping = stopping
        self._heartbeat = heartbeat

    async def send(self, results: Results, receive: Receive, send: Send) -> None:
        """Answer a request with results. A server that stops sends no `complete`, so that the client comes back."""
        await send({"type": "http.response.start", "status": 200, "headers": list(HEADERS)})
        await send(_body(b":\n\n"))
        telling = asyncio.create_task(self._tell(results, send))
        ends = [telling, asyncio.create_task(_hung_up(receive)), asyncio.create_task(self._stopping.wait())]
        try:
            while telling not in (done := (await asyncio.wait(ends, timeout=self._heartbeat, return_when=FIRST))[0]):
                if done:
                    break
                await send(_body(b":\n\n"))
        finally:
            await _cancelled(ends)
        await send({"type": "http.response.body", "body": b""})

    async def _tell(self, results: Results, send: Send) -> None:
        """Send every result; errors before the first are a result of their own."""
        try:
            async with aclosing(results()) as each:
                async for result in each:
                    await send(_event(result))
        except Exception as error:  # every error is told, expected or masked
            await send(_event(orjson.dumps({"errors": wire(known(error))})))
        await send(_body(b"event: complete\ndata:\n\n"))


FIRST = asyncio.FIRST_COMPLETED


def _event(result: bytes) -> dict[str, object]:
    return _body(b"event: next\ndata: %b\n\n" % result)


def _body(chunk: bytes) -> dict[str, object]:
    return {"type": "http.response.body", "body": chunk, "more_body": True}


async def _hung_up(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _cancelled(tasks: Sequence[asyncio.Task[object]]) -> None:
    for task in tasks:
        task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError, OSError):  # OSError: sending to a client that has gone
            await task
