"""What processes cost by the kernel's own books: their CPU time in nanoseconds, their memory in bytes."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

TICK = 1_000_000_000 // os.sysconf("SC_CLK_TCK")
KILOBYTE = 1024
SIZES = ("VmHWM", "RssAnon")


def cpu_time(processes: Iterable[int]) -> int:
    """Return the CPU time that processes have had so far, user and system, all threads."""
    return sum(map(_of_process, processes))


def _of_process(number: int) -> int:
    """The scheduler's own count, to the nanosecond; where the kernel keeps none, the clock ticks of `stat`."""
    try:
        tasks = list(Path(f"/proc/{number}/task").iterdir())
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks)
    except FileNotFoundError:
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * TICK


class Memory(NamedTuple):
    """Bytes of a process: the most it ever had resident, pages of mapped files among them, and what is its own now."""

    peak: int
    own: int


def memory(number: int) -> Memory:
    """Return what a process holds. A mapped database counts once a connection as resident, and is nobody's own."""
    lines = Path(f"/proc/{number}/status").read_text().splitlines()
    found = {
        name: int(rest.split()[0]) * KILOBYTE
        for name, _, rest in (line.partition(":") for line in lines)
        if name in SIZES
    }
    return Memory(*(found[name] for name in SIZES))


def cores() -> tuple[int, int]:
    """Choose a core for servers and databases, and one for the load; on a machine of one core they are the same."""
    allowed = sorted(os.sched_getaffinity(0))
    return allowed[0], allowed[-1]


@contextmanager
def on_core(core: int) -> Iterator[None]:
    """Keep this process, and what it starts meanwhile, to one core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
