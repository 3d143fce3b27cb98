"""What a reload removes: stored nodes that the seeds no longer hold, and tags and accounts that nothing uses any more."""

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Connection, Select, Table, exists, or_, select, union

from api.models import Account, AccountMention, Hashtag, Post, PostHashtag, Thread
from seeds.loading.dialects import bulk_insert
from seeds.loading.staging import Node, Staging, in_batches
from seeds.loading.stored import BATCH, present, stored_keys
from seeds.loading.temporary import gone_posts, gone_threads

SEEDED = ("Place", "Source", "Post", "Thread")


def retire(connection: Connection, staging: Staging) -> None:
    """Stage the removal of the stored nodes that were not seen."""
    for kind in SEEDED:
        for batch in in_batches(stored_keys(connection, kind), 10_000):
            unseen = set(staging.unseen(kind, [number for number, _, _ in batch]))
            staging.stage(
                Node(kind, number, key, "REMOVED", before=digest) for number, key, digest in batch if number in unseen
            )


def mark_gone(connection: Connection, staging: Staging) -> None:
    """Fill the tables of posts and threads whose stored rows will count no longer."""
    for kind, table in (("Post", gone_posts), ("Thread", gone_threads)):
        fill(connection, table, (node.id for node in staging.nodes(kind, "CHANGED", "REMOVED")))


def fill(connection: Connection, table: Table, ids: Iterable[int]) -> None:
    """Put ids into a temporary table."""
    for batch in in_batches(((number,) for number in ids), 10_000):
        bulk_insert(connection, table, batch)


def stage_names(connection: Connection, staging: Staging, declared: dict[int, str]) -> None:
    """Stage hashtags and accounts: those that are used for the first time, those that are used no longer.

    `declared` are the accounts, id to key, that the seeds describe, used or not.
    """
    staging.name("Account", declared.items())
    for kind in ("Hashtag", "Account"):
        for batch in in_batches(staging.named(kind), BATCH):
            known = present(connection, kind, [number for number, _ in batch])
            staging.stage(Node(kind, number, key, "ADDED") for number, key in batch if number not in known)
    for kind, unused in (("Hashtag", _unused_tags()), ("Account", _unused_accounts())):
        found: Iterator[tuple[int, str]] = (tuple(one) for one in connection.execute(unused))
        for batch in in_batches(found, 10_000):
            wanted = staging.used(kind, [number for number, _ in batch])
            staging.stage(Node(kind, number, key, "REMOVED") for number, key in batch if number not in wanted)


def _unused_tags() -> Select[tuple[int, str]]:
    """Tags of posts that go, which no post that stays uses."""
    gone = select(gone_posts.c.id)
    before = select(PostHashtag.hashtag_id).where(PostHashtag.post_id.in_(gone))
    stays = exists().where(PostHashtag.hashtag_id == Hashtag.id, PostHashtag.post_id.not_in(gone))
    return select(Hashtag.id, Hashtag.name).where(Hashtag.id.in_(before), ~stays).order_by(Hashtag.id)


def _unused_accounts() -> Select[tuple[int, str]]:
    """Accounts of posts and threads that go, or that were only described, which nothing that stays needs."""
    posts, threads = select(gone_posts.c.id), select(gone_threads.c.id)
    before = union(
        select(AccountMention.account_id).where(AccountMention.post_id.in_(posts)),
        select(Post.author_id).where(Post.id.in_(posts)),
        select(Thread.author_id).where(Thread.id.in_(threads)),
    )
    return (
        select(Account.id, Account.handle_folded)
        .where(or_(Account.id.in_(before), Account.mention_count == 0), ~_mentioned(posts), ~_writes(posts, threads))
        .order_by(Account.id)
    )


def _mentioned(posts: Select[tuple[int]]) -> ColumnElement[bool]:
    return exists().where(AccountMention.account_id == Account.id, AccountMention.post_id.not_in(posts))


def _writes(posts: Select[tuple[int]], threads: Select[tuple[int]]) -> ColumnElement[bool]:
    return or_(
        exists().where(Post.author_id == Account.id, Post.id.not_in(posts)),
        exists().where(Thread.author_id == Account.id, Thread.id.not_in(threads)),
    )
