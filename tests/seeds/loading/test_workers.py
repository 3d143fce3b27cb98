"""Worker processes: the same results in the same order, and none that outlives its parent."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from api.errors import SeedError
from seeds.generating import generate
from seeds.loading.reloading import reload
from seeds.loading.workers import workers

ORPHANED = """
import os, time
from seeds.loading.workers import workers

if __name__ == "__main__":
    with workers(1) as running:
        print(next(running.map(abs, [-os.getpid()])), flush=True)
        for child in os.listdir("/proc/self/task"):
            print(open(f"/proc/self/task/{child}/children").read(), flush=True)
        os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("count", [0, 1, 2])
def test_results_come_in_the_order_of_their_items(count: int) -> None:
    with workers(count) as running:
        assert list(running.map(abs, range(-20, 0))) == list(range(20, 0, -1))


def test_workers_step_back_for_whoever_is_waited_for() -> None:
    with workers(1) as running:
        assert next(running.map(os.nice, [0])) == os.nice(0) + 10


def test_no_more_items_are_taken_than_workers_can_soon_use() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    with workers(1) as running:
        next(running.map(abs, items()))
        assert len(taken) < 10


def test_no_more_bytes_are_taken_than_memory_can_hold() -> None:
    sizes = [20, 20, 1, 50, 1]
    taken: list[int] = []

    def items() -> Iterator[int]:
        for size in sizes:
            taken.append(size)
            yield size

    with workers(8) as running:
        found = running.map(abs, items(), size=lambda size: size * 1024 * 1024)
        assert next(found) == 20
        assert taken == [20, 20]
        assert list(found) == [20, 1, 50, 1]


def test_a_worker_that_dies_is_an_error_of_ours() -> None:
    with workers(1) as running, pytest.raises(SeedError, match="a worker process died"):
        list(running.map(os._exit, [1]))


@pytest.mark.skipif(sys.platform != "linux", reason="children are listed in /proc")
def test_no_worker_outlives_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "orphaned.py"
    script.write_text(ORPHANED, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, env=environment)
    children = [int(number) for line in ended.stdout.splitlines()[1:] for number in line.split()]
    assert children
    until = time.monotonic() + 10
    while any(Path(f"/proc/{child}/cmdline").exists() and alive(child) for child in children):
        assert time.monotonic() < until, "a worker is still there"
        time.sleep(0.05)


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_reload_in_several_processes_makes_the_same_dataset(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(60, tmp_path / "seeds")
    alone = reload(engine, tmp_path / "seeds", dry_run=True)
    for module in ("waves", "staged"):
        monkeypatch.setattr(f"seeds.loading.{module}._WORTH_PROCESSES", 0)
    together = reload(engine, tmp_path / "seeds")
    assert together.digest == alone.digest
    assert together.counts["Post"] == 60
