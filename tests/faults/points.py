"""Where and how a reload is harmed: the system calls of an undisturbed one enter, points to try leave."""

from collections import Counter
from typing import NamedTuple

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
RARE = 10
"""A reload makes at least so many calls of a name that is not rare."""


class Point(NamedTuple):
    """A system call of a reload, the n-th of its name, and what happens there."""

    call: str
    number: int
    fault: str

    def __str__(self) -> str:
        return f"{self.fault} at {self.call} {self.number}"


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
