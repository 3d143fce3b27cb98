"""What touched posts and threads count for tags, places, accounts and threads, noted before and after they are written.

Counts are kept by difference: what was counted before is taken away, what counts now is added. So one changed post
costs little, however often its tags are used elsewhere.
"""

from typing import Any, Final, Literal

from sqlalchemy import Connection, Select, Table, distinct, func, literal, select

from seeds.loading import temporary as temp
from seeds.loading.stored import TABLES

Sign = Literal[-1, 1]
Counted = Select[Any]  # Any: the columns differ from count to count
_TAGS: Final = TABLES["post_hashtags"]
_NONE: Final = literal(0)


def count_touched(connection: Connection, sign: Sign) -> None:
    """Note what touched posts and threads count: to be added (1) or, before anything is written, taken away (-1)."""
    for table, counted in (
        (temp.tag_counts, _tags_by_post(sign)),
        (temp.tag_counts, _tags_by_thread(sign)),
        (temp.spelling_counts, _spellings(sign)),
        (temp.pair_counts, _pairs_by_post(sign)),
        (temp.pair_counts, _pairs_by_thread(sign)),
        (temp.place_counts, _firsts(TABLES["place_mentions"], "place_id", sign)),
        (temp.account_counts, _firsts(TABLES["account_mentions"], "account_id", sign)),
        (temp.thread_counts, _visible(sign)),
    ):
        connection.execute(table.insert().from_select([column.name for column in table.columns], counted))


def _touched_posts() -> Select[Any]:
    return select(temp.touched_posts.c.id)


def _touched_threads() -> Select[Any]:
    return select(temp.touched_threads.c.id)


def _firsts(table: Table, column: str, sign: Sign) -> Counted:
    """Posts by what they use or mention: the rows marked as the first in their post."""
    named = table.c[column]
    touched = table.c.post_id.in_(_touched_posts())
    return select(named, sign * func.count()).where(touched, table.c.is_first).group_by(named)


def _tags_by_post(sign: Sign) -> Counted:
    return _firsts(_TAGS, "hashtag_id", sign).add_columns(_NONE)


def _tags_by_thread(sign: Sign) -> Counted:
    threads = func.count(distinct(_TAGS.c.thread_id))
    touched = _TAGS.c.thread_id.in_(_touched_threads())
    return select(_TAGS.c.hashtag_id, _NONE, sign * threads).where(touched).group_by(_TAGS.c.hashtag_id)


def _spellings(sign: Sign) -> Counted:
    posts = func.count(distinct(_TAGS.c.post_id))
    touched = _TAGS.c.post_id.in_(_touched_posts())
    spelt = (_TAGS.c.hashtag_id, _TAGS.c.spelling, _TAGS.c.spelling_cased)
    return select(*spelt, sign * posts).where(touched).group_by(*spelt)


def _pairs_by_post(sign: Sign) -> Counted:
    one, other = _TAGS.alias("one"), _TAGS.alias("other")
    pair = (one.c.hashtag_id, other.c.hashtag_id)
    return (
        select(*pair, sign * func.count(), _NONE)
        .where(one.c.post_id.in_(_touched_posts()), one.c.post_id == other.c.post_id)
        .where(one.c.is_first, other.c.is_first, one.c.hashtag_id != other.c.hashtag_id)
        .group_by(*pair)
    )


def _pairs_by_thread(sign: Sign) -> Counted:
    touched = _TAGS.c.thread_id.in_(_touched_threads())
    tags = select(_TAGS.c.thread_id, _TAGS.c.hashtag_id).where(touched).distinct().cte("tags")
    one, other = tags.alias("one"), tags.alias("other")
    pair = (one.c.hashtag_id, other.c.hashtag_id)
    return (
        select(*pair, _NONE, sign * func.count())
        .where(one.c.thread_id == other.c.thread_id, one.c.hashtag_id != other.c.hashtag_id)
        .group_by(*pair)
    )


def _visible(sign: Sign) -> Counted:
    posts = TABLES["posts"]
    here = posts.c.id.in_(_touched_posts()) & posts.c.thread_id.is_not(None)
    return select(posts.c.thread_id, sign * func.count()).where(here).group_by(posts.c.thread_id)
