"""What the database holds now: digests and rows of nodes, read in batches."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, Table, null, select

from api.models import Base
from seeds.loading.tables import CHILD_TABLES, COLUMNS, NODE_TABLES, Bundle

BATCH = 500
TABLES = Base.metadata.tables


def table_of(kind: str) -> Table:
    """The table of a type of nodes."""
    return TABLES[NODE_TABLES[kind]]


def stored_digests(connection: Connection, kind: str, ids: Sequence[int]) -> dict[int, str]:
    """Return the digests of those of these nodes that are stored."""
    table = table_of(kind)
    found = connection.execute(select(table.c.id, table.c.digest).where(table.c.id.in_(ids)))
    return dict(found.all())


def stored_keys(
    connection: Connection, kind: str, ids: Sequence[int] | None = None
) -> Iterator[tuple[int, str, str, int | None]]:
    """Stream id, key, digest and, of posts, thread of the stored nodes of a type; all, or those with these ids."""
    table = table_of(kind)
    thread = table.c.thread_id if kind == "Post" else null()
    order = select(table.c.id, table.c.key, table.c.digest, thread).execution_options(yield_per=10_000)
    found = connection.execute(order if ids is None else order.where(table.c.id.in_(ids)))
    yield from ((number, key, digest, one) for number, key, digest, one in found)


def stored_bundles(connection: Connection, kind: str, ids: Sequence[int]) -> dict[int, Bundle]:
    """Return all rows of these nodes, children in the order of their ordinals."""
    table = table_of(kind)
    bundles: dict[int, Bundle] = {}
    for found in connection.execute(select(table).where(table.c.id.in_(ids))):
        bundles[found.id] = {table.name: [tuple(found)]}
    for name in CHILD_TABLES[kind]:
        child = TABLES[name]
        owner = child.columns[COLUMNS[name][0]]
        order = select(child).where(owner.in_(ids)).order_by(*child.primary_key.columns)
        for found in connection.execute(order):
            bundles[found[0]].setdefault(name, []).append(tuple(found))
    return bundles


def present(connection: Connection, kind: str, ids: Iterable[int]) -> set[int]:
    """Return those of these ids that are stored."""
    table = table_of(kind)
    return set(connection.scalars(select(table.c.id).where(table.c.id.in_(list(ids)))))
