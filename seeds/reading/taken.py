"""Which names are taken, and where: names and places enter, the places of names taken twice leave."""

from array import array
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

_MASK: Final = 2**64 - 1


class Spot(NamedTuple):
    """A record's place: the file's number in order of adding, line and column."""

    file: int
    line: int
    column: int


class TakenNames:
    """Eight bytes for each name, eight for its place, found again by sorting: a million cost 16 MB."""

    def __init__(self) -> None:
        self._hashes = array("Q")
        self._spots = array("Q")

    def add(self, name: tuple[str, str], spot: Spot) -> None:
        """Take a name."""
        self._hashes.append(hash(name) & _MASK)
        self._spots.append(spot.file << 44 | spot.line << 12 | min(spot.column, 4095))

    def taken_twice(self) -> Iterator[tuple[Spot, Spot]]:
        """Yield the first place of a name with each further one."""
        ordered = sorted(self._hashes)
        twice = {one for one, other in pairwise(ordered) if one == other}
        if not twice:
            return
        spots: defaultdict[int, list[Spot]] = defaultdict(list)
        for name, packed in zip(self._hashes, self._spots, strict=True):
            if name in twice:
                spots[name].append(Spot(packed >> 44, packed >> 12 & (2**32 - 1), packed & 4095))
        for first, *others in map(sorted, spots.values()):
            yield from ((first, spot) for spot in others)
