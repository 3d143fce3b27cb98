"""What posts and threads take from sources and threads, those in files that were not read again included."""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from api.models import identify
from seeds.loading.batches import in_batches
from seeds.loading.files import stored_holdings
from seeds.loading.gathering import Gathering
from seeds.loading.staged_records import PackedThread
from seeds.loading.stored import BATCH, TABLES, present
from seeds.reading import Fact
from seeds.records import Source


@dataclass(frozen=True, slots=True)
class SourceContext:
    """What a source gives its posts: a language where they say none, and its tags."""

    key: str
    language: str | None
    tags: tuple[str, ...]


def context_of(source: Source) -> SourceContext:
    """Return what a source gives its posts."""
    return SourceContext(source.key, source.language, source.hashtags)


@dataclass(slots=True)
class Elsewhere:
    """Sources and threads that were not read again, and that records just read refer to."""

    sources: dict[str, SourceContext] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)


def look_elsewhere(connection: Connection, gathering: Gathering, unread: Collection[str]) -> Elsewhere:
    """Find what the records read refer to in unread files. Its threads are staged, as contexts of posts.

    A thread or source that a file holds and the database does not is suppressed: known, but without a context.
    """
    if not unread:
        return Elsewhere()
    threads, sources = gathering.missing_threads(), gathering.missing_sources()
    held: dict[str, SourceContext] = {}
    known: set[int] = set()
    for _, holding in stored_holdings(connection, unread if threads or sources else ()):
        held |= {key: SourceContext(key, *context) for key, context in holding.sources.items()}
        known.update(threads.keys() & set(holding.defined["Thread"]))
    homes = _stage_threads(connection, gathering, sorted(known))
    read = {source.key for source, _ in gathering.gathered.sources}
    keys = sorted(held.keys() & ({*sources.values()} | {*homes.values()} - read))
    stored = {number for batch in in_batches(keys, BATCH) for number in _stored_sources(connection, batch)}
    facts = [Fact("source", key, 0, 0) for key in keys]
    # An order of its own for each: whether one is taken is asked of the database.
    facts += [
        Fact("thread", threads[number], 0, 0, homes.get(number), order=-place)
        for place, number in enumerate(sorted(known), 1)
    ]
    return Elsewhere({key: held[key] for key in keys if identify("Source", key) in stored}, facts)


def _stored_sources(connection: Connection, keys: list[str]) -> set[int]:
    return present(connection, "Source", (identify("Source", key) for key in keys))


def _stage_threads(connection: Connection, gathering: Gathering, threads: list[int]) -> dict[int, str]:
    """Stage threads as stored, and return the keys of their sources by id."""
    homes: dict[int, str] = {}
    for batch in in_batches(threads, BATCH):
        stored = _stored_threads(connection, batch)
        gathering.staging.records.keep_threads(stored)
        homes |= {thread[0]: thread[2] for thread in stored}
    return homes


def _stored_threads(connection: Connection, ids: list[int]) -> list[PackedThread]:
    threads, sources, accounts = TABLES["threads"], TABLES["sources"], TABLES["accounts"]
    found = connection.execute(
        select(threads.c.id, sources.c.key, threads.c.rank, threads.c.language, accounts.c.handle)
        .join(sources, sources.c.id == threads.c.source_id)
        .outerjoin(accounts, accounts.c.id == threads.c.author_id)
        .where(threads.c.id.in_(ids))
    )
    return [(number, None, key, rank, language, handle) for number, key, rank, language, handle in found]
