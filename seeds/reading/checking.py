"""Reading and checking whole seeds: a path enters, records and all their faults leave.

`read_file` is for a worker process: what it takes and gives can be pickled. `check` keeps no records.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from api.errors import Fault, SeedInvalid
from seeds.reading.collecting import SeedPath, collect
from seeds.reading.crossing import Crossing
from seeds.reading.facts import Fact, Located, facts_of
from seeds.reading.faults import Faults
from seeds.reading.placing import place
from seeds.reading.streaming import SeedStream

BUNDLED: Final = Path(__file__).parents[1] / "data"
"""The bundled corpus, whose places serve every dataset that brings none."""


@dataclass(slots=True)
class FileReading:
    """What one file holds. `total` counts its faults; `partial` says that a part of it could not be parsed at all."""

    file: str
    sha256: str
    records: list[Located]
    facts: list[Fact]
    faults: list[Fault]
    total: int
    partial: bool


@dataclass(slots=True)
class Reading:
    """What a path holds: its files in order, all faults (1,000 listed, all counted)."""

    seeds: list[SeedPath]
    files: list[FileReading]
    faults: list[Fault]
    total: int

    @property
    def records(self) -> Iterator[Located]:
        """The records of all files, in order."""
        return (located for file in self.files for located in file.records)

    def require(self) -> None:
        """Raise `SeedInvalid` where there are faults."""
        if self.total:
            raise SeedInvalid(self.faults, self.total)


@dataclass(slots=True)
class Checked:
    """What `parley seed check` tells: the faults, and how many valid records of each kind there are."""

    faults: list[Fault]
    total: int
    files: int = 0
    counts: Counter[str] = field(default_factory=Counter)


def read_file(path: str, file: str) -> FileReading:
    """Read one file; `file` is its name in faults and provenance. Raises nothing: what is wrong is in `faults`."""
    stream = SeedStream(SeedPath(path, file))
    records = list(stream)
    facts = [fact for located in records for fact in facts_of(located)] + stream.broken
    return FileReading(file, stream.sha256, records, facts, stream.faults.listed, stream.faults.total, stream.partial)


def cross_check(crossing: Crossing, seeds: Sequence[SeedPath], faults: Faults, *, partial: bool = False) -> None:
    """Complete `faults` with what does not fit together across records. `seeds` in the order of `crossing.add`.

    With `partial` a part of the seeds could not be parsed, and references that seem to dangle are not told.
    """
    gazetteer = () if crossing.has_places else bundled_place_keys()
    place(crossing.complaints(gazetteer, partial=partial), seeds, faults)


def bundled_places() -> list[Located]:
    """The places of the bundled gazetteer, for datasets that bring none. Raises `SeedInvalid`."""
    faults = Faults()
    places = [
        located
        for seed in (collect(BUNDLED, faults) if BUNDLED.is_dir() else [])
        for located in SeedStream(seed, faults)
        if located.kind == "place"
    ]
    if faults.total:
        raise SeedInvalid(faults.listed, faults.total)
    return places


def bundled_place_keys() -> frozenset[str]:
    """The keys of the bundled gazetteer's places."""
    return frozenset(fact.key for located in bundled_places() for fact in facts_of(located))


def read(path: Path) -> Reading:
    """Read a file or a folder whole, with all checks. For datasets that fit in memory; otherwise read file by file."""
    faults, crossing = Faults(), Crossing()
    seeds = collect(path, faults)
    partial = bool(faults.total)
    files = [read_file(*seed) for seed in seeds]
    for file in files:
        faults.extend(file.faults, file.total)
        crossing.add(file.facts)
    cross_check(crossing, seeds, faults, partial=partial or any(file.partial for file in files))
    return Reading(seeds, files, faults.in_order(), faults.total)


def check(path: Path) -> Checked:
    """Check a file or a folder, a million posts included: no record is kept."""
    faults, crossing, counts = Faults(), Crossing(), Counter[str]()
    seeds = collect(path, faults)
    partial = bool(faults.total)
    for seed in seeds:
        stream = SeedStream(seed, faults)
        crossing.add(_counted(stream, counts))
        partial |= stream.partial
    cross_check(crossing, seeds, faults, partial=partial)
    return Checked(faults.in_order(), faults.total, len(seeds), counts)


def _counted(stream: SeedStream, counts: Counter[str]) -> Iterator[Fact]:
    for located in stream:
        counts[located.kind] += 1
        yield from facts_of(located)
    yield from stream.broken
