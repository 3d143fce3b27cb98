"""The pieces of a thread: stretches of a capture that are never cut, and what stands between them.

What enters are lines; what leaves are pieces, which are measured so that blanks at a line's end, and letters composed
of parts, count for nothing: a page saved by another program is cut at the same places.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from seeds.captures.lines import Line, trim

Gap = Literal["line", "blank", "glued"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the capture that is never cut; `gap` is what stands before it, `apart` how many characters."""

    start: int
    end: int
    text: str
    gap: Gap
    apart: int = 1

    @property
    def normal(self) -> str:
        """The text with its composed letters whole."""
        return unicodedata.normalize("NFC", self.text)


def pieces_of(text: str, lines: Sequence[Line]) -> list[Piece]:
    """Make a piece of each line with words; trailing blanks of a line are layout, unless its post goes on below.

    Where lines are left out between two others, the site's own words stood there, and no post runs over them.
    """
    pieces: list[Piece] = []
    gap: Gap = "line"
    for above, line in zip([None, *lines], lines, strict=False):
        if above is not None and line.number > above.number + 1:
            gap = "glued"
        if line.blank:
            gap = "blank" if gap == "line" else gap
            continue
        start, end = trim(text, line.start, line.end)
        apart = _apart(text[pieces[-1].end : start]) if pieces else 0
        pieces.append(Piece(start, end, text[start:end], gap, apart))
        gap = "line"
    return pieces


def _apart(between: str) -> int:
    """Count the characters between two pieces, without the blanks at each line's end."""
    *lines, last = between.split("\n")
    return sum(len(line.rstrip()) + 1 for line in lines) + len(last)
