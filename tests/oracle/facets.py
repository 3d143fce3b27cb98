"""Facets: posts counted by one property, the most frequent values first."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from api.models import Account, Base, Post
from oracle.sets import in_role
from oracle.world import World


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value, how people read it, and the number of posts that have it."""

    value: str
    label: str
    count: int
    node: Base | None


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one property over a whole list."""

    field: str
    values: list[FacetValue]
    distinct: int
    other: int
    missing: int


Value = tuple[str, str, Base | None]


def of_account(account: Account) -> Value:
    return account.handle, account.display_name or f"@{account.handle}", account


def tags(world: World, post: Post) -> set[Value]:
    used = {world.hashtags[use.hashtag_id] for use in world.tags[post.id]}
    return {(tag.name, f"#{tag.display}", tag) for tag in used}


def places(world: World, post: Post) -> set[Value]:
    named = {world.places[one.place_id] for one in in_role(world.toponyms[post.id], None)}
    return {(place.key, place.label, place) for place in named}


def source(world: World, post: Post) -> set[Value]:
    found = world.sources[post.source_id]
    return {(found.key, found.title, found)}


def author(world: World, post: Post) -> set[Value]:
    return set() if post.author_id is None else {of_account(world.accounts[post.author_id])}


def mentioned(world: World, post: Post) -> set[Value]:
    return {of_account(world.accounts[one.account_id]) for one in world.mentions[post.id]}


def domains(world: World, post: Post) -> set[Value]:
    return {(link.domain, link.domain, None) for link in world.links[post.id] if link.domain is not None}


VALUES: dict[str, Callable[[World, Post], set[Value]]] = {
    "HASHTAG": tags,
    "PLACE": places,
    "SOURCE": source,
    "LANGUAGE": lambda _, post: set() if post.language is None else {(post.language, post.language, None)},
    "ACCOUNT": author,
    "MENTION": mentioned,
    "KIND": lambda _, post: {(post.kind, post.kind, None)},
    "DOMAIN": domains,
}


def facet(world: World, posts: list[Post], field: str, size: int) -> Facet:
    """Count posts by a property; equal counts stand in code point order of their values."""
    held = [VALUES[field](world, post) for post in posts]
    counted = Counter(value for values in held for value in values)
    every = [FacetValue(value, label, count, node) for (value, label, node), count in counted.items()]
    every.sort(key=lambda one: (-one.count, one.value))
    rest = sum(one.count for one in every[size:])
    return Facet(field, every[:size], len(every), rest, sum(not values for values in held))
