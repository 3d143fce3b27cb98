"""Where one post ends and the next begins, when a page says it only by line breaks.

What enters are the pieces of a thread (lines, and what stands between them); what leaves are the posts as runs of
pieces, and whether another reading is as good. Each reading has a price, and the cheapest wins: a post is at most 280
characters long, holds one of the author's numbers, and line breaks part posts more often than blank lines do.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from seeds.captures.hinting import FIRM, Hint, hintings
from seeds.captures.pieces import Piece

LONGEST = 280
MOST_PIECES = 40
"""No post is made of more pieces than this: it bounds the work on strange input, as MOST_STEPS does."""
MOST_STEPS = 200_000
_IMAGES = re.compile(r"\s*(?:Image)+\s*\Z")

_State = tuple[int, int, int]
"""The price of the cheapest way to a place, how many ways cost that, and where its last post begins."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What it costs to cut, or to join, at a line break and at a blank line, and to leave a post without a number."""

    cut_line: int = 0
    cut_blank: int = 3
    join_line: int = 2
    join_blank: int = 0
    unnumbered: int = 1


LISTED = Prices()
PARAGRAPHED = Prices(cut_blank=0, join_blank=1, unnumbered=3)


@dataclass(frozen=True, slots=True)
class Cutting:
    """The chosen reading: runs of pieces; `ways` counts the readings that are as cheap."""

    posts: list[list[Piece]]
    ways: int
    price: int


def cut(pieces: Sequence[Piece], limit: int | None, prices: Prices = LISTED) -> Cutting:
    """Choose the cheapest reading with at most `limit` posts; without one that fits, the limit is let go."""
    readings = [_Reading(pieces, hints, prices) for hints in hintings([piece.normal for piece in pieces])]
    free = min((reading.cheapest(None) for reading in readings), key=_price)
    if limit is None or len(free.posts) <= limit or len(pieces) * limit > MOST_STEPS:
        return free
    return min((reading.cheapest(limit) for reading in readings), key=lambda c: (len(c.posts) > limit, c.price))


def _price(cutting: Cutting) -> int:
    return cutting.price


class _Reading:
    """The pieces with one style of hints."""

    def __init__(self, pieces: Sequence[Piece], hints: Sequence[Hint], prices: Prices) -> None:
        self.pieces, self.hints, self.prices = pieces, hints, prices
        self.lengths = [len(piece.normal) for piece in pieces]
        self.numbered = sum(hint.numbered for hint in hints) > 1

    def cheapest(self, limit: int | None) -> Cutting:
        """Walk forward; for each place and count of posts keep the cheapest way there."""
        best: list[dict[int, _State]] = [{0: (0, 1, 0)}, *({} for _ in self.pieces)]
        for start, states in enumerate(best[:-1]):
            for end, price in self._posts_from(start) if states else ():
                for count, (so_far, ways, _) in states.items():
                    after = 0 if limit is None else count + 1
                    if limit is None or after <= limit:
                        _keep(best[end], after, (so_far + price, ways, start))
        return self._walked_back(best) if best[-1] else self.cheapest(None)

    def _walked_back(self, best: Sequence[dict[int, _State]]) -> Cutting:
        price = min(state[0] for state in best[-1].values())
        ways = sum(state[1] for state in best[-1].values() if state[0] == price)
        count = max(count for count, state in best[-1].items() if state[0] == price)
        end, posts = len(self.pieces), []
        while end > 0:
            start = best[end][count][2]
            posts.append(list(self.pieces[start:end]))
            end, count = start, max(count - 1, 0)
        return Cutting(posts[::-1], ways, price)

    def _posts_from(self, start: int) -> list[tuple[int, int]]:
        """Price every post that begins with piece `start`, as (end, price)."""
        price, has_number, result = self._cut_price(start) if start else 0, False, []
        for last in range(start, min(len(self.pieces), start + MOST_PIECES)):
            if last > start and self.pieces[last].gap == "glued":
                break
            price += self._join_price(last) if last > start else 0
            has_number = has_number or self.hints[last].numbered
            excess = self._excess(start, last)
            unnumbered = self.prices.unnumbered if self.numbered and not has_number else 0
            result.append((last + 1, price + excess + unnumbered))
            if excess > LONGEST:
                break
        return result

    def _cut_price(self, index: int) -> int:
        before, here = self.hints[index - 1], self.hints[index]
        if self.pieces[index].gap == "glued":
            return 0
        price = self.prices.cut_line if self.pieces[index].gap == "line" else self.prices.cut_blank
        if here.row or before.dateline:
            return price + 3
        return 0 if here.starts >= FIRM or before.ends >= FIRM else price

    def _join_price(self, index: int) -> int:
        before, here = self.hints[index - 1], self.hints[index]
        if here.row or before.dateline:
            return 0
        price = self.prices.join_line if self.pieces[index].gap == "line" else self.prices.join_blank
        return price + here.starts + before.ends + (3 if here.dateline else 0)

    def _excess(self, first: int, last: int) -> int:
        """Price the characters over 280; a single piece is as long as it is."""
        if first == last:
            return 0
        apart = sum(piece.apart for piece in self.pieces[first + 1 : last + 1])
        length = sum(self.lengths[first : last + 1]) + apart
        images = _IMAGES.search(self.pieces[last].text)
        length -= len(images.group()) if images else 0
        return 20 + length - LONGEST if length > LONGEST else 0


def _keep(states: dict[int, _State], count: int, state: _State) -> None:
    known = states.get(count)
    if known is None or state[0] < known[0]:
        states[count] = state
    elif state[0] == known[0]:
        states[count] = (known[0], known[1] + state[1], known[2])
