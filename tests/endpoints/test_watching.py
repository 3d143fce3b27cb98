"""The watcher: every revision is told once to everyone, nobody waits a second, and nobody listening costs nothing."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from api.endpoints.watching import Watcher
from api.errors import DatabaseUnavailable

pytestmark = pytest.mark.anyio

MOMENT = 0.01


class Database:
    """A revision's number that a test moves; it counts how often it was asked, and may be out of reach."""

    def __init__(self) -> None:
        self.number = 7
        self.asked = 0
        self.fault: Exception | None = None

    async def read(self) -> int:
        self.asked += 1
        if self.fault:
            raise self.fault
        return self.number


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
def watcher(database: Database) -> Watcher:
    return Watcher(database.read, interval=MOMENT)


async def listening(watcher: Watcher) -> tuple[AsyncGenerator[int, None], "asyncio.Task[int]"]:
    numbers = watcher.changes()
    first = asyncio.ensure_future(anext(numbers))
    await asyncio.sleep(MOMENT / 2)
    return numbers, first


async def test_each_listener_hears_every_revision_in_order(watcher: Watcher, database: Database) -> None:
    (one, first), (other, second) = await listening(watcher), await listening(watcher)
    database.number = 9
    assert await asyncio.wait_for(first, 1) == await asyncio.wait_for(second, 1) == 8
    assert await anext(one) == await anext(other) == 9
    await one.aclose()
    await other.aclose()


async def test_a_slow_listener_misses_nothing(watcher: Watcher, database: Database) -> None:
    numbers, first = await listening(watcher)
    for _ in range(3):
        database.number += 1
        await asyncio.sleep(3 * MOMENT)
    assert [await first, await anext(numbers), await anext(numbers)] == [8, 9, 10]
    await numbers.aclose()


async def test_nothing_is_read_while_nobody_listens(watcher: Watcher, database: Database) -> None:
    numbers, first = await listening(watcher)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    await numbers.aclose()
    asked = database.asked
    await asyncio.sleep(5 * MOMENT)
    assert database.asked == asked


async def test_whoever_comes_later_hears_only_what_comes_later(watcher: Watcher, database: Database) -> None:
    early, first = await listening(watcher)
    database.number = 8
    assert await first == 8
    late, second = await listening(watcher)
    database.number = 9
    assert await asyncio.wait_for(second, 1) == 9
    assert await anext(early) == 9
    await early.aclose()
    await late.aclose()


async def test_a_newcomer_who_knows_more_tells_the_others(watcher: Watcher, database: Database) -> None:
    watcher._interval = 3600
    early, first = await listening(watcher)
    await asyncio.sleep(0)
    database.number = 8
    late, second = await listening(watcher)
    assert await asyncio.wait_for(first, 1) == 8
    second.cancel()
    await early.aclose()
    with pytest.raises(asyncio.CancelledError):
        await second
    await late.aclose()


async def test_an_older_database_is_no_news_and_counting_goes_on(watcher: Watcher, database: Database) -> None:
    numbers, first = await listening(watcher)
    database.number = 3
    await asyncio.sleep(3 * MOMENT)
    database.number = 4
    assert await asyncio.wait_for(first, 1) == 4
    await numbers.aclose()


@pytest.mark.parametrize("fault", [DatabaseUnavailable("gone"), RuntimeError("odd")])
async def test_a_database_out_of_reach_is_told_once_and_watched_on(
    watcher: Watcher, database: Database, caplog: pytest.LogCaptureFixture, fault: Exception
) -> None:
    numbers, first = await listening(watcher)
    with caplog.at_level(logging.WARNING):
        database.fault = fault
        await asyncio.sleep(5 * MOMENT)
        database.fault, database.number = None, 8
        assert await asyncio.wait_for(first, 1) == 8
    assert len(caplog.records) == 1
    await numbers.aclose()


async def test_a_listener_who_cannot_begin_is_told_why(watcher: Watcher, database: Database) -> None:
    database.fault = DatabaseUnavailable("gone")
    with pytest.raises(DatabaseUnavailable):
        async with aclosing(watcher.changes()) as numbers:
            await anext(numbers)
