"""Hashtags: what their fields answer beyond their own columns."""

from collections import Counter
from dataclasses import dataclass

from api.models import Hashtag, PostHashtag
from oracle import dates
from oracle.asking import Ask, Given, answers
from oracle.kinship import RelatedHashtag, related_tags, tag_posts
from oracle.lists import listed
from oracle.paging import Connection


@dataclass(frozen=True, slots=True)
class Variant:
    """A spelling and the number of posts that write it."""

    spelling: str
    post_count: int


@answers("HashtagUse.hashtag")
def used(ask: Ask, use: PostHashtag) -> Hashtag:
    return ask.world.hashtags[use.hashtag_id]


@answers("Hashtag.variants")
def variants(ask: Ask, tag: Hashtag) -> list[Variant]:
    pairs = {(use.spelling, post) for post, uses in ask.world.tags.items() for use in uses if use.hashtag_id == tag.id}
    counted = Counter(spelling for spelling, _ in pairs)
    return [Variant(*one) for one in sorted(counted.items(), key=lambda one: (-one[1], one[0]))]


@answers("Hashtag.postCount")
def post_count(ask: Ask, tag: Hashtag) -> int:
    return len(tag_posts(ask.world, tag))


@answers("Hashtag.posts")
def posts(ask: Ask, tag: Hashtag, **given: Given) -> Connection:
    return listed(ask, "Post", tag_posts(ask.world, tag), given)


def thread_numbers(ask: Ask, tag: Hashtag) -> set[int]:
    return {post.thread_id for post in tag_posts(ask.world, tag) if post.thread_id is not None}


@answers("Hashtag.threadCount")
def thread_count(ask: Ask, tag: Hashtag) -> int:
    return len(thread_numbers(ask, tag))


@answers("Hashtag.threads")
def threads(ask: Ask, tag: Hashtag, **given: Given) -> Connection:
    return listed(ask, "Thread", [ask.world.threads[number] for number in thread_numbers(ask, tag)], given)


@answers("Hashtag.firstSeen")
def first_seen(ask: Ask, tag: Hashtag) -> dates.UncertainDate | None:
    """The date of the first dated post, by the day or instant it begins."""
    dated = [post for post in tag_posts(ask.world, tag) if post.published_earliest]
    first = min(dated, key=lambda post: (post.oldest_first, post.reading_order, post.id), default=None)
    return dates.uncertain(first, "published") if first else None


@answers("Hashtag.lastSeen")
def last_seen(ask: Ask, tag: Hashtag) -> dates.UncertainDate | None:
    dated = [post for post in tag_posts(ask.world, tag) if post.published_earliest]
    last = min(dated, key=lambda post: (post.newest_first, post.reading_order, post.id), default=None)
    return dates.uncertain(last, "published") if last else None


@answers("Hashtag.buckets")
def buckets(ask: Ask, tag: Hashtag, by: str) -> list[dates.Bucket]:
    return dates.buckets(tag_posts(ask.world, tag), by)


@answers("Hashtag.related")
def related(ask: Ask, tag: Hashtag, scope: str, first: int | None = None) -> list[RelatedHashtag]:
    return related_tags(ask.world, tag, scope)[: 10 if first is None else first]
