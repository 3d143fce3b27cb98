"""Worker threads: every job's result or error comes back to whoever awaits it, and the loop is never held up."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from api.endpoints.threads import Threads

pytestmark = pytest.mark.anyio


@pytest.fixture
def threads() -> Iterator[Threads]:
    """Three threads, ended with the test."""
    made = Threads(3, "test")
    yield made
    made.close()


async def test_results_come_back_to_who_asked(threads: Threads) -> None:
    assert await asyncio.gather(*(threads.run(pow, number, 2) for number in range(100))) == [n * n for n in range(100)]


async def test_work_is_done_in_other_threads_of_that_name_and_number(threads: Threads) -> None:
    together = threading.Barrier(3)

    def name() -> str:
        together.wait(5)
        return threading.current_thread().name

    assert {await each for each in [threads.run(name) for _ in range(3)]} == {"test_0", "test_1", "test_2"}


async def test_an_error_is_raised_where_it_is_awaited(threads: Threads) -> None:
    with pytest.raises(ZeroDivisionError):
        await threads.run(divmod, 1, 0)
    assert await threads.run(divmod, 7, 2) == (3, 1)


async def test_the_loop_goes_on_meanwhile(threads: Threads) -> None:
    go_on = threading.Event()
    waiting = threads.run(go_on.wait, 5)
    await asyncio.sleep(0)
    assert not waiting.done()
    go_on.set()
    assert await waiting


async def test_who_stopped_waiting_harms_nobody(threads: Threads) -> None:
    go_on = threading.Event()
    waiting = [threads.run(go_on.wait, 5), threads.run(divmod, 1, 0)]
    for each in waiting:
        each.cancel()
    go_on.set()
    assert await threads.run(abs, -1) == 1
    await asyncio.sleep(0.01)


async def test_closed_threads_finish_what_they_were_given_and_end(threads: Threads) -> None:
    waiting = [threads.run(pow, 2, number) for number in range(10)]
    threads.close()
    assert await asyncio.gather(*waiting) == [2**number for number in range(10)]
    for thread in threading.enumerate():
        if thread.name.startswith("test_"):
            thread.join(5)
            assert not thread.is_alive()


def test_a_loop_that_is_gone_stops_no_thread(threads: Threads) -> None:
    go_on = threading.Event()

    async def leave() -> None:
        _ = threads.run(go_on.wait, 5)
        await asyncio.sleep(0)

    asyncio.run(leave())
    go_on.set()

    async def again() -> int:
        return await threads.run(abs, -3)

    assert asyncio.run(again()) == 3
