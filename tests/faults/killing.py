"""Kills at any moment: a reload and all its processes get a signal after a random while, on either database."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import text

from api.database import opened
from api.errors import ReloadBusy
from api.settings import Settings
from faults.states import loaded, state
from faults.warming import Starter

PATIENCE = 10.0
"""Seconds that a server may take to notice that its client is dead."""


class Kill(NamedTuple):
    """A reload and its end: when it was killed, its exit code, what is visible, how long the next one took; seconds."""

    after: float
    code: int
    is_new: bool
    held: float


@dataclass(frozen=True, slots=True)
class Slaughterhouse:
    """A database and two editions; each reload goes from the one it holds to the other."""

    folder: Path
    url: str
    editions: tuple[Path, Path]
    starter: Starter
    damage: Callable[[], list[str]]
    weapon: signal.Signals = signal.SIGKILL

    def kills(self, count: int, seed: int) -> Iterator[Kill]:
        """Kill so many reloads at random moments of their run; fail unless each left one dataset or the other."""
        chance = random.Random(seed)  # noqa: S311 (moments, not secrets)
        loaded(self.url, self.editions[0])
        duration, old = self.timed(self.editions[1]), state(self.url)
        for number in range(count):
            killed, old = self.kill(self.editions[number % 2], chance.uniform(0, duration * 1.2), old)
            yield killed

    def timed(self, edition: Path) -> float:
        """Measure an undisturbed reload."""
        running = self.starter.start(self.folder, self.url, "seed", "reload", str(edition), "--quiet")
        began = time.perf_counter()
        running.go()
        assert running.wait() == 0, running.said
        return time.perf_counter() - began

    def kill(self, edition: Path, after: float, old: str) -> tuple[Kill, str]:
        """Kill one reload, look, and complete it; `old` is the state before, the one after is returned."""
        running = self.starter.start(self.folder, self.url, "seed", "reload", str(edition), "--quiet")
        running.go()
        time.sleep(after)
        with suppress(ProcessLookupError):
            os.killpg(running.pid, self.weapon)
        code = running.wait()
        died = time.perf_counter()
        settle(self.url)
        found = state(self.url)
        told = f"killed after {after:.3f} s, exit {code}\n{running.said}"
        assert not (damage := self.damage()), f"{told}{damage}"
        if self.weapon is not signal.SIGKILL or code >= 0:  # whoever could still say something said the truth
            assert (code == 0) is (found != old), told
        wrote = patiently(self.url, edition)
        held = time.perf_counter() - died
        assert wrote is (found == old), f"{told}what was visible was neither edition, or not all of one"
        new = state(self.url) if wrote else found
        assert found in (old, new), f"{told}a mixture was visible"
        return Kill(after, code, found == new, held), new


def settle(url: str) -> None:
    """Wait until a server has noticed that its client is gone: a commit it was told of may still be on its way."""
    until = time.monotonic() + PATIENCE
    with opened(url, Settings()) as engine:
        if engine.dialect.name == "sqlite":
            return
        others = text(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        with engine.connect() as connection:
            while connection.scalar(others):
                assert time.monotonic() < until, "the server keeps the dead client's session"
                time.sleep(0.01)


def patiently(url: str, seeds: Path) -> bool:
    """Reload, waiting only for the lock of a dead client; tell whether anything was written."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return loaded(url, seeds)
        except ReloadBusy:
            assert time.monotonic() < until, "the lock outlives the process that held it"
            time.sleep(0.02)
