"""Tables that live for one reload: which nodes it touches, and by how much the counts of others change."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Column, Connection, Integer, MetaData, Table

from api.models.base import Number, Text
from seeds.loading.batches import in_batches
from seeds.loading.dialects import bulk_insert

_METADATA: Final = MetaData()


def _temporary(name: str, *columns: Column[int] | Column[str]) -> Table:
    return Table(name, _METADATA, *columns, prefixes=["TEMPORARY"])


def _ids(name: str) -> Table:
    return _temporary(name, Column("id", Number, primary_key=True, autoincrement=False))


touched_posts: Final = _ids("touched_posts")
"""Posts added, changed or removed."""
gone_posts: Final = _ids("gone_posts")
"""Posts removed, and changed ones, whose rows make way for new ones."""
touched_threads: Final = _ids("touched_threads")
"""Threads that hold, or held, a touched post."""
gone_threads: Final = _ids("gone_threads")
"""Threads changed or removed: their rows as stored count no longer."""
moved_threads: Final = _ids("moved_threads")
"""Threads whose rank changes, and with it the reading order of their posts."""
touched_tags: Final = _ids("touched_tags")
"""Hashtags whose spellings and dates are looked at again."""
touched_names: Final = _ids("touched_names")
"""Hashtags, places, sources and accounts added, changed or removed: what search knows of their names is made anew."""
unspelt_accounts: Final = _ids("unspelt_accounts")
"""Accounts that the seeds spell no longer but in mentions."""
described_accounts: Final = _ids("described_accounts")
"""Accounts whose spelling is given by their description."""

tag_counts: Final = _temporary(
    "tag_counts", Column("id", Number, index=True), Column("posts", Integer), Column("threads", Integer)
)
spelling_counts: Final = _temporary(
    "spelling_counts",
    Column("id", Number, index=True),
    Column("spelling", Text),
    Column("cased", Text),
    Column("posts", Integer),
)
pair_counts: Final = _temporary(
    "pair_counts", Column("id", Number), Column("other", Number), Column("posts", Integer), Column("threads", Integer)
)
place_counts: Final = _temporary("place_counts", Column("id", Number, index=True), Column("posts", Integer))
account_counts: Final = _temporary("account_counts", Column("id", Number, index=True), Column("posts", Integer))
thread_counts: Final = _temporary("thread_counts", Column("id", Number, index=True), Column("posts", Integer))


def create(connection: Connection) -> None:
    """Make all of them, empty; part of the transaction."""
    _METADATA.create_all(connection, checkfirst=False)


def drop(connection: Connection) -> None:
    """Drop all of them: a pooled connection would keep them."""
    _METADATA.drop_all(connection, checkfirst=False)


def fill(connection: Connection, table: Table, ids: Iterable[int]) -> None:
    """Put ids into one of the tables."""
    for batch in in_batches(((number,) for number in ids), 10_000):
        bulk_insert(connection, table, batch)
