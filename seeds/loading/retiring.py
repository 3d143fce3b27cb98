"""What a reload removes: stored nodes that the seeds hold no longer, and tags and accounts that nothing needs now."""

from itertools import chain
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, exists, or_, select, union

from seeds.loading.accounts import account_digest
from seeds.loading.batches import in_batches
from seeds.loading.rooms import Staging
from seeds.loading.staged_nodes import Node
from seeds.loading.stored import BATCH, TABLES, stored_keys
from seeds.loading.temporary import fill, gone_posts, gone_threads

_BATCH: Final = 10_000


def retire(connection: Connection, staging: Staging, kind: str, *, has_unread: bool) -> None:
    """Stage the removal of the stored nodes that the seeds hold no longer."""
    missing = in_batches(staging.nodes.missing(kind), BATCH) if has_unread else [None]
    stored = chain.from_iterable(stored_keys(connection, kind, ids) for ids in missing)
    for batch in in_batches(stored, _BATCH):
        unseen = staging.nodes.unseen(kind, [one[0] for one in batch])
        gone = [one for one in batch if one[0] in unseen]
        staging.nodes.stage(Node(kind, number, key, "REMOVED", before=digest) for number, key, digest, _ in gone)
        staging.nodes.touch_threads(thread for _, _, _, thread in gone)


def mark_gone(connection: Connection, staging: Staging) -> None:
    """Fill `gone_posts` and `gone_threads` from the plan."""
    for kind, table in (("Post", gone_posts), ("Thread", gone_threads)):
        fill(connection, table, staging.nodes.ids(kind, "CHANGED", "REMOVED"))


def retire_unused(connection: Connection, staging: Staging) -> None:
    """Stage the removal of tags and accounts that no stored row needs but those that go, nor any to be written.

    The temporary tables `gone_posts` and `gone_threads` are filled: `mark_gone` came before.
    """
    for kind, unused in (("Hashtag", _unused_tags()), ("Account", _unused_accounts())):
        found = (tuple(one) for one in connection.execute(unused))
        for batch in in_batches(found, _BATCH):
            needed = staging.names.among_used(kind, [one[0] for one in batch])
            gone = [one for one in batch if one[0] not in needed]
            staging.nodes.stage(
                Node(kind, number, key, "REMOVED", before=account_digest(*said) if said else "")
                for number, key, *said in gone
            )


def _unused_tags() -> Select[Any]:
    """Tags of posts that go, which no post that stays uses."""
    tags, uses, gone = TABLES["hashtags"], TABLES["post_hashtags"], select(gone_posts.c.id)
    before = select(uses.c.hashtag_id).where(uses.c.post_id.in_(gone))
    stays = exists().where(uses.c.hashtag_id == tags.c.id, uses.c.post_id.not_in(gone))
    return select(tags.c.id, tags.c.name).where(tags.c.id.in_(before), ~stays).order_by(tags.c.id)


def _unused_accounts() -> Select[Any]:
    """Accounts of posts and threads that go, and those only described, unless something that stays needs them."""
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
        select(accounts.c.id, accounts.c.handle_folded, accounts.c.handle, accounts.c.display_name)
        .where(or_(accounts.c.id.in_(before), accounts.c.mention_count == 0))
        .where(~needed(mentions.c.account_id, mentions.c.post_id, gone))
        .where(~needed(posts.c.author_id, posts.c.id, gone), ~needed(threads.c.author_id, threads.c.id, gone_too))
        .order_by(accounts.c.id)
    )
