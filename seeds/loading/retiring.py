"""What a reload removes: stored nodes that the seeds no longer hold, and tags and accounts that nothing uses any more."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, exists, or_, select, union

from seeds.loading.staging import Node, Staging, in_batches
from seeds.loading.stored import TABLES, stored_keys
from seeds.loading.temporary import gone_posts, gone_threads

_BATCH: Final = 10_000


def retire(connection: Connection, staging: Staging) -> None:
    """Stage the removal of the stored nodes that were not seen."""
    for kind in ("Source", "Thread", "Post", "Place"):
        for batch in in_batches(stored_keys(connection, kind), _BATCH):
            unseen = staging.unseen(kind, [number for number, _, _ in batch])
            staging.stage(
                Node(kind, number, key, "REMOVED", before=digest) for number, key, digest in batch if number in unseen
            )


def retire_unused(connection: Connection, staging: Staging) -> None:
    """Stage the removal of tags and accounts that no stored row needs but those that go, nor any to be written.

    The temporary tables `gone_posts` and `gone_threads` are filled.
    """
    for kind, unused in (("Hashtag", _unused_tags()), ("Account", _unused_accounts())):
        found = (tuple(one) for one in connection.execute(unused))
        for batch in in_batches(found, _BATCH):
            needed = staging.used(kind, [one[0] for one in batch])
            staging.stage(Node(kind, *one[:2], "REMOVED", before=one[2]) for one in batch if one[0] not in needed)


def _unused_tags() -> Select[Any]:
    """Tags of posts that go, which no post that stays uses."""
    tags, uses, gone = TABLES["hashtags"], TABLES["post_hashtags"], select(gone_posts.c.id)
    before = select(uses.c.hashtag_id).where(uses.c.post_id.in_(gone))
    stays = exists().where(uses.c.hashtag_id == tags.c.id, uses.c.post_id.not_in(gone))
    return select(tags.c.id, tags.c.name).where(tags.c.id.in_(before), ~stays).order_by(tags.c.id)


def _unused_accounts() -> Select[Any]:
    """Accounts of posts and threads that go, and accounts that were only described, unless something that stays needs them."""
    accounts, mentions, posts, threads = (TABLES[name] for name in ("accounts", "account_mentions", "posts", "threads"))
    gone, gone_too = select(gone_posts.c.id), select(gone_threads.c.id)
    before = union(
        select(mentions.c.account_id).where(mentions.c.post_id.in_(gone)),
        select(posts.c.author_id).where(posts.c.id.in_(gone)),
        select(threads.c.author_id).where(threads.c.id.in_(gone_too)),
    )

    def needed(account: ColumnElement[Any], user: ColumnElement[Any], going: Select[Any]) -> ColumnElement[bool]:
        return exists().where(account == accounts.c.id, user.not_in(going))

    return (
        select(accounts.c.id, accounts.c.handle_folded)
        .where(or_(accounts.c.id.in_(before), accounts.c.mention_count == 0))
        .where(~needed(mentions.c.account_id, mentions.c.post_id, gone))
        .where(~needed(posts.c.author_id, posts.c.id, gone), ~needed(threads.c.author_id, threads.c.id, gone_too))
        .order_by(accounts.c.id)
    )
