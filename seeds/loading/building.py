"""From what was gathered to what will be written: rows are made, compared with what is stored, and staged."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from api.errors import Fault
from api.models import identify
from api.text.fold import fold
from seeds.extraction.gazetteer import GazetteerName, GazetteerPlace
from seeds.loading.handles import account_key
from seeds.loading.comparing import compared
from seeds.loading.gathering import Gathered
from seeds.loading.origins import Origin
from seeds.loading.places import place_rows
from seeds.loading.posts import Context
from seeds.loading.preparing import Task, prepared
from seeds.loading.sources import source_rows
from seeds.loading.staging import Staging, in_batches
from seeds.loading.suppression import Suppression
from seeds.loading.tables import Prepared
from seeds.loading.threads import thread_rows
from seeds.reading import Faults
from seeds.records import PlaceRecord, Source, Thread

_BATCH = 400
Prepare = Callable[[Iterable[Sequence[Task]]], Iterator[tuple[list[Prepared], list[Fault]]]]
"""Makes the rows of posts, batch by batch, here or in other processes."""


@dataclass(frozen=True, slots=True)
class Building:
    """What all steps of a build share."""

    connection: Connection
    staging: Staging
    suppression: Suppression
    revision: int

    def stage(self, kind: str, nodes: Sequence[Prepared]) -> None:
        """Keep those of some nodes that are new or differ from what is stored, and what they refer to."""
        self.staging.see(kind, (one.id for one in nodes))
        keys = ((account_key(one.author), one.author) for one in nodes if one.author)
        self.staging.spell((identify("Account", key), key, spelling) for key, spelling in keys)
        staged = compared(self.connection, kind, nodes)
        self.staging.stage(staged)
        written = {node.id for node in staged}
        for one in nodes:
            if one.id in written:
                self._refer(one)

    def _refer(self, one: Prepared) -> None:
        names = {fold(tag) for tag in one.tags}
        self.staging.name("Hashtag", ((identify("Hashtag", name), name) for name in names))
        keys = {account_key(handle) for handle in one.handles}
        self.staging.name("Account", ((identify("Account", key), key) for key in keys))


def build(building: Building, gathered: Gathered, prepare: Prepare, faults: Faults) -> None:
    """Stage all nodes that the seeds change; posts before threads, which may take their titles from them."""
    for places in in_batches(gathered.places, _BATCH):
        rows = [place_rows(place, origin, building.revision) for place, origin in places]
        building.stage("Place", [prepared("Place", one) for one in rows])
    kept = [(source, origin) for source, origin in gathered.sources if not building.suppression.source(source)]
    for sources in in_batches(kept, _BATCH):
        rows = [source_rows(source, origin, building.revision) for source, origin in sources]
        building.stage("Source", [prepared("Source", one) for one in rows])
    by_key = {source.key: source for source, _ in kept}
    _drop_threads(building, by_key)
    _build_posts(building, by_key, prepare, faults)
    _build_threads(building, by_key)


def _threads(building: Building) -> Iterator[tuple[int, Thread, Origin]]:
    for number, located in building.staging.threads():
        thread, origin = pickle.loads(located)  # noqa: S301 (packed by this very run, never from outside)
        yield number, thread, origin


def _drop_threads(building: Building, sources: dict[str, Source]) -> None:
    for number, thread, _ in list(_threads(building)):
        if building.suppression.thread(thread) or thread.source not in sources:
            building.staging.drop_thread(number)


def _build_posts(building: Building, sources: dict[str, Source], prepare: Prepare, faults: Faults) -> None:
    tasks = _tasks(building, sources)
    for posts, found in prepare(in_batches(tasks, _BATCH)):
        faults.extend(found, len(found))
        building.staging.open_thread(
            (one.thread, one.position, one.opening) for one in posts if one.thread is not None
        )
        building.stage("Post", posts)


def _tasks(building: Building, sources: dict[str, Source]) -> Iterator[Task]:
    for located, key, rank, language, author in building.staging.posts():
        source = sources.get(key or "")
        if source is not None:
            context = Context(source.key, source.hashtags, language or source.language, author, rank or 0)
            yield Task(located, context)


def _build_threads(building: Building, sources: dict[str, Source]) -> None:
    for batch in in_batches(_threads(building), _BATCH):
        nodes = []
        for number, thread, origin in batch:
            title = None if thread.title else building.staging.opening(number)
            bundle = thread_rows(thread, sources[thread.source].language, title, origin, building.revision)
            nodes.append(prepared("Thread", bundle, thread.author))
        building.stage("Thread", nodes)


def gazetteer_places(places: Iterable[PlaceRecord]) -> tuple[GazetteerPlace, ...]:
    """Return what extraction needs of places, in the order of their keys: which name wins is no matter of files."""
    return tuple(_gazetteer_place(place) for place in sorted(places, key=lambda place: place.key))


def _gazetteer_place(place: PlaceRecord) -> GazetteerPlace:
    names = tuple(GazetteerName(name.text, name.language, name.match) for name in place.names)
    return GazetteerPlace(
        place.key,
        names or (GazetteerName(place.name),),
        tuple(GazetteerName(demonym.text, demonym.language) for demonym in place.demonyms),
        place.flags,
        place.hashtags,
    )
