"""The orders of lists: `orderBy` enters, steps that can compare any two items leave. Values are never null."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from typing import Any, TypeVar

from oracle.asking import Given
from oracle.places import kilometres_between

Item = TypeVar("Item")
Values = list[Any]  # Any: numbers and texts, comparable step by step


@dataclass(frozen=True, slots=True)
class Step:
    """One sort key: what it is called, how to read it, and whether the greatest comes first."""

    name: str
    read: Callable[[Any], Any]  # Any: an item of whatever list is sorted, and its sort key
    falling: bool = False


Order = tuple[Step, ...]


def column(name: str, *, falling: bool = False) -> Step:
    return Step(name, lambda item: getattr(item, name), falling)


def values(order: Order, item: object) -> Values:
    """Read an item's sort keys."""
    return [step.read(item) for step in order]


def compare(order: Order, one: Values, other: Values) -> int:
    """Below zero when `one` comes first, zero when they are the same place."""
    for step, left, right in zip(order, one, other, strict=True):
        if left != right:
            return -1 if (left < right) != step.falling else 1
    return 0


def ordered(items: Iterable[Item], order: Order) -> list[Item]:
    return sorted(items, key=cmp_to_key(lambda one, other: compare(order, values(order, one), values(order, other))))


def by_date(rising: str, sinking: str) -> Callable[[bool], Step]:
    """Two columns, one a way, so that what has no date comes last both ways."""
    return lambda falling: column(sinking if falling else rising)


def by(name: str) -> Callable[[bool], Step]:
    return lambda falling: column(name, falling=falling)


PUBLISHED = by_date("oldest_first", "newest_first")
KEYS: Mapping[str, Mapping[str, Callable[[bool], Step]]] = {
    "Post": {"PUBLISHED": PUBLISHED, "POSITION": by("reading_order"), "KEY": by("key")},
    "Thread": {"RANK": by("rank"), "PUBLISHED": PUBLISHED, "LENGTH": by("visible"), "KEY": by("key")},
    "Source": {"TITLE": by("title"), "PUBLISHED": PUBLISHED, "KEY": by("key")},
    "Hashtag": {
        "NAME": by("name"),
        "POST_COUNT": by("post_count"),
        "LAST_SEEN": by_date("last_seen_oldest_first", "last_seen_newest_first"),
    },
    "Place": {"NAME": by("label"), "POST_COUNT": by("post_count")},
    "Account": {"HANDLE": by("handle_folded"), "MENTION_COUNT": by("mention_count")},
}
TAILS: Mapping[str, Order] = {
    "Post": (column("reading_order"), column("id")),
    "Thread": (column("rank"), column("id")),
    "Source": (column("key"),),
    "Hashtag": (column("name"),),
    "Place": (column("key"),),
    "Account": (column("handle_folded"),),
}
DEFAULTS: Mapping[str, Order] = {
    "Post": (column("newest_first"), *TAILS["Post"]),
    "Thread": TAILS["Thread"],
    "Source": (column("title"), column("key")),
    "Hashtag": (column("post_count", falling=True), column("name")),
    "Place": (column("label"), column("key")),
    "Account": TAILS["Account"],
}
IN_THREAD: Order = (column("position"), column("id"))
IN_SOURCE: Order = TAILS["Post"]


def order_of(
    kind: str, steps: Sequence[Given] | None, where: Given | None = None, default: Order | None = None
) -> Order:
    """Make the order of a list: the keys asked for, then those that settle ties and are not there already."""
    if not steps:
        return default or DEFAULTS[kind]
    wanted = [step_of(kind, step["by"], step["direction"] == "DESC", where or {}) for step in steps]
    chosen: dict[str, Step] = {}
    for step in (*wanted, *TAILS[kind]):
        chosen.setdefault(step.name, step)
    return tuple(chosen.values())


def by_relevance(steps: Sequence[Given] | None, score: Callable[[Any], int]) -> Order:  # Any: a post
    """Make the order of posts under a search: RELEVANCE stands for the score, equal ones newest first."""
    wanted = steps or [{"by": "RELEVANCE", "direction": "DESC"}]
    chosen: dict[str, Step] = {}
    for asked in wanted:
        falling = asked["direction"] == "DESC"
        if asked["by"] == "RELEVANCE":
            chosen.setdefault("score", Step("score", score, falling))
        else:
            step = KEYS["Post"][asked["by"]](falling)
            chosen.setdefault(step.name, step)
    newest = [column("newest_first")] if "score" in chosen else []
    for step in (*newest, *TAILS["Post"]):
        chosen.setdefault(step.name, step)
    return tuple(chosen.values())


def step_of(kind: str, key: str, falling: bool, where: Given) -> Step:
    if key == "DISTANCE":
        near = where["near"]
        centre = (near["latitude"], near["longitude"])
        return Step("distance", lambda place: kilometres_between(centre, (place.latitude, place.longitude)), falling)
    return KEYS[kind][key](falling)
