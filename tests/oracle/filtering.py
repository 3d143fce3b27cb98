"""A `where` of any list as a predicate on one item, `and`, `or` and `not` included."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from api.models import Account, Hashtag, Place, Post, Source, Thread
from api.text.fold import fold
from oracle.asking import Given
from oracle.conditions import asked, date_fits, kind_fits, number_fits, text_fits, texts_fit, words_fit
from oracle.places import is_inside, is_near, is_within
from oracle.sets import handle_key, handles_fit, places_fit, tag_name, tags_fit
from oracle.world import World

Item = TypeVar("Item")
Condition = Callable[[Any], bool]  # Any: the filter's input, checked by GraphQL
Conditions = dict[str, Condition]


def kept(world: World, kind: str, items: Iterable[Item], where: Given | None) -> list[Item]:
    """The items that a `where` keeps, in the order they came."""
    return [item for item in items if fits(world, kind, item, where)]


def fits(world: World, kind: str, item: Any, where: Given | None) -> bool:  # Any: a node of that kind
    """Whether one item is kept: every condition asked for must hold."""
    conditions = CONDITIONS[kind](world, item) | {
        "and": lambda wheres: all(fits(world, kind, item, one) for one in wheres),
        "or": lambda wheres: any(fits(world, kind, item, one) for one in wheres),
        "not": lambda one: not fits(world, kind, item, one),
    }
    return all(conditions[name](wanted) for name, wanted in asked(where))


def of_source(_world: World, source: Source) -> Conditions:
    return {
        "key": lambda given: text_fits(source.key, given),
        "title": lambda given: words_fit([fold(source.title)], given),
        "kind": lambda given: kind_fits(source.kind, given),
        "publisher": lambda given: text_fits(source.publisher, given),
        "language": lambda given: text_fits(source.language, given),
        "published": lambda given: date_fits(source, given),
    }


def of_thread(world: World, thread: Thread) -> Conditions:
    posts = world.thread_posts[thread.id]
    here = len(posts)
    complete = None if thread.total is None else here >= thread.total
    return {
        "key": lambda given: text_fits(thread.key, given),
        "language": lambda given: text_fits(thread.language, given),
        "published": lambda given: date_fits(thread, given),
        "hashtags": lambda given: tags_fit(world, [use for post in posts for use in world.tags[post.id]], given),
        "places": lambda given: places_fit(world, [one for post in posts for one in world.toponyms[post.id]], given),
        "mentions": lambda given: handles_fit(world, [one for post in posts for one in world.mentions[post.id]], given),
        "source": lambda where: fits(world, "Source", world.sources[thread.source_id], where),
        "coverage": lambda given: number_fits(here / thread.total if thread.total else None, given),
        "isComplete": lambda wanted: complete is wanted,
        "length": lambda given: number_fits(here, given),
    }


def of_post(world: World, post: Post) -> Conditions:
    author = world.accounts.get(post.author_id or 0)
    thread = world.threads.get(post.thread_id or 0)
    domains = {link.domain for link in world.links[post.id] if link.domain is not None}
    return {
        "kind": lambda given: kind_fits(post.kind, given),
        "language": lambda given: text_fits(post.language, given),
        "position": lambda given: number_fits(post.position, given),
        "published": lambda given: date_fits(post, given),
        "text": lambda given: words_fit([fold(post.text)], given),
        "hashtags": lambda given: tags_fit(world, world.tags[post.id], given),
        "places": lambda given: places_fit(world, world.toponyms[post.id], given),
        "mentions": lambda given: handles_fit(world, world.mentions[post.id], given),
        "author": lambda given: text_fits(author.handle if author else None, given, handle_key),
        "domain": lambda given: texts_fit(domains, given),
        "key": lambda given: text_fits(post.key, given),
        "source": lambda where: fits(world, "Source", world.sources[post.source_id], where),
        "thread": lambda where: thread is not None and fits(world, "Thread", thread, where),
    }


def of_hashtag(_world: World, tag: Hashtag) -> Conditions:
    return {
        "name": lambda given: text_fits(tag.name, given, tag_name),
        "postCount": lambda given: number_fits(tag.post_count, given),
    }


def of_place(world: World, place: Place) -> Conditions:
    return {
        "key": lambda given: text_fits(place.key, given),
        "kind": lambda given: kind_fits(place.kind, given),
        "name": lambda given: words_fit([fold(name.text) for name in world.names[place.id]], given),
        "country": lambda given: text_fits(place.country, given),
        "within": lambda wanted: is_within(world, place, wanted),
        "bbox": lambda given: is_inside(place, given),
        "near": lambda given: is_near(place, given),
        "postCount": lambda given: number_fits(place.post_count, given),
    }


def of_account(_world: World, account: Account) -> Conditions:
    return {
        "handle": lambda given: text_fits(account.handle, given, handle_key),
        "mentionCount": lambda given: number_fits(account.mention_count, given),
    }


CONDITIONS: dict[str, Callable[[World, Any], Conditions]] = {  # Any: the node of that kind
    "Source": of_source,
    "Thread": of_thread,
    "Post": of_post,
    "Hashtag": of_hashtag,
    "Place": of_place,
    "Account": of_account,
}
