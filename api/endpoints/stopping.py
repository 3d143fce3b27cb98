"""Learns that the server was asked to stop before it waits for open streams to end: they would never end by themselves."""

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)

Handler = Callable[[int, FrameType | None], object]


@contextmanager
def told_of(stopping: asyncio.Event) -> Iterator[None]:
    """Set the event when one of the signals arrives that stop a server; whoever handled it before still does."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are heard in the main thread only
        return
    loop = asyncio.get_running_loop()
    ours: dict[signal.Signals, tuple[Handler, object]] = {}
    for each in SIGNALS:
        before = signal.getsignal(each)

        def heard(number: int, frame: FrameType | None, before: object = before) -> None:
            loop.call_soon_threadsafe(stopping.set)
            if callable(before):
                before(number, frame)

        if callable(before):  # else nobody stops the server by this signal
            signal.signal(each, heard)
            ours[each] = heard, before
    try:
        yield
    finally:
        stopping.set()
        for each, (handler, before) in ours.items():
            if signal.getsignal(each) is handler:
                signal.signal(each, before)  # type: ignore[arg-type]  # it is what getsignal gave
