"""The account of a capture: which code point went where.

What enters are claims on stretches of the text; what leaves is a list of ranges that covers all of it, each code point
once. A stretch that nobody claimed is layout when it is blank, and else goes to the reviewer: nothing is dropped.
"""

from dataclasses import dataclass
from typing import Literal

from seeds.captures.lines import BYTE_ORDER_MARK

Kind = Literal["post", "heading", "footer", "review"]


@dataclass(frozen=True, slots=True)
class Range:
    """A half-open stretch of the capture in code points, and what became of it."""

    kind: Kind
    start: int
    end: int
    note: str


class Account:
    """Collects claims. The page's own frame (titles, counts, line breaks between posts) is a heading."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ranges: list[Range] = []

    def claim(self, kind: Kind, start: int, end: int, note: str) -> None:
        """Say what a stretch became; an empty stretch says nothing."""
        if start < end:
            self._ranges.append(Range(kind, start, end, note))

    def gaps(self) -> list[tuple[int, int]]:
        """List the stretches that nobody claimed, in order."""
        gaps, at = [], 0
        for taken in sorted(self._ranges, key=lambda r: r.start):
            if taken.start < at:
                raise AssertionError(f"two claims on code point {taken.start}: {taken.note}")
            if taken.start > at:
                gaps.append((at, taken.start))
            at = taken.end
        return [*gaps, (at, len(self.text))] if at < len(self.text) else gaps

    def unclaimed(self) -> list[tuple[int, int]]:
        """List the gaps with words in them: what the importer did not understand."""
        return [gap for gap in self.gaps() if not _is_layout(self.text[slice(*gap)])]

    def close(self) -> list[Range]:
        """Fill the gaps and return every range in order."""
        for start, end in self.gaps():
            if _is_layout(self.text[start:end]):
                self.claim("heading", start, end, "layout")
            else:
                self.claim("review", start, end, "not understood")
        return sorted(self._ranges, key=lambda r: r.start)


def _is_layout(text: str) -> bool:
    return not text.strip().strip(BYTE_ORDER_MARK)
