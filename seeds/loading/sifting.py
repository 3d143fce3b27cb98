"""Which files must be read: those that changed, those that others depend on, and those that depend on what changed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, select

from api.models import identify
from seeds.loading.batches import in_batches
from seeds.loading.files import StoredFiles, stored_holdings
from seeds.loading.gathering import Gathering
from seeds.loading.handles import account_key
from seeds.loading.holdings import Holding
from seeds.loading.preparing import unpacked
from seeds.loading.stored import BATCH, TABLES
from seeds.loading.surveying import BUNDLED_PLACES, Input
from seeds.loading.threads import first_words

LAST_POSITION: Final = 2**31
"""Beyond every position: where a thread has no post."""


def unchanged(inputs: dict[str, Input], stored: StoredFiles, bundled: Input) -> bool:
    """Tell whether the database was made from these very files, by this version."""
    if stored.known.keys() - {BUNDLED_PLACES} != inputs.keys():
        return False
    if BUNDLED_PLACES in stored.known and not stored.holds(bundled):
        return False
    return all(map(stored.holds, inputs.values()))


def changed(inputs: Iterable[Input], stored: StoredFiles) -> list[Input]:
    """Return the files to read first: new ones, changed ones, and those that any other may depend on."""
    return [given for given in inputs if not stored.holds(given) or given.file in stored.shared]


def outdated(unread: Iterable[Input], reader: str, stored: StoredFiles) -> list[Input]:
    """Return the unread files whose rows would be others now: the gazetteer or the suppression list changed."""
    return [given for given in unread if stored.reader(given.file) != reader]


def dependent(
    connection: Connection, gathering: Gathering, before: dict[str, Holding], unread: list[Input], stored: StoredFiles
) -> list[Input]:
    """Return the unread files that depend on what changed in those that were read, or that are gone (`before`).

    These are files whose posts take something from a source or thread that changed, and files with untitled threads
    whose first post was read anew, or is gone: their titles may change.
    """
    if not unread:
        return []
    sources = set(_altered_sources(gathering, before))
    threads = {*_threads_of(connection, sources), *_altered_threads(connection, gathering, before)}
    altered = sources | threads
    opened = {number for holding in before.values() for number in holding.needed} | gathering.missing_threads().keys()
    files = {given.file: given for given in unread}
    held = {number for holding in before.values() for number in holding.defined["Post"]} if opened else set()
    needy: list[Input] = []
    for file, holding in stored_holdings(connection, files if opened else files.keys() & stored.needy):
        untitled = sorted(opened.intersection(holding.untitled))
        if not altered.isdisjoint(holding.needed) or _reopened(connection, gathering, held, untitled):
            needy.append(files[file])
    return needy


def _reopened(connection: Connection, gathering: Gathering, held: set[int], threads: Sequence[int]) -> bool:
    """Tell whether one of some untitled threads has another title now; `held` posts were read anew, or are gone."""
    table, posts = TABLES["threads"], TABLES["posts"]
    for batch in in_batches(threads, BATCH):
        read = gathering.staging.records.first_posts(batch)
        order = select(table.c.id, table.c.title, posts.c.position, posts.c.id).outerjoin(posts)
        found = connection.execute(order.where(table.c.id.in_(batch)).order_by(posts.c.position.desc()))
        stored = {thread: rest for thread, *rest in found}  # of each thread the lowest position comes last, and stays
        for thread, (title, position, number) in stored.items():
            first, located = read.get(thread, (LAST_POSITION, b""))
            if position is None or first <= position:
                if not located or first_words(unpacked(located)[0].text) != title:
                    return True
            elif number in held:
                return True
    return False


def _altered_sources(gathering: Gathering, before: dict[str, Holding]) -> Iterator[int]:
    """Sources that give their posts something else than before, or are gone."""
    now = {source.key: (source.language, source.hashtags) for source, _ in gathering.gathered.sources}
    for holding in before.values():
        for key, context in holding.sources.items():
            if now.get(key) != context:
                yield identify("Source", key)


def _threads_of(connection: Connection, sources: Iterable[int]) -> Iterator[int]:
    """Threads hand on what their sources give: a post may stand in a third file, which names the thread alone."""
    table = TABLES["threads"]
    for batch in in_batches(sorted(sources), BATCH):
        yield from connection.scalars(select(table.c.id).where(table.c.source_id.in_(batch)))


def _altered_threads(connection: Connection, gathering: Gathering, before: dict[str, Holding]) -> Iterator[int]:
    """Threads that give their posts something else than before, or are gone; a rank is brought to posts otherwise."""
    gone = {number for holding in before.values() for number in holding.defined["Thread"]}
    for holding in gathering.gathered.holdings.values():
        gone.difference_update(holding.defined["Thread"])
    yield from gone
    languages = {source.key: source.language for source, _ in gathering.gathered.sources}
    threads = TABLES["threads"]
    columns = (threads.c.id, threads.c.source_id, threads.c.language, threads.c.author_id)
    for batch in in_batches(gathering.staging.records.threads(), BATCH):
        order = select(*columns).where(threads.c.id.in_([one[0] for one in batch]))
        stored = {found[0]: tuple(found[1:]) for found in connection.execute(order)}
        for number, _, source, _, language, author in batch:
            account = identify("Account", account_key(author)) if author else None
            spoken = language or languages.get(source)
            if number in stored and stored[number] != (identify("Source", source), spoken, account):
                yield number
