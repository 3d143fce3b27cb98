"""Two reloads at once: one goes on, the other is told at once who is in its way."""

import os
from pathlib import Path

from sqlalchemy import Engine

from faults.material import write_edition
from faults.warming import Running, Starter
from seeds.loading.locking import locked
from seeds.loading.reloading import reload

ENOUGH = 900
"""Milliseconds of a processor, loading apart, which the starter has done for both. On the wall, loading the driver of
PostgreSQL included, it takes about half a second; but that would depend on what else the machine has to do."""


def test_a_second_reload_ends_at_once_with_75_and_names_the_first(
    engine: Engine, database_url: str, tmp_path: Path, starter: Starter
) -> None:
    second = starter.start(tmp_path, database_url, "seed", "reload", str(write_edition(tmp_path / "A", "A", 30)))
    with locked(engine):
        second.go()
        ended = second.ended()
    assert ended["code"] == 75
    assert f"process {os.getpid()}" in second.said
    assert "another reload is running" in second.said
    assert ended["milliseconds"] < ENOUGH


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
