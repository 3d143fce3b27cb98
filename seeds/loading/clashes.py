"""What records just read have in common with records of unread files, and must not: keys, ranks and positions."""

import pickle
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from api.errors import Fault
from api.models import identify
from seeds.loading.batches import in_batches
from seeds.loading.files import stored_holdings
from seeds.loading.gathering import Gathering
from seeds.loading.holdings import KINDS
from seeds.loading.origins import Origin
from seeds.loading.stored import BATCH, TABLES
from seeds.records import Post, Record, Thread

Located = tuple[int, Record, Origin]


def find_clashes(connection: Connection, gathering: Gathering, unread: Iterable[str]) -> None:
    """Add a fault for each clash. All files that depend on those read were read as well."""
    taken = _taken_keys(connection, gathering, unread)
    for batch in in_batches(_records(gathering), BATCH):
        threads, posts = _taken_ranks(connection, gathering, batch), _taken_positions(connection, gathering, batch)
        for number, record, origin in batch:
            if number in taken:
                _refuse(gathering, origin, "key", f"the key is taken: `{taken[number]}` has it", "keys are unique")
            if isinstance(record, Thread) and (identify("Source", record.source), record.rank) in threads:
                _refuse(gathering, origin, "rank", "another thread of this source has the same rank", "write `rank:`")
            if isinstance(record, Post) and (identify("Thread", record.thread or ""), record.position) in posts:
                message = "another post of this thread has the same position"
                _refuse(gathering, origin, "position", message, "write `position:`")


def _refuse(gathering: Gathering, origin: Origin, path: str, message: str, hint: str) -> None:
    gathering.faults.add(Fault(origin.file, origin.line, origin.column or 0, path, message, hint))


def _taken_keys(connection: Connection, gathering: Gathering, unread: Iterable[str]) -> dict[int, str]:
    """Nodes that are new in the files read, and that stand in an unread file already, with its name."""
    new = {number for kind in KINDS for number in gathering.staging.nodes.new(kind)}
    if not new:
        return {}
    taken: dict[int, str] = {}
    for file, holding in stored_holdings(connection, unread):
        for ids in holding.defined.values():
            taken |= dict.fromkeys(new.intersection(ids), file)
    return taken


def _records(gathering: Gathering) -> Iterator[Located]:
    for source, origin in gathering.gathered.sources:
        yield identify("Source", source.key), source, origin
    for place, origin in gathering.gathered.places:
        yield identify("Place", place.key), place, origin
    records = gathering.staging.records
    for located in (packed for _, packed, *_ in records.threads()):
        thread, origin = pickle.loads(located or b"")  # noqa: S301 (packed by this very run, never from outside)
        yield identify("Thread", thread.key), thread, origin
    for located, *_ in records.posts():
        post, origin = pickle.loads(located)  # noqa: S301 (the same)
        yield identify("Post", post.key), post, origin


def _taken_ranks(connection: Connection, gathering: Gathering, batch: list[Located]) -> set[tuple[int, int]]:
    """Source and rank of the threads in unread files, of the sources that a batch's threads belong to."""
    table = TABLES["threads"]
    sources = {identify("Source", one.source) for _, one, _ in batch if isinstance(one, Thread)}
    ranks = {one.rank for _, one, _ in batch if isinstance(one, Thread)}
    order = select(table.c.id, table.c.source_id, table.c.rank)
    found = connection.execute(order.where(table.c.source_id.in_(sources), table.c.rank.in_(ranks))).all()
    unread = gathering.staging.nodes.elsewhere("Thread", [number for number, _, _ in found])
    return {(source, rank) for number, source, rank in found if number in unread}


def _taken_positions(connection: Connection, gathering: Gathering, batch: list[Located]) -> set[tuple[int, int]]:
    """Thread and position of the posts in unread files, of the threads that a batch's posts belong to."""
    table = TABLES["posts"]
    threads = {identify("Thread", one.thread) for _, one, _ in batch if isinstance(one, Post) and one.thread}
    order = select(table.c.id, table.c.thread_id, table.c.position).where(table.c.thread_id.in_(threads))
    found = connection.execute(order).all()
    unread = gathering.staging.nodes.elsewhere("Post", [number for number, _, _ in found])
    return {(thread, position) for number, thread, position in found if number in unread}
