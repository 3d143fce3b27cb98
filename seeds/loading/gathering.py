"""Reading seeds into the private database: files enter; threads and posts are staged, all else is kept at hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from api.models import identify
from seeds.loading.holdings import Holding
from seeds.loading.origins import Origin
from seeds.loading.preparing import unpacked
from seeds.loading.reading import Batch, Ending
from seeds.loading.rooms import Staging
from seeds.loading.surveying import Input
from seeds.reading import Crossing, Fact, Faults
from seeds.records import Account, Dataset, HashtagAlias, PlaceRecord, Record, Source, Suppress


@dataclass(slots=True)
class Gathered:
    """What the files read so far hold beside threads and posts: little enough to be kept in memory."""

    inputs: list[Input] = field(default_factory=list)
    holdings: dict[str, Holding] = field(default_factory=dict)
    dataset: Dataset | None = None
    sources: list[tuple[Source, Origin]] = field(default_factory=list)
    places: list[tuple[PlaceRecord, Origin]] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    aliases: list[HashtagAlias] = field(default_factory=list)
    suppressed: list[Suppress] = field(default_factory=list)
    partial: bool = False
    """Whether a part of some file could not be parsed: what seems to be missing may stand there."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """Takes files as they are read: faults in one go to `faults`, what may be a fault between them to `crossing`."""

    staging: Staging
    gathered: Gathered = field(default_factory=Gathered)
    crossing: Crossing = field(default_factory=Crossing)
    faults: Faults = field(default_factory=Faults)

    def take(self, given: Input, batches: Iterable[Batch | Ending]) -> None:
        """Take one file."""
        self.gathered.inputs.append(given)
        self.crossing.add(self._facts(given, batches))

    def missing_threads(self) -> dict[int, str]:
        """The threads that posts need and no file read so far defines: id to key."""
        found = ((number, unpacked(located)[0].thread) for number, located in self.staging.records.missing_threads())
        return {number: key for number, key in found if key is not None}

    def missing_sources(self) -> dict[int, str]:
        """The sources that threads and posts need and no file read so far defines: id to key."""
        read = {source.key for source, _ in self.gathered.sources}
        needed = (key for key in self.staging.records.needed_sources() if key not in read)
        return {identify("Source", key): key for key in needed}

    def _facts(self, given: Input, batches: Iterable[Batch | Ending]) -> Iterator[Fact]:
        for batch in batches:
            if isinstance(batch, Ending):
                self.faults.extend(batch.faults, batch.total)
                self.gathered.holdings[given.file] = batch.holding
                self.gathered.partial |= batch.partial
                yield from batch.broken
                continue
            self.staging.records.keep_threads(batch.threads)
            self.staging.records.keep_posts(batch.posts)
            for record, origin in batch.others:
                self._keep(record, origin)
            yield from batch.facts

    def _keep(self, record: Record, origin: Origin) -> None:
        match record:
            case Source():
                self.gathered.sources.append((record, origin))
            case PlaceRecord():
                self.gathered.places.append((record, origin))
            case Account():
                self.gathered.accounts.append(record)
            case HashtagAlias():
                self.gathered.aliases.append(record)
            case Suppress():
                self.gathered.suppressed.append(record)
            case Dataset():
                self.gathered.dataset = record
            case other:
                raise TypeError(f"{type(other).__name__} is not kept at hand")
