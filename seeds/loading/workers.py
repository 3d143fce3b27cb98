"""Other processes for the work that needs no database: a function and its arguments enter, results leave in order.

Workers are spawned, so they share nothing with this process, and they end with it, however it ends.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import Final, TypeVar

from api.errors import SeedError

A = TypeVar("A")
R = TypeVar("R")
_AHEAD: Final = 2
"""How many tasks wait for each worker: enough to keep it busy, few enough to keep memory bounded."""
_BYTES_AHEAD: Final = 32 * 1024 * 1024
"""How much the tasks that wait may be together, where they have a size."""
_YIELDING: Final = 10
"""How far workers step back: a server answers at its own pace beside them, and a command starts at its own."""
_MOST: Final = 8
"""More workers would only wait: the one process that takes their results is busy with those of some six."""


def processors() -> int:
    """How many workers are of use: as many as this process may use processors, within reason."""
    found = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(found, _MOST)


def _none(_: object) -> int:
    return 0


class Workers:
    """Some processes; none (0) means that all is done here."""

    def __init__(self, pool: ProcessPoolExecutor | None, count: int) -> None:
        self._pool = pool
        self._count = count

    def map(self, function: Callable[[A], R], items: Iterable[A], *, size: Callable[[A], int] = _none) -> Iterator[R]:
        """Yield the results in order, taking no more items than the workers can soon use and memory can hold.

        `size` says in bytes how much an item is; one that is larger than all that may wait is still taken.
        """
        if self._pool is None:
            yield from map(function, items)
            return
        waiting: deque[tuple[Future[R], int]] = deque()
        ahead = 0
        try:
            for item in items:
                while waiting and (len(waiting) > _AHEAD * self._count or ahead + size(item) > _BYTES_AHEAD):
                    first, freed = waiting.popleft()
                    ahead -= freed
                    yield first.result()
                waiting.append((self._pool.submit(function, item), size(item)))
                ahead += size(item)
            while waiting:
                yield waiting.popleft()[0].result()
        except BrokenProcessPool as broken:
            raise SeedError("a worker process died, perhaps for want of memory; nothing was written") from broken


def _nothing() -> None:
    """Prepare nothing."""


@contextmanager
def workers(count: int, prepare: Callable[[], None] = _nothing) -> Iterator[Workers]:
    """Start worker processes, each of which calls `prepare` first (it is pickled); 0 calls it here and starts none."""
    if count == 0:
        prepare()
        yield Workers(None, 0)
        return
    pool = ProcessPoolExecutor(count, get_context("spawn"), _begin, (prepare,))
    try:
        yield Workers(pool, count)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(prepare: Callable[[], None]) -> None:
    """Leave Ctrl-C to the parent, and the processors to whoever is waited for; end when the parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_YIELDING)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
