"""Faults at system calls: strace lets the n-th write, sync, truncate or unlink of a reload fail, or kills it there."""

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from faults.material import write_edition
from faults.states import faults_in, loaded, state
from faults.warming import Running, Starter

CALLS = (
    *("pwrite64", "write", "pwritev", "writev", "fsync", "fdatasync", "sync_file_range"),
    *("ftruncate", "truncate", "fallocate", "unlink", "unlinkat", "rename", "renameat", "renameat2"),
)
FAULTS = {
    "SIGKILL": "signal=SIGKILL:when={}",
    "ENOSPC": "error=ENOSPC:when={}",
    "EIO": "error=EIO:when={}",
    "ENOSPC for good": "error=ENOSPC:when={}+",
    "EIO for good": "error=EIO:when={}+",
}
SECONDS = 60
RARE = 10
"""A reload makes at least so many calls of a name that is not rare."""


class Point(NamedTuple):
    """A system call of a reload, the n-th of its name, and what happens there."""

    call: str
    number: int
    fault: str

    def __str__(self) -> str:
        return f"{self.fault} at {self.call} {self.number}"


class Result(NamedTuple):
    """How a reload ended at a point: its exit code, whether the new dataset is visible, and what it said."""

    point: Point
    code: int
    is_new: bool
    said: str


@dataclass(frozen=True, slots=True)
class Laboratory:
    """A folder with an SQLite file that holds edition A, edition B to load over it, and the hash of both states."""

    folder: Path
    database: Path
    seeds: Path
    old: str
    new: str
    starter: Starter

    def copy(self) -> Path:
        """Give a fresh copy of the database in a folder of its own."""
        place = self.folder / "run"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        return Path(shutil.copy(self.database, place / "parley.db"))

    def start(self, database: Path) -> Running:
        """Start the reload that is harmed; it waits for `go`."""
        return self.starter.start(database.parent, address(database), "seed", "reload", str(self.seeds), "--quiet")


def address(database: Path) -> str:
    """The address of an SQLite file."""
    return f"sqlite:///{database}"


def laboratory(folder: Path, empty: Path, posts: int, starter: Starter) -> Laboratory:
    """Make one: `empty` is a migrated SQLite file."""
    first, second = (write_edition(folder / letter, letter, posts) for letter in "AB")
    database = Path(shutil.copy(empty, folder / "edition-a.db"))
    loaded(address(database), first)
    after = Path(shutil.copy(database, folder / "edition-b.db"))
    loaded(address(after), second)
    return Laboratory(folder, database, second, state(address(database)), state(address(after)), starter)


def points(laboratory: Laboratory) -> list[Point]:
    """List every point of an undisturbed reload: each call with each fault."""
    database = laboratory.copy()
    log = database.with_name("calls")
    assert traced(laboratory.start(database), log) == 0
    called: Counter[str] = Counter()
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if name := re.match(r"(?:\d+ +)?(\w+)\(", line):
            called[name[1]] += 1
    return [Point(call, number, fault) for call in called for number in range(1, called[call] + 1) for fault in FAULTS]


def chosen(every: list[Point], count: int) -> list[Point]:
    """Choose so many points: half of them at the rare calls, and all kinds of faults by turns along the reload."""
    if count >= len(every):
        return every
    spots = list(dict.fromkeys((point.call, point.number) for point in every))
    often = Counter(call for call, _ in spots)
    rare = [spot for spot in spots if often[spot[0]] <= RARE]
    frequent = [spot for spot in spots if often[spot[0]] > RARE]
    found = [*along(rare, min(count // 2, len(rare) * len(FAULTS)))]
    return found + along(frequent, count - len(found))


def along(spots: list[tuple[str, int]], count: int) -> list[Point]:
    """Spread so many points over these calls, the next kind of fault at each."""
    faults = list(FAULTS)
    places = (spots[n * len(spots) // count] for n in range(count))
    return [Point(call, number, faults[n % len(faults)]) for n, (call, number) in enumerate(places)]


def harmed(laboratory: Laboratory, point: Point) -> Result:
    """Let a reload meet a fault; fail unless one of both datasets is left whole and the next reload just works."""
    database = laboratory.copy()
    url = address(database)
    running = laboratory.start(database)
    inject = f"inject={point.call}:{FAULTS[point.fault].format(point.number)}"
    code = traced(running, database.with_name("calls"), "-e", inject)
    found, damage = state(url), faults_in(database)
    is_new = found == laboratory.new
    told = (
        f"{point}: exit {code}, {'new' if is_new else 'old' if found == laboratory.old else 'NEITHER'}\n{running.said}"
    )
    assert not damage, f"{told}{damage}"
    assert found in (laboratory.old, laboratory.new), told
    assert code < 0 or (code == 0) is is_new, told
    wrote = loaded(url, laboratory.seeds)
    assert wrote is not is_new, f"{told}the next reload {'wrote' if wrote else 'found nothing to do'}"
    assert state(url) == laboratory.new, told
    assert not faults_in(database), told
    return Result(point, code, is_new, running.said)


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
