"""Which revision of the dataset is current, as an event loop knows it: asked when it matters, and no more often.

Every answer tells the *stamp* of the revision it was read from, so most of the time nobody has to look.
"""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

FRESH = 0.1
"""Seconds for which a look is good: so long after a reload a worker may still give answers of the revision before."""
NOTHING_READ = ""
"""The stamp of an answer that read nothing stored: what a schema says of itself is the same in every revision."""


class Current:
    """The stamp of the current revision, at most `FRESH` seconds old; `read` looks it up."""

    def __init__(self, read: Callable[[], Awaitable[str]], clock: Callable[[], float] = monotonic) -> None:
        self._read = read
        self._looking: asyncio.Future[None] | None = None
        self._since = float("-inf")
        self.clock = clock
        self.latest = NOTHING_READ

    @property
    def fresh(self) -> bool:
        """Whether the last look is still good."""
        return self.clock() - self._since < FRESH

    async def stamp(self) -> str:
        """Return the stamp; raises what `read` raises. Those who come during a look wait for its end."""
        if not self.fresh:
            if self._looking is None:
                self._looking = asyncio.ensure_future(self._look())
            await asyncio.shield(self._looking)
        return self.latest

    async def _look(self) -> None:
        since = self.clock()
        try:
            self.met(await self._read(), since)
        finally:
            self._looking = None

    def met(self, stamp: str, since: float) -> None:
        """Note that this revision was the current one at some moment after `since`, by the clock."""
        if stamp != NOTHING_READ and since >= self._since:
            self.latest, self._since = stamp, since
