"""Pages of whole lists: items in any order and page arguments enter, a connection leaves.

Cursors are our own: the names and values of the sort keys as JSON.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from oracle.asking import Ask, Refused
from oracle.ordering import Order, Values, compare, ordered, values

PREFIX = "oracle:"
"""What our cursors begin with, so that a comparison knows them."""


@dataclass(frozen=True, slots=True)
class Edge:
    """An item of a page; `match` is for searches."""

    cursor: str
    node: object
    match: object = None


@dataclass(frozen=True, slots=True)
class PageInfo:
    """Where a page stands in its list."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@dataclass(frozen=True, slots=True)
class Connection:
    """A page with all that stands before and after it; `everything` is the whole filtered list in order."""

    everything: list[object]
    edges: list[Edge]
    page_info: PageInfo
    nodes: list[object] = field(default_factory=list)

    @property
    def total_count(self) -> int:
        return len(self.everything)


@dataclass(frozen=True, slots=True)
class Page:
    """Page arguments as given."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None

    def size(self, ask: Ask) -> int:
        default = 10 if ask.nested else 20
        return next((size for size in (self.last, self.first) if size is not None), default)


def connect(
    ask: Ask, items: Iterable[object], order: Order, page: Page, match: Callable[[object], object] = lambda _: None
) -> Connection:
    """Cut a page out of a list. Before and after it stands what the page leaves, and what the cursors cut off."""
    everything = ordered(items, order)
    after, before = (read_cursor(order, cursor) for cursor in (page.after, page.before))
    earlier = [item for item in everything if after and compare(order, values(order, item), after) <= 0]
    later = [item for item in everything if before and compare(order, values(order, item), before) >= 0]
    window = [item for item in everything if item not in earlier and item not in later]
    size = page.size(ask)
    cut = max(0, len(window) - size) if page.last is not None else min(size, len(window))
    chosen = window[cut:] if page.last is not None else window[:cut]
    rest = window[:cut] if page.last is not None else window[cut:]
    edges = [Edge(write_cursor(order, item), item, match(item)) for item in chosen]
    ends = (edges[0].cursor, edges[-1].cursor) if edges else (None, None)
    left, right = (rest, []) if page.last is not None else ([], rest)
    return Connection(everything, edges, PageInfo(bool(right or later), bool(left or earlier), *ends), chosen)


def write_cursor(order: Order, item: object) -> str:
    return PREFIX + json.dumps([signature(order), values(order, item)])


def read_cursor(order: Order, cursor: str | None) -> Values | None:
    """Read a cursor back; Refused when it is none of ours, or of another order."""
    if cursor is None:
        return None
    try:
        signed, read = json.loads(cursor.removeprefix(PREFIX))
    except ValueError:
        raise Refused("BAD_CURSOR", "not a cursor") from None
    if signed != signature(order):
        raise Refused("BAD_CURSOR", "a cursor of another order")
    return list(read)


def signature(order: Order) -> list[str]:
    return [f"{step.name} {step.falling}" for step in order]
