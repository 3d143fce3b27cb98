"""Derived data after the nodes are written: counts settled, tags dated and displayed, orders and titles copied."""

from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Table,
    and_,
    case,
    delete,
    exists,
    func,
    or_,
    select,
    union,
    update,
)

from api.models import UNDATED
from seeds.loading import temporary as temp
from seeds.loading.dialects import upsert
from seeds.loading.placing import LAST_PLACE
from seeds.loading.stored import TABLES

_HASHTAGS: Final = TABLES["hashtags"]
_USES: Final = TABLES["post_hashtags"]
_POSTS: Final = TABLES["posts"]
DATE: Final = ("earliest", "latest", "instant", "precision", "basis")


def settle(connection: Connection) -> None:
    """Bring all that is derived from touched nodes up to date."""
    _add(connection, _HASHTAGS, temp.tag_counts, post_count="posts", thread_count="threads")
    _add(connection, TABLES["places"], temp.place_counts, post_count="posts")
    _add(connection, TABLES["accounts"], temp.account_counts, mention_count="posts")
    _add(connection, TABLES["threads"], temp.thread_counts, visible="posts")
    _settle_spellings(connection)
    _settle_pairs(connection)
    _move_posts(connection)
    connection.execute(temp.touched_tags.insert().from_select(["id"], _tags_to_look_at()))
    _display(connection)
    _date(connection)
    _spell_accounts(connection)


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
    differences = select(*spelt, posts).where(_kept(noted.c.id)).group_by(*spelt).having(posts != 0)
    _merge(connection, table, differences, ["post_count"])
    connection.execute(delete(table).where(table.c.post_count == 0, table.c.hashtag_id.in_(select(noted.c.id))))


def _settle_pairs(connection: Connection) -> None:
    table, noted = TABLES["hashtag_pairs"], temp.pair_counts
    posts, threads = func.sum(noted.c.posts), func.sum(noted.c.threads)
    pair = (noted.c.id, noted.c.other)
    differences = (
        select(*pair, posts, threads)
        .where(_kept(noted.c.id), _kept(noted.c.other))
        .group_by(*pair)
        .having(or_(posts != 0, threads != 0))
    )
    _merge(connection, table, differences, ["post_count", "thread_count"])
    none = and_(table.c.post_count == 0, table.c.thread_count == 0)
    connection.execute(delete(table).where(none, table.c.hashtag_id.in_(select(noted.c.id))))


def _kept(tag: ColumnElement[Any]) -> ColumnElement[bool]:
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


def _tags_to_look_at() -> Any:  # Any: a union of selects
    moved = select(_USES.c.hashtag_id).where(_USES.c.thread_id.in_(select(temp.moved_threads.c.id)))
    touched = select(temp.tag_counts.c.id).union(moved).subquery()
    return select(touched.c[0]).where(_kept(touched.c[0]))


def _display(connection: Connection) -> None:
    """Show each touched tag as it is spelt most, the first by code points among equals."""
    variants = TABLES["hashtag_variants"]
    most = (
        select(variants.c.spelling)
        .where(variants.c.hashtag_id == _HASHTAGS.c.id)
        .order_by(variants.c.post_count.desc(), variants.c.spelling)
        .limit(1)
        .scalar_subquery()
    )
    touched = _HASHTAGS.c.id.in_(select(temp.touched_tags.c.id))
    connection.execute(update(_HASHTAGS).values(display=most).where(touched))


def _spell_accounts(connection: Connection) -> None:
    """Write each touched account that only mentions name as most of them do, the first by code points among equals."""
    accounts, mentions, threads = TABLES["accounts"], TABLES["account_mentions"], TABLES["threads"]
    most = (
        select(mentions.c.spelling)
        .where(mentions.c.account_id == accounts.c.id)
        .group_by(mentions.c.spelling)
        .order_by(func.count().desc(), mentions.c.spelling)
        .limit(1)
        .correlate(accounts)
        .scalar_subquery()
    )
    touched = union(select(temp.account_counts.c.id), select(temp.unspelt_accounts.c.id))
    order = update(accounts).values(handle=func.coalesce(most, accounts.c.handle)).where(accounts.c.id.in_(touched))
    described = accounts.c.id.in_(select(temp.described_accounts.c.id))
    writes = exists().where(_POSTS.c.author_id == accounts.c.id) | exists().where(threads.c.author_id == accounts.c.id)
    connection.execute(order.where(~described, ~writes))


def _date(connection: Connection) -> None:
    """Give each touched tag the dates of its first and last dated post."""
    first, last = _end("oldest_first"), _end("newest_first")
    values: dict[str, Any] = {}
    for name in DATE:
        values[f"first_seen_{name}"] = _of_post(first, f"published_{name}")
        values[f"last_seen_{name}"] = _of_post(last, f"published_{name}")
    for name in ("oldest_first", "newest_first"):
        values[f"last_seen_{name}"] = func.coalesce(_of_post(last, name), UNDATED)
    touched = _HASHTAGS.c.id.in_(select(temp.touched_tags.c.id))
    connection.execute(update(_HASHTAGS).values(values).where(touched))


def _end(order: str) -> ScalarSelect[Any]:
    """The post at one end of a tag's timeline; the undated come last either way, and give no date."""
    return (
        select(_USES.c.post_id)
        .where(_USES.c.hashtag_id == _HASHTAGS.c.id, _USES.c.is_first)
        .order_by(_USES.c[order], _USES.c.reading_order, _USES.c.post_id)
        .limit(1)
        .correlate(_HASHTAGS)
        .scalar_subquery()
    )


def _of_post(post: ScalarSelect[Any], column: str) -> ScalarSelect[Any]:
    return select(_POSTS.c[column]).where(_POSTS.c.id == post).correlate(_HASHTAGS).scalar_subquery()
