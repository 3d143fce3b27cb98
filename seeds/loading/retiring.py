"""What a reload removes: stored nodes that the seeds hold no longer, and tags and accounts that nothing needs now."""

from itertools import chain
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, Table, exists, or_, select, union

from seeds.loading.accounts import account_digest
from seeds.loading.batches import in_batches
from seeds.loading.dialects import analyse
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
    analyse(connection, [gone_posts, gone_threads])


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
    tags, uses = TABLES["hashtags"].c, TABLES["post_hashtags"].c
    before = select(uses.hashtag_id).where(uses.post_id.in_(select(gone_posts.c.id)))
    stays = _needed(uses.hashtag_id == tags.id, uses.post_id, gone_posts)
    return select(tags.id, tags.name).where(tags.id.in_(before), ~stays).order_by(tags.id)


def _unused_accounts() -> Select[Any]:
    """Accounts of posts and threads that go, and those only described, unless something that stays needs them."""
    accounts, mentions, posts, threads = (
        TABLES[name].c for name in ("accounts", "account_mentions", "posts", "threads")
    )
    gone, gone_too = select(gone_posts.c.id), select(gone_threads.c.id)
    before = union(
        select(mentions.account_id).where(mentions.post_id.in_(gone)),
        select(posts.author_id).where(posts.id.in_(gone), posts.author_id.is_not(None)),
        select(threads.author_id).where(threads.id.in_(gone_too), threads.author_id.is_not(None)),
    )
    return (
        select(accounts.id, accounts.handle_folded, accounts.handle, accounts.display_name)
        .where(or_(accounts.id.in_(before), accounts.mention_count == 0))
        .where(~_needed(mentions.account_id == accounts.id, mentions.post_id, gone_posts))
        .where(~_needed(posts.author_id == accounts.id, posts.id, gone_posts))
        .where(~_needed(threads.author_id == accounts.id, threads.id, gone_threads))
        .order_by(accounts.id)
    )


def _needed(uses: ColumnElement[bool], user: ColumnElement[Any], gone: Table) -> ColumnElement[bool]:
    """Tell whether something uses it that does not go. Written so that both planners look each user up by its id."""
    return exists().where(uses, ~exists().where(gone.c.id == user))
