"""Which media type answers: an `Accept` header enters, what may be written leaves (RFC 9110, section 12.5.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

JSON = "application/json"
RESPONSE = "application/graphql-response+json"
PAGE = "text/html"
EVENTS = "text/event-stream"

Rank = tuple[float, int, int]
"""How welcome a type is: its weight, how exactly it was named, and how early (negative, so that more is better)."""

UNWELCOME: Rank = (0.0, 0, 0)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a client takes: the JSON type it prefers (None: neither), a page before JSON, and a stream of events.

    A page or a stream is sent only to a client that names it: `*/*` means JSON.
    """

    json: str | None
    page: bool
    events: bool


@lru_cache(maxsize=512)
def accepted(header: str) -> Accepted:
    """Read an `Accept` header; an empty one accepts everything."""
    ranges = list(_ranges(header)) or [("*/*", 1.0, 0)]
    written = max((JSON, RESPONSE), key=lambda each: _rank(each, ranges))
    best = _rank(written, ranges)
    page, events = _rank(PAGE, ranges), _rank(EVENTS, ranges)
    return Accepted(
        json=written if best[0] > 0 else None,
        page=page[1] == EXACT and page[0] > 0 and page > best,
        events=events[1] == EXACT and events[0] > 0,
    )


@lru_cache(maxsize=512)
def welcome(header: str, *offered: str) -> str | None:
    """Choose among media types the one that the header prefers, the first of equals; None when it takes none."""
    ranges = list(_ranges(header)) or [("*/*", 1.0, 0)]
    best = max(offered, key=lambda each: _rank(each, ranges))
    return best if _rank(best, ranges)[0] > 0 else None


EXACT = 3


def _ranges(header: str) -> Iterator[tuple[str, float, int]]:
    """Yield each media range with its weight and its place; parameters other than the weight do not matter here."""
    for place, element in enumerate(header.split(",")):
        name, *parameters = (part.strip().lower() for part in element.split(";"))
        weight = _weight(parameters)
        if name and weight is not None:
            yield name, weight, place


def _weight(parameters: list[str]) -> float | None:
    """Read `q`; None where it is not a number from 0 to 1, and so says nothing."""
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                weight = float(value)
            except ValueError:
                return None
            return weight if 0 <= weight <= 1 else None
    return 1.0


def _rank(offered: str, ranges: list[tuple[str, float, int]]) -> Rank:
    """Rank a type by the most exact range that holds it."""
    family = offered.partition("/")[0] + "/*"
    found = UNWELCOME
    for name, weight, place in ranges:
        exactness = EXACT if name == offered else 2 if name == family else 1 if name == "*/*" else 0
        if exactness > found[1]:
            found = (weight, exactness, -place)
    return found
