"""Notices that a reload was committed, in whichever process, and tells everyone who listens.

The revision's number is read every moment while somebody listens, and never otherwise. Each listener keeps only the
number it heard last, so a slow one costs no memory and misses nothing.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable

from api.endpoints.current import FRESH
from api.errors import APIError

log = logging.getLogger("parley")

INTERVAL = 0.4
"""Seconds between two looks: with the look itself and the answer, an event is told within a second."""


class Watcher:
    """Watches one dataset for a process; `read` gives the number of its current revision."""

    def __init__(self, read: Callable[[], Awaitable[int]], interval: float = INTERVAL) -> None:
        self._read = read
        self._interval = interval
        self._listeners = 0
        self._number = 0
        self._moved = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None

    async def changes(self) -> AsyncGenerator[int, None]:
        """Yield the number of every revision committed from now on, in order, until closed."""
        heard = await self._read()
        self._listen(heard)
        try:
            while True:
                moved = self._moved
                while heard < self._number:
                    heard += 1
                    yield heard
                heard = self._number  # lower: an older database was put back, and counting goes on from there
                if not moved.is_set():
                    await moved.wait()
        finally:
            self._leave()

    def _listen(self, number: int) -> None:
        self._listeners += 1
        if self._watching is None:
            self._number = number
            self._watching = asyncio.create_task(self._watch())
        elif number > self._number:
            self._tell(number)

    def _leave(self) -> None:
        self._listeners -= 1
        if self._listeners == 0 and self._watching is not None:
            self._watching.cancel()
            self._watching = None

    async def _watch(self) -> None:
        reachable = True
        while True:
            await asyncio.sleep(self._interval)
            try:
                number = await self._read()
            except Exception as error:  # whatever it is, those who listen are still there
                if reachable:
                    log.warning("cannot look for new revisions: %s", error, exc_info=not isinstance(error, APIError))
                reachable = False
                continue
            reachable = True
            if number != self._number:
                await asyncio.sleep(FRESH)  # after that no worker answers from an older revision any more
                self._tell(number)

    def _tell(self, number: int) -> None:
        self._number = number
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()
