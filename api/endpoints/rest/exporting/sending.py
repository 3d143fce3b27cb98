"""Sends exports: a request enters, a file leaves stretch by stretch, as fast as its reader takes it."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TypeVar

from starlette.types import Receive, Scope, Send

from api.endpoints.mill import Mill
from api.endpoints.replying import spelt
from api.endpoints.rest.answering import Answers, marked, understood
from api.endpoints.rest.exporting.choosing import FRAME, exported, writer
from api.endpoints.rest.exporting.reading import CONNECTIONS, Export
from api.endpoints.rest.formats import MEDIA_TYPES
from api.endpoints.rest.routing import Found
from api.errors import DatabaseUnavailable

Result = TypeVar("Result")

PATIENCE = 5.0
"""Seconds that an export waits for others to end."""
STALLED = 60.0
"""Seconds that a reader may take for one stretch; a snapshot is not held for those who do not read."""


class Exports:
    """Writes a few exports at a time, over connections and in threads of its own: other requests go on meanwhile."""

    def __init__(self, mill: Mill, answers: Answers) -> None:
        self._mill = mill
        self._answers = answers
        self._places = asyncio.Semaphore(CONNECTIONS)
        self._executor = ThreadPoolExecutor(CONNECTIONS, thread_name_prefix="export")

    async def answer(self, found: Found, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a whole list."""
        read = understood(found, exported(found.operation, found.format), scope["query_string"], FRAME)
        if await self._answers.is_unchanged(read.sown, scope, send):
            return
        async with self._place():
            export = Export(self._mill, read, writer(read, found.format))
            try:
                data = await self._run(export.begin)
                headers = marked(data, read.sown) | described(found, data["meta"]["revision"]["number"])
                start = {"type": "http.response.start", "status": 200, "headers": list(spelt(headers.items()))}
                await send(start)
                if scope["method"] != "HEAD":
                    await self._stream(export, receive, send)
                await send({"type": "http.response.body", "body": b""})
            finally:
                await asyncio.shield(self._run(export.end))

    async def _stream(self, export: Export, receive: Receive, send: Send) -> None:
        """Send everything; a reader who leaves or does not read ends it, by an exception."""
        leaving = asyncio.create_task(left(receive))
        try:
            while not leaving.done() and (chunk := await self._run(export.chunk)) is not None:
                async with asyncio.timeout(STALLED):
                    await send({"type": "http.response.body", "body": chunk, "more_body": True})
        finally:
            leaving.cancel()

    @asynccontextmanager
    async def _place(self) -> AsyncGenerator[None, None]:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._places.acquire()
        except TimeoutError:
            raise DatabaseUnavailable("as many exports are being written as there may be; try again later") from None
        try:
            yield
        finally:
            self._places.release()

    async def _run(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)

    def close(self) -> None:
        """Let the threads end when their work is done."""
        self._executor.shutdown(wait=False)


def described(found: Found, revision: int) -> dict[str, str]:
    """Return the headers that name a file: what it holds, and of which revision."""
    stem = "-".join(part for part in found.operation.path.replace("{", "").replace("}", "").split("/") if part)
    name = f"{stem}-r{revision}.{found.format}"
    return {"Content-Type": MEDIA_TYPES[found.format], "Content-Disposition": f'attachment; filename="{name}"'}


async def left(receive: Receive) -> None:
    """Wait until the client leaves."""
    while (await receive())["type"] != "http.disconnect":
        pass
