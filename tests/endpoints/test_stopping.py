"""Being told of the stop: by the signals that stop a server, without taking them from it."""

import asyncio
import os
import signal
from types import FrameType

import pytest

from api.endpoints.stopping import SIGNALS, told_of

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("number", SIGNALS)
async def test_a_signal_is_heard_and_handled_as_before(number: signal.Signals) -> None:
    handled: list[int] = []

    def handle(received: int, _frame: FrameType | None) -> None:
        handled.append(received)

    original = signal.signal(number, handle)
    try:
        stopping = asyncio.Event()
        with told_of(stopping):
            os.kill(os.getpid(), number)
            await asyncio.wait_for(stopping.wait(), 1)
        assert handled == [number]
        assert signal.getsignal(number) is handle
    finally:
        signal.signal(number, original)


async def test_the_end_of_serving_is_a_stop() -> None:
    stopping = asyncio.Event()
    with told_of(stopping):
        assert not stopping.is_set()
    assert stopping.is_set()


async def test_a_handler_set_meanwhile_stays() -> None:
    original = signal.getsignal(signal.SIGINT)
    try:
        with told_of(asyncio.Event()):
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, original)


async def test_in_another_thread_there_are_no_signals_to_hear() -> None:
    before = signal.getsignal(signal.SIGTERM)

    async def enter() -> None:
        with told_of(asyncio.Event()):
            assert signal.getsignal(signal.SIGTERM) is before

    await asyncio.to_thread(asyncio.run, enter())
