"""Two reloads at once: one goes on, the other is told at once who is in its way."""

import os
import time
from pathlib import Path

from sqlalchemy import Engine

from faults.material import write_edition
from faults.warming import Running, Starter
from seeds.loading.dialects import locked
from seeds.loading.reloading import reload

SECOND = 1.0
TRIES = 3
"""The machine may be busy with other things: the best of these counts."""


def test_a_second_reload_ends_with_75_within_a_second_and_names_the_first(
    engine: Engine, database_url: str, tmp_path: Path, starter: Starter
) -> None:
    edition = write_edition(tmp_path / "A", "A", 30)
    with locked(engine):
        took = min(refused(starter.start(tmp_path, database_url, "seed", "reload", str(edition))) for _ in range(TRIES))
    assert took < SECOND


def refused(second: Running) -> float:
    """Let it go while this process holds the lock; return in how many seconds it was told so."""
    began = time.monotonic()
    second.go()
    code = second.wait()
    took = time.monotonic() - began
    assert code == 75
    assert f"process {os.getpid()}" in second.said
    assert "another reload is running" in second.said
    return took


def test_the_first_reload_is_not_disturbed_by_the_second(
    engine: Engine, database_url: str, tmp_path: Path, starter: Starter
) -> None:
    edition = write_edition(tmp_path / "A", "A", 30)
    seconds: list[Running] = []

    def meanwhile(phase: str, *_: int) -> None:
        if phase == "write" and not seconds:
            seconds.append(starter.start(tmp_path, database_url, "seed", "reload", str(edition)))
            seconds[0].go()
            assert seconds[0].wait() == 75

    assert reload(engine, edition, progress=meanwhile).wrote
    assert seconds
    assert not reload(engine, edition).wrote
