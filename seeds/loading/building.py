"""From what was gathered to what will be written: rows are made, compared with what is stored, and staged."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from api.models import identify
from api.text.fold import fold
from seeds.loading.batches import in_batches
from seeds.loading.comparing import stage
from seeds.loading.contexts import SourceContext, context_of
from seeds.loading.gathering import Gathered
from seeds.loading.handles import account_key
from seeds.loading.origins import Origin
from seeds.loading.places import place_rows
from seeds.loading.posts import Context
from seeds.loading.preparing import Made, Task, prepared
from seeds.loading.rooms import Staging
from seeds.loading.sources import source_rows
from seeds.loading.suppression import Suppression
from seeds.loading.tables import Prepared
from seeds.loading.threads import thread_rows
from seeds.loading.titles import default_titles
from seeds.records import Thread

BATCH = 400
Make = Callable[[Iterable[Sequence[Task]]], Iterator[Made]]
"""Makes the rows of posts, batch by batch, here or in other processes."""


@dataclass(frozen=True, slots=True)
class Building:
    """What all steps of a build share. `sources` are those that posts may belong to, by key."""

    connection: Connection
    staging: Staging
    suppression: Suppression
    revision: int
    sources: dict[str, SourceContext]

    def build_seeded(self, gathered: Gathered) -> None:
        """Stage places and sources, and learn what the sources give their posts."""
        for places in in_batches(gathered.places, BATCH):
            self._stage("Place", [prepared("Place", place_rows(*place, self.revision)) for place in places])
        kept = [placed for placed in gathered.sources if not self.suppression.source(placed[0])]
        for sources in in_batches(kept, BATCH):
            self._stage("Source", [prepared("Source", source_rows(*source, self.revision)) for source in sources])
        self.sources.update({source.key: context_of(source) for source, _ in kept})

    def drop_threads(self) -> None:
        """Leave out the threads that are suppressed, and those of suppressed sources."""
        dropped = [
            number
            for number, thread, _ in self._threads()
            if thread.source not in self.sources or self.suppression.thread(thread)
        ]
        self.staging.records.drop_threads(dropped)

    def build_posts(self, make: Make) -> Iterator[int]:
        """Stage posts; yield after each batch how many it had."""
        for made in make(in_batches(self._tasks(), BATCH)):
            self.staging.records.open_threads(_openings(made.posts))
            self._stage("Post", made.posts)
            yield made.count

    def build_threads(self, *, has_unread: bool) -> None:
        """Stage threads; after posts, from which they may take their titles."""
        for batch in in_batches(self._threads(), BATCH):
            untitled = [number for number, thread, _ in batch if thread.title is None]
            titles = default_titles(self.connection, self.staging, untitled, has_unread=has_unread)
            self._stage(
                "Thread", [self._thread(thread, titles.get(number), origin) for number, thread, origin in batch]
            )

    def _thread(self, thread: Thread, title: str | None, origin: Origin) -> Prepared:
        language = self.sources[thread.source].language
        return prepared("Thread", thread_rows(thread, language, title, origin, self.revision), thread.author)

    def _threads(self) -> Iterator[tuple[int, Thread, Origin]]:
        for number, located, *_ in self.staging.records.threads():
            thread, origin = pickle.loads(located or b"")  # noqa: S301 (packed by this very run, never from outside)
            yield number, thread, origin

    def _tasks(self) -> Iterator[Task]:
        for located, key, rank, language, author in self.staging.records.posts():
            source = self.sources.get(key)
            if source is not None:
                yield Task(located, Context(source.key, source.tags, language or source.language, author, rank or 0))

    def _stage(self, kind: str, nodes: Sequence[Prepared]) -> None:
        """Keep those of some nodes that are new or changed, and the names of what they use."""
        written = stage(self.connection, self.staging, kind, nodes)
        tags = {fold(tag) for one in nodes if one.id in written for tag in one.tags}
        self.staging.names.use("Hashtag", ((identify("Hashtag", tag), tag) for tag in tags))
        accounts = {account_key(handle) for one in nodes if one.id in written for handle in one.handles}
        self.staging.names.use("Account", ((identify("Account", key), key) for key in accounts))


def _openings(posts: Iterable[Prepared]) -> Iterator[tuple[int, int, str | None]]:
    """The thread, position and first words of each post that comes first among some posts of its thread."""
    first: dict[int, Prepared] = {}
    for one in posts:
        if one.thread is not None and (one.thread not in first or one.position < first[one.thread].position):
            first[one.thread] = one
    yield from ((thread, one.position, one.opening) for thread, one in first.items())
