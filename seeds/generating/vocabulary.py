"""What generated posts choose from: tags, handles and places by rank, each drawn by Zipf's law, and days as text."""

import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, product
from typing import Final, Generic, TypeVar

from seeds.generating.phrases import (
    HANDLE_PARTS,
    PHRASES,
    SHARES,
    TAG_QUALITIES,
    TAG_SUBJECTS,
    TAGS_ELSEWHERE,
    Phrases,
)
from seeds.reading import bundled_places

Item = TypeVar("Item")
HANDLES: Final = 2_000
FIRST_DAY: Final = date(2015, 1, 1)
DAYS: Final = 3_652
_ELSEWHERE_EVERY: Final = 9
_SHUFFLE: Final = 20_150_101


class Drawn(Generic[Item]):
    """Items with weights; `draw` takes a number from [0, 1) to an item. Only `random()` is the same on every Python."""

    __slots__ = ("_bounds", "_items")

    def __init__(self, items: Sequence[Item], weights: Sequence[float]) -> None:
        self._items = tuple(items)
        total = sum(weights)
        self._bounds = [sum_ / total for sum_ in accumulate(weights)][:-1]

    @classmethod
    def zipf(cls, items: Sequence[Item]) -> "Drawn[Item]":
        """The item of rank r is drawn 1/r as often as the first."""
        return cls(items, [1 / rank for rank in range(1, len(items) + 1)])

    def draw(self, number: float) -> Item:
        return self._items[bisect(self._bounds, number)]


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language with its sentences, the names that places have in it, and how it is declared."""

    phrases: Phrases
    places: Drawn[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that a generated post is made of."""

    tongues: Drawn[Tongue]
    tags: Drawn[str]
    handles: Drawn[str]
    days: tuple[str, ...]


def vocabulary() -> Vocabulary:
    """Put the vocabulary together; places are those of the bundled gazetteer."""
    tongues = [Tongue(phrases, Drawn.zipf(place_names(phrases.language))) for phrases in PHRASES]
    days = tuple((FIRST_DAY + timedelta(day)).isoformat() for day in range(DAYS))
    return Vocabulary(Drawn(tongues, SHARES), Drawn.zipf(tag_names()), Drawn.zipf(handles()), days)


def tag_names() -> list[str]:
    """About five thousand tags, most used first."""
    names = [f"{quality}{subject}" for quality, subject in product(TAG_QUALITIES, TAG_SUBJECTS)]
    shuffle(names)
    for number, name in enumerate(TAGS_ELSEWHERE, 1):
        names.insert(number * _ELSEWHERE_EVERY, name)
    return names


def handles() -> list[str]:
    """Two thousand handles, the busiest first."""
    names = [f"{one}_{other}" for one, other in product(HANDLE_PARTS, HANDLE_PARTS) if one != other]
    made = [*names, *(f"{name}{number}" for number in range(1, 10) for name in names)][:HANDLES]
    shuffle(made)
    return made


def place_names(language: str) -> list[str]:
    """The names that places have in a language, English ones where it has none: in the order of the gazetteer."""
    found = []
    for place in (located.record for located in bundled_places()):
        names = [name for name in getattr(place, "names", ()) if name.match and name.status != "HISTORIC"]
        fitting = [name.text for name in names if name.language == language]
        found.append((fitting or [name.text for name in names if name.language == "en"])[:1])
    return [name for names in found for name in names]


def shuffle(names: list[str]) -> None:
    """Shuffle by `random()` alone: the order of `random.shuffle` is promised to nobody."""
    drawn = random.Random(_SHUFFLE)  # noqa: S311 (nobody's secret)
    names.sort(key=lambda _: drawn.random())
