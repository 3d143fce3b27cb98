"""Derived data after the nodes are written: counts settled from what was noted, the new order of threads copied."""

from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    case,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from seeds.loading import temporary as temp
from seeds.loading.dialects import upsert
from seeds.loading.placing import LAST_PLACE
from seeds.loading.stored import TABLES

_HASHTAGS: Final = TABLES["hashtags"]
_POSTS: Final = TABLES["posts"]


def settle(connection: Connection) -> None:
    """Bring all that is derived from touched nodes up to date."""
    _add(connection, _HASHTAGS, temp.tag_counts, post_count="posts", thread_count="threads")
    _add(connection, TABLES["places"], temp.place_counts, post_count="posts")
    _add(connection, TABLES["accounts"], temp.account_counts, mention_count="posts")
    _add(connection, TABLES["threads"], temp.thread_counts, visible="posts")
    _settle_spellings(connection)
    _settle_pairs(connection)
    _move_posts(connection)


def _add(connection: Connection, table: Table, counts: Table, **columns: str) -> None:
    """Add noted differences to the counts of a table."""
    values = {
        column: table.c[column]
        + select(func.coalesce(func.sum(counts.c[noted]), 0)).where(counts.c.id == table.c.id).scalar_subquery()
        for column, noted in columns.items()
    }
    connection.execute(update(table).values(values).where(table.c.id.in_(select(counts.c.id))))


def _settle_spellings(connection: Connection) -> None:
    table, noted = TABLES["hashtag_variants"], temp.spelling_counts
    posts = func.sum(noted.c.posts)
    spelt = (noted.c.id, noted.c.spelling, noted.c.cased)
    differences = select(*spelt, posts).where(kept(noted.c.id)).group_by(*spelt).having(posts != 0)
    _merge(connection, table, differences, ["post_count"])
    connection.execute(delete(table).where(table.c.post_count == 0, table.c.hashtag_id.in_(select(noted.c.id))))


def _settle_pairs(connection: Connection) -> None:
    table, noted = TABLES["hashtag_pairs"], temp.pair_counts
    posts, threads = func.sum(noted.c.posts), func.sum(noted.c.threads)
    pair = (noted.c.id, noted.c.other)
    differences = (
        select(*pair, posts, threads)
        .where(kept(noted.c.id), kept(noted.c.other))
        .group_by(*pair)
        .having(or_(posts != 0, threads != 0))
        .order_by(*pair)  # in the order of the table's key
    )
    _merge(connection, table, differences, ["post_count", "thread_count"])
    none = and_(table.c.post_count == 0, table.c.thread_count == 0)
    connection.execute(delete(table).where(none, table.c.hashtag_id.in_(select(noted.c.id))))


def kept(tag: ColumnElement[Any]) -> ColumnElement[bool]:
    """Tags that are removed took their spellings and pairs with them."""
    return exists().where(_HASHTAGS.c.id == tag)


def _merge(connection: Connection, table: Table, differences: Any, counts: list[str]) -> None:  # Any: a select
    insert = upsert(connection, table).from_select([column.name for column in table.columns], differences)
    added = {column: table.c[column] + insert.excluded[column] for column in counts}
    connection.execute(insert.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_=added))


def _move_posts(connection: Connection) -> None:
    """Give posts of threads whose rank changed their new reading order, and copy it beside their joins."""
    threads, moved = TABLES["threads"], select(temp.moved_threads.c.id)
    rank = select(threads.c.rank).where(threads.c.id == _POSTS.c.thread_id).scalar_subquery()
    place = case((_POSTS.c.position > LAST_PLACE, LAST_PLACE), else_=_POSTS.c.position)
    order = rank * (LAST_PLACE + 1) + place
    connection.execute(update(_POSTS).values(reading_order=order).where(_POSTS.c.thread_id.in_(moved)))
    for name in ("post_hashtags", "account_mentions", "place_mentions"):
        table = TABLES[name]
        copied = select(_POSTS.c.reading_order).where(_POSTS.c.id == table.c.post_id).scalar_subquery()
        connection.execute(update(table).values(reading_order=copied).where(table.c.thread_id.in_(moved)))
