"""Places: names, neighbours, mentions and who writes which name."""

import json
from collections import Counter
from dataclasses import dataclass
from math import asin, sqrt

from api.models import Place, PlaceMention, PlaceName, PlaceParent, Post
from oracle.asking import Ask, Given, answers
from oracle.kinship import place_posts
from oracle.lists import listed, page_of
from oracle.ordering import Order, column
from oracle.paging import Connection, connect
from oracle.places import EARTH
from oracle.sets import in_role

STATUSES = ("PREFERRED", "VARIANT", "HISTORIC")
MENTIONS: Order = (column("newest_first"), column("reading_order"), column("post_id"), column("ordinal"))


@dataclass(frozen=True, slots=True)
class NameUsage:
    """One name as written, in one source, language or month."""

    toponym: str
    key: str
    count: int


@dataclass(frozen=True, slots=True)
class NearbyPlace:
    """A place and how far it is."""

    place: Place
    kilometres: float


@answers("Place.name")
def name(ask: Ask, place: Place, languages: list[str] | None = None, perspectives: list[str] | None = None) -> str:
    """The first name that fits what is wanted, the label where none does or nothing is."""
    if not languages and not perspectives:
        return place.label
    fitting = [
        (rank(one.language, languages), rank(one.perspective, [*perspectives, None] if perspectives else None),
         STATUSES.index(one.status), one.ordinal, one.text)
        for one in ask.world.names[place.id]
        if (not languages or one.language in languages)
        and (not perspectives or one.perspective in [*perspectives, None])
    ]  # fmt: skip
    return min(fitting)[-1] if fitting else place.label


def rank(value: str | None, wanted: list[str] | list[str | None] | None) -> int:
    return [*wanted].index(value) if wanted else 0


@answers("Place.names")
def names(ask: Ask, place: Place) -> list[PlaceName]:
    return ask.world.names[place.id]


@answers("Place.parents")
def parents(ask: Ask, place: Place) -> list[PlaceParent]:
    return ask.world.parents[place.id]


@answers("PlaceParent.place")
def parent_place(ask: Ask, parent: PlaceParent) -> Place:
    return ask.world.places[parent.parent_id]


@answers("Place.geometry")
def geometry(_ask: Ask, place: Place) -> object:
    return None if place.geometry is None else json.loads(place.geometry)


@answers("Place.postCount")
def post_count(ask: Ask, place: Place) -> int:
    return len(place_posts(ask.world, place))


@answers("Place.posts")
def posts(ask: Ask, place: Place, role: list[str] | None = None, **given: Given) -> Connection:
    return listed(ask, "Post", place_posts(ask.world, place, role), given)


def mentions_of(ask: Ask, place: Place, roles: list[str] | None) -> list[PlaceMention]:
    every = [one for mentions in ask.world.toponyms.values() for one in mentions if one.place_id == place.id]
    return in_role(every, roles)


@answers("Place.mentions")
def mentions(ask: Ask, place: Place, role: list[str] | None = None, **given: Given) -> Connection:
    return connect(ask, mentions_of(ask, place, role), MENTIONS, page_of(given))


@answers("PlaceMention.place")
def mentioned(ask: Ask, mention: PlaceMention) -> Place:
    return ask.world.places[mention.place_id]


@answers("PlaceMention.post")
def mentioning(ask: Ask, mention: PlaceMention) -> Post:
    return ask.world.posts[mention.post_id]


@answers("Place.nameUsage")
def name_usage(ask: Ask, place: Place, by: str) -> list[NameUsage]:
    """How often each name is written, demonyms left out."""
    key = {"SOURCE": source_key, "LANGUAGE": language, "MONTH": month}[by]
    mentions = mentions_of(ask, place, None)
    counted = Counter((one.toponym, key(ask, ask.world.posts[one.post_id])) for one in mentions)
    usages = [NameUsage(toponym, under, count) for (toponym, under), count in counted.items()]
    return sorted(usages, key=lambda one: (-one.count, one.toponym, one.key))


def source_key(ask: Ask, post: Post) -> str:
    return ask.world.sources[post.source_id].key


def language(_ask: Ask, post: Post) -> str:
    return post.language or "und"


def month(_ask: Ask, post: Post) -> str:
    earliest, latest = (post.published_earliest or "")[:7], (post.published_latest or "")[:7]
    return earliest if earliest and earliest == latest else "undated"


@answers("Place.near")
def near(ask: Ask, place: Place, kilometres: float, first: int | None = None) -> list[NearbyPlace]:
    """The places around, by the chord between two points of the sphere."""
    around = []
    for other in ask.world.places.values():
        away = chord(place, other)
        if other is not place and away is not None and 2 * EARTH * asin(min(1.0, away / 2)) <= kilometres:
            around.append((away, other.key, other))
    around.sort(key=lambda one: one[:2])
    nearest = around[: 10 if first is None else first]
    return [NearbyPlace(other, round(2 * EARTH * asin(min(1.0, away / 2)), 3)) for away, _, other in nearest]


def chord(one: Place, other: Place) -> float | None:
    """The straight way through a sphere of radius 1; None where one of the two is nowhere."""
    if one.x is None or one.y is None or one.z is None or other.x is None or other.y is None or other.z is None:
        return None
    return sqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2 + (one.z - other.z) ** 2)
