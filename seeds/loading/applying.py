"""Writing a plan: the staged rows of added and changed nodes enter the tables, removed ones leave them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from api.models import UNDATED
from seeds.loading import temporary as temp
from seeds.loading.batches import in_batches
from seeds.loading.comparing import joined, loaded
from seeds.loading.counting import count_touched
from seeds.loading.dialects import analyse, bulk_insert, indexes_made_at_the_end
from seeds.loading.progress import Progress
from seeds.loading.rooms import Staging
from seeds.loading.searching import forget_posts, keep_search
from seeds.loading.settling import settle
from seeds.loading.showing import show
from seeds.loading.staged_nodes import ACTIONS, Node
from seeds.loading.stored import BATCH, TABLES, table_of
from seeds.loading.tables import CHILD_TABLES, COLUMNS, NODE_TABLES, Bundle, Row, row
from seeds.loading.temporary import fill

MANY = 10_000
"""Posts to write from which on their indexes may be made anew."""
_SHARE = 0.3
"""How many these must be of those stored, for all of them enter the indexes again."""
_COUNTED = {"visible", "post_count", "mention_count"}
"""Columns that an update of a row leaves alone: they are counted, not read."""


def apply(connection: Connection, staging: Staging, progress: Progress) -> None:
    """Write all staged nodes and what is derived from them. `gone_posts` and `gone_threads` are filled already."""
    _touch(connection, staging)
    count_touched(connection, -1)
    for kind in ("Hashtag", "Account", "Place", "Source", "Thread"):
        _insert(connection, kind, staging.nodes.stream(kind, "ADDED"))
        _update(connection, kind, staging.nodes.stream(kind, "CHANGED"))
    for kind in ("Place", "Source"):
        _rewrite_children(connection, kind, staging)
    with _indexed(connection, staging):
        _write_posts(connection, staging, progress)
    for kind in ("Thread", "Source", "Place", "Hashtag", "Account"):
        _remove(connection, kind, staging)
    count_touched(connection, 1)
    settle(connection)
    show(connection)
    keep_search(connection, staging)


def _touch(connection: Connection, staging: Staging) -> None:
    """Note which posts and threads the plan touches, while the rows of before are still there to be asked."""
    fill(connection, temp.touched_posts, staging.nodes.ids("Post", "ADDED", "CHANGED", "REMOVED"))
    fill(connection, temp.touched_threads, staging.nodes.touched_threads())
    moved = (node.id for node in staging.nodes.stream("Thread", "CHANGED") if '"rank"' in node.fields)
    fill(connection, temp.moved_threads, moved)
    analyse(connection, [temp.touched_posts, temp.touched_threads])


def _insert(connection: Connection, kind: str, nodes: Iterable[Node]) -> None:
    table = table_of(kind)
    for batch in in_batches(nodes, BATCH):
        bulk_insert(connection, table, joined(map(bundle_of, batch))[table.name])


def _update(connection: Connection, kind: str, nodes: Iterable[Node]) -> None:
    table = table_of(kind)
    written = [column for column in table.columns if column.name != "id" and column.name not in _COUNTED]
    values: dict[Any, Any] = {column: bindparam(f"new_{column.name}") for column in written}  # Any: SQLAlchemy's own
    order = update(table).where(table.c.id == bindparam("old_id")).values(values)
    for batch in in_batches(nodes, BATCH):
        rows = [dict(zip(COLUMNS[table.name], bundle_of(node)[table.name][0], strict=True)) for node in batch]
        given = [{f"new_{name}": value for name, value in one.items()} | {"old_id": one["id"]} for one in rows]
        kept = {"old_id", *(f"new_{column.name}" for column in written)}
        connection.execute(order, [{name: one[name] for name in kept} for one in given])


def _rewrite_children(connection: Connection, kind: str, staging: Staging) -> None:
    """Write what belongs to places or sources, when all of these are there to be referred to."""
    children = [TABLES[name] for name in CHILD_TABLES[kind]]
    for batch in in_batches(staging.nodes.stream(kind, "ADDED", "CHANGED"), BATCH):
        changed = [node.id for node in batch if node.action == "CHANGED"]
        bundle = joined(map(bundle_of, batch))
        for table in children:
            if changed:
                connection.execute(delete(table).where(table.columns[COLUMNS[table.name][0]].in_(changed)))
            bulk_insert(connection, table, bundle.get(table.name, []))


@contextmanager
def _indexed(connection: Connection, staging: Staging) -> Iterator[None]:
    """Have the indexes of posts follow each row or, where rows come in great numbers, be made when all are there."""
    counts, tallies = staging.nodes.counts(), TABLES["tallies"]
    written = sum(counts.get(("Post", action), 0) for action in ACTIONS)
    stored = connection.scalar(select(tallies.c.count).where(tallies.c.type == "Post")) or 0
    tables = [TABLES[name] for name in ("posts", *CHILD_TABLES["Post"])]
    if written < MANY or written < stored * _SHARE:
        tables = []
    with indexes_made_at_the_end(connection, tables):
        yield


def _write_posts(connection: Connection, staging: Staging, progress: Progress) -> None:
    """Changed posts go with all that belongs to them, and come back like new ones."""
    posts = TABLES["posts"]
    forget_posts(connection)
    connection.execute(delete(posts).where(posts.c.id.in_(select(temp.gone_posts.c.id))))
    done, total = 0, sum(1 for _ in staging.nodes.ids("Post", "ADDED", "CHANGED"))
    for batch in in_batches(staging.nodes.stream("Post", "ADDED", "CHANGED"), BATCH):
        bundle = joined(map(bundle_of, batch))
        for name in ("posts", *CHILD_TABLES["Post"]):
            bulk_insert(connection, TABLES[name], bundle.get(name, []))
        done += len(batch)
        progress("write", done, total)


def _remove(connection: Connection, kind: str, staging: Staging) -> None:
    table = table_of(kind)
    if kind == "Place":  # a parent may be removed before what lies in it
        parents = TABLES["place_parents"]
        for ids in in_batches(staging.nodes.ids(kind, "REMOVED"), BATCH):
            connection.execute(delete(parents).where(parents.c.place_id.in_(ids)))
    for ids in in_batches(staging.nodes.ids(kind, "REMOVED"), BATCH):
        connection.execute(delete(table).where(table.c.id.in_(ids)))


def bundle_of(node: Node) -> Bundle:
    """The rows of a staged node; a new tag has only its name, all else about it is derived."""
    if node.type == "Hashtag":
        return {NODE_TABLES["Hashtag"]: [_new_tag(node)]}
    return loaded(node.rows)


def _new_tag(node: Node) -> Row:
    dates = {name: None for name in COLUMNS["hashtags"] if name.startswith(("first_seen", "last_seen"))}
    return row(
        "hashtags",
        id=node.id,
        name=node.key,
        display=node.key,
        concept=node.key,
        post_count=0,
        thread_count=0,
        **dates | {"last_seen_oldest_first": UNDATED, "last_seen_newest_first": UNDATED},
    )
