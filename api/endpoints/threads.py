"""Worker threads for an event loop: a function and its arguments go in, an awaitable of its result comes out.

An executor's future is made to be waited for by threads, with a lock and a condition each; nobody does so here. Without
them the hand-over there and back takes 2 to 6 microseconds of CPU instead of 12 to 16.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any, NamedTuple, TypeVar

Result = TypeVar("Result")


class Job(NamedTuple):
    """Work, and who waits for it in which loop."""

    loop: asyncio.AbstractEventLoop
    waiting: "asyncio.Future[Any]"  # Any: each job has a result of its own
    work: Callable[..., Any]
    arguments: tuple[Any, ...]


class Threads:
    """So many threads, started when first needed. Work that nobody waits for any more is done all the same."""

    def __init__(self, count: int, name: str) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._count = count
        self._name = name
        self._started = False

    def run(self, work: Callable[..., Result], *arguments: object) -> "asyncio.Future[Result]":
        """Have a thread do it; to be called from a running event loop. What the work raises, awaiting raises."""
        if not self._started:
            self._start()
        loop = asyncio.get_running_loop()
        waiting: asyncio.Future[Result] = loop.create_future()
        self._jobs.put(Job(loop, waiting, work, arguments))
        return waiting

    def close(self) -> None:
        """Let the threads end when what they were given is done."""
        for _ in range(self._count if self._started else 0):
            self._jobs.put(None)
        self._started = False

    def _start(self) -> None:
        self._started = True
        for number in range(self._count):
            Thread(target=work_off, args=(self._jobs,), name=f"{self._name}_{number}", daemon=True).start()


def work_off(jobs: "SimpleQueue[Job | None]") -> None:
    """Do what comes, one job after the other, until told that nothing more will."""
    while (job := jobs.get()) is not None:
        do(job)
        del job  # while waiting for the next one, keep nothing of this one


def do(job: Job) -> None:
    """Do one job and tell what came of it."""
    try:
        result = job.work(*job.arguments)
    except BaseException as error:  # whatever it is, somebody waits for it
        tell(job, _failed, error)
    else:
        tell(job, _done, result)


def tell(job: Job, how: Callable[[Any, Any], None], what: object) -> None:  # Any: a future and what goes into it
    """Tell the loop; one that is closed has nobody left to tell."""
    with suppress(RuntimeError):
        job.loop.call_soon_threadsafe(how, job.waiting, what)


def _done(waiting: "asyncio.Future[Result]", result: Result) -> None:
    if not waiting.done():
        waiting.set_result(result)


def _failed(waiting: "asyncio.Future[Any]", error: BaseException) -> None:  # Any: no result will come
    if not waiting.done():
        waiting.set_exception(error)
