"""How tags and accounts are shown: the spelling used most, and when a tag was first and last seen."""

from typing import Any, Final

from sqlalchemy import Connection, ScalarSelect, exists, func, select, union, update

from api.models import UNDATED
from seeds.loading import temporary as temp
from seeds.loading.settling import kept
from seeds.loading.stored import TABLES

_HASHTAGS: Final = TABLES["hashtags"]
_USES: Final = TABLES["post_hashtags"]
_POSTS: Final = TABLES["posts"]
_DATE: Final = ("earliest", "latest", "instant", "precision", "basis")


def show(connection: Connection) -> None:
    """Bring to what they are now the tags and accounts that touched posts use or used; counts are settled."""
    connection.execute(temp.touched_tags.insert().from_select(["id"], _tags_to_look_at()))
    _display(connection)
    _date(connection)
    _spell_accounts(connection)


def _tags_to_look_at() -> Any:  # Any: a union of selects
    moved = select(_USES.c.hashtag_id).where(_USES.c.thread_id.in_(select(temp.moved_threads.c.id)))
    touched = select(temp.tag_counts.c.id).union(moved).subquery()
    return select(touched.c[0]).where(kept(touched.c[0]))


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
        .where(func.lower(mentions.c.spelling) == accounts.c.handle_folded)  # others mean it without saying it
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
    for name in _DATE:
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
