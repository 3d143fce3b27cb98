"""Learns that the server was asked to stop, before it waits for the open streams, which never end by themselves."""

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)

Handler = Callable[[int, FrameType | None], object]


@contextmanager
def told_of(stopping: asyncio.Event) -> Iterator[None]:
    """Set the event when a signal arrives that stops the server, or at the end; whoever handled it still does."""
    with ExitStack() as listening:
        if threading.current_thread() is threading.main_thread():  # signals are heard nowhere else
            for each in SIGNALS:
                listening.enter_context(_overhearing(each, asyncio.get_running_loop(), stopping))
        try:
            yield
        finally:
            stopping.set()


@contextmanager
def _overhearing(which: signal.Signals, loop: asyncio.AbstractEventLoop, stopping: asyncio.Event) -> Iterator[None]:
    """Hear a signal beside its handler; without one nobody stops the server by it."""
    before = signal.getsignal(which)
    if not callable(before):
        yield
        return
    handle: Handler = before

    def heard(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(stopping.set)
        handle(number, frame)

    signal.signal(which, heard)
    try:
        yield
    finally:
        if signal.getsignal(which) is heard:
            signal.signal(which, handle)
