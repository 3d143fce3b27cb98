"""Faults at system calls: strace lets the n-th write, sync, truncate or unlink of a reload fail, or kills it there."""

import re
import shutil
import sqlite3
import subprocess
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from faults.material import write_edition
from faults.points import CALLS, FAULTS, Point
from faults.states import faults_in, loaded, state
from faults.warming import Running, Starter

SECONDS = 60


class Result(NamedTuple):
    """How a reload ended at a point: its exit code, whether the new dataset is visible, and what it said."""

    point: Point
    code: int
    is_new: bool
    said: str


@dataclass(frozen=True, slots=True)
class Laboratory:
    """A folder with an SQLite file that holds edition A, edition B to load over it, and the hash of both states.

    While it is `held`, a reader has each file open, as a server has: SQLite then leaves its log beside the file.
    """

    folder: Path
    database: Path
    seeds: Path
    old: str
    new: str
    starter: Starter
    held: bool = False

    def copy(self) -> Path:
        """Give a fresh copy of the database in a folder of its own."""
        place = self.folder / "run"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        return Path(shutil.copy(self.database, place / "parley.db"))

    def reload(self, database: Path, *options: str) -> tuple[int, str]:
        """Run the reload that is harmed; return how it ended and what it said."""
        words = ("seed", "reload", str(self.seeds), "--quiet")
        with closing(sqlite3.connect(database)) as reader:
            if self.held:
                reader.execute("SELECT count(*) FROM posts").fetchone()
            running = self.starter.start(database.parent, address(database), *words)
            return traced(running, database.with_name("calls"), *options), running.said


def address(database: Path) -> str:
    """The address of an SQLite file."""
    return f"sqlite:///{database}"


def laboratory(folder: Path, empty: Path, posts: int, starter: Starter, *, held: bool = False) -> Laboratory:
    """Make one: `empty` is a migrated SQLite file."""
    first, second = (write_edition(folder / letter, letter, posts) for letter in "AB")
    database = Path(shutil.copy(empty, folder / "edition-a.db"))
    loaded(address(database), first)
    after = Path(shutil.copy(database, folder / "edition-b.db"))
    loaded(address(after), second)
    return Laboratory(folder, database, second, state(address(database)), state(address(after)), starter, held)


def points(laboratory: Laboratory) -> list[Point]:
    """List every point of an undisturbed reload: each call with each fault."""
    database = laboratory.copy()
    code, said = laboratory.reload(database)
    assert code == 0, said
    called: Counter[str] = Counter()
    for line in database.with_name("calls").read_text(encoding="utf-8", errors="replace").splitlines():
        if name := re.match(r"(?:\d+ +)?(\w+)\(", line):
            called[name[1]] += 1
    return [Point(call, number, fault) for call in called for number in range(1, called[call] + 1) for fault in FAULTS]


def harmed(laboratory: Laboratory, point: Point) -> Result:
    """Let a reload meet a fault; fail unless one of both datasets is left whole and the next reload just works."""
    database = laboratory.copy()
    url = address(database)
    code, said = laboratory.reload(database, "-e", f"inject={point.call}:{FAULTS[point.fault].format(point.number)}")
    found, damage = state(url), faults_in(database)
    is_new = found == laboratory.new
    told = f"{point}: exit {code}, {'new' if is_new else 'old' if found == laboratory.old else 'NEITHER'}\n{said}"
    assert not damage, f"{told}{damage}"
    assert found in (laboratory.old, laboratory.new), told
    assert code < 0 or (code == 0) is is_new, told
    wrote = loaded(url, laboratory.seeds)
    assert wrote is not is_new, f"{told}the next reload {'wrote' if wrote else 'found nothing to do'}"
    assert state(url) == laboratory.new, told
    assert not faults_in(database), told
    return Result(point, code, is_new, said)


def traced(running: Running, log: Path, *options: str) -> int:
    """Let a command go under strace and return how it ended."""
    command = ["strace", "-f", "-p", str(running.pid), "-o", str(log), "-e", f"trace={','.join(CALLS)}"]
    with subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr
        refused = unattached(tracer.stderr)
        running.go()
        code = running.wait()
        tracer.wait(SECONDS)
    if refused:
        raise PermissionError(refused)
    return code


def unattached(said: IO[str]) -> str | None:
    """Wait until the tracer holds the process; return what it says when it may not."""
    for line in said:
        if "attached" in line:
            return None
        return line.strip()
    return "strace ended before it began"
