"""Sources, threads and accounts: what their fields answer beyond their own columns."""

from api.models import Account, AccountMention, Post, PostHashtag, RelatedItem, Source, Thread
from oracle import coverage
from oracle.asking import Ask, Given, answers
from oracle.kinship import Related, related
from oracle.lists import listed
from oracle.ordering import IN_SOURCE, IN_THREAD
from oracle.paging import Connection


@answers("Source.threads")
def source_threads(ask: Ask, source: Source, **given: Given) -> Connection:
    return listed(ask, "Thread", [one for one in ask.world.threads.values() if one.source_id == source.id], given)


@answers("Source.posts")
def source_posts(ask: Ask, source: Source, **given: Given) -> Connection:
    own = [post for post in ask.world.posts.values() if post.source_id == source.id]
    return listed(ask, "Post", own, given, IN_SOURCE)


@answers("Source.relatedItems")
def related_items(ask: Ask, source: Source) -> list[RelatedItem]:
    return sorted(ask.world.related_items[source.id], key=lambda item: item.ordinal)


@answers("Source.coverage")
def source_coverage(ask: Ask, source: Source) -> coverage.Coverage:
    """Its threads, and its posts without one as a part of which nothing is known."""
    threads = [thread for thread in ask.world.threads.values() if thread.source_id == source.id]
    alone = [post for post in ask.world.posts.values() if post.source_id == source.id and post.thread_id is None]
    parts = [coverage.of_thread(ask.world, thread) for thread in threads]
    return coverage.summed([*parts, coverage.part(len(alone), None)] if alone else parts)


@answers("Thread.posts")
def thread_posts(ask: Ask, thread: Thread, **given: Given) -> Connection:
    return listed(ask, "Post", ask.world.thread_posts[thread.id], given, IN_THREAD)


@answers("Thread.hashtags")
def thread_hashtags(ask: Ask, thread: Thread) -> list[PostHashtag]:
    """One use of each tag: shown before asserted, then in reading order."""
    posts = {post.id: post for post in ask.world.thread_posts[thread.id]}
    uses = [use for number in posts for use in ask.world.tags[number]]
    uses.sort(key=lambda use: (use.basis != "IN_TEXT", posts[use.post_id].position, use.ordinal))
    first: dict[int, PostHashtag] = {}
    for use in uses:
        first.setdefault(use.hashtag_id, use)
    return list(first.values())


@answers("Thread.coverage")
def thread_coverage(ask: Ask, thread: Thread) -> coverage.Coverage:
    return coverage.of_thread(ask.world, thread)


@answers("Thread.related")
def related_threads(ask: Ask, thread: Thread, first: int | None = None) -> list[Related]:
    return related(ask.world, thread, ask.world.threads.values())[: 5 if first is None else first]


@answers("Account.posts")
def written(ask: Ask, account: Account, **given: Given) -> Connection:
    return listed(ask, "Post", [post for post in ask.world.posts.values() if post.author_id == account.id], given)


def mentioning(ask: Ask, account: Account) -> list[Post]:
    mentions = ask.world.mentions
    return [post for post in ask.world.posts.values() if any(m.account_id == account.id for m in mentions[post.id])]


@answers("Account.mentionedIn")
def mentioned_in(ask: Ask, account: Account, **given: Given) -> Connection:
    return listed(ask, "Post", mentioning(ask, account), given)


@answers("Account.mentionCount")
def mention_count(ask: Ask, account: Account) -> int:
    return len(mentioning(ask, account))


@answers("AccountMention.account")
def account_of(ask: Ask, mention: AccountMention) -> Account:
    return ask.world.accounts[mention.account_id]
