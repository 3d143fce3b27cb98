"""Where words stand: offsets in code points enter, spans in code points, UTF-16 and UTF-8 units leave.

A `Measure` is made once for a text and answers many spans: ASCII costs nothing, other text is counted once in blocks.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_BLOCK = 1024  # code points between two remembered counts: a short text has one block, a long one is never recounted


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of one part of a post (TEXT, TITLE ...), in three units.

    A surrogate without its pair counts as one code point, one UTF-16 unit and three UTF-8 units.
    """

    part: str
    start: int
    end: int
    start_utf16: int
    end_utf16: int
    start_utf8: int
    end_utf8: int


class Measure:
    """Makes the spans of one text; its offsets are those of the text exactly as given, never of a normalised form."""

    __slots__ = ("_ascii", "_utf8", "_utf16", "part", "text")

    def __init__(self, text: str, part: str = "TEXT") -> None:
        self.text = text
        self.part = part
        self._ascii = text.isascii()
        self._utf16 = [0]
        self._utf8 = [0]

    def span(self, start: int, end: int) -> Span:
        """Return the span of code points `start:end`; raises ValueError outside the text."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {start}:{end} lies outside a text of {len(self.text)} code points")
        if self._ascii:
            return Span(self.part, start, end, start, end, start, end)
        start_utf16, start_utf8 = self._units(start)
        words = self.text[start:end]
        end_utf16, end_utf8 = start_utf16 + _utf16_length(words), start_utf8 + _utf8_length(words)
        return Span(self.part, start, end, start_utf16, end_utf16, start_utf8, end_utf8)

    def words(self, span: Span) -> str:
        """Return the words of the text that `span` covers."""
        return self.text[span.start : span.end]

    def _units(self, offset: int) -> tuple[int, int]:
        block = offset // _BLOCK
        while len(self._utf8) <= block:
            done = (len(self._utf8) - 1) * _BLOCK
            counted = self.text[done : done + _BLOCK]
            self._utf16.append(self._utf16[-1] + _utf16_length(counted))
            self._utf8.append(self._utf8[-1] + _utf8_length(counted))
        rest = self.text[block * _BLOCK : offset]
        return self._utf16[block] + _utf16_length(rest), self._utf8[block] + _utf8_length(rest)


def within(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of `spans`, which are in order and do not overlap, holds the whole of `start:end`."""
    if not spans:
        return False
    last = bisect_right(spans, start, key=_start) - 1
    return last >= 0 and end <= spans[last].end


def measure(text: str, part: str = "TEXT") -> Measure:
    """Prepare to make spans of `text`, which is one `part` of a post."""
    return Measure(text, part)


def _start(span: Span) -> int:
    return span.start


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _utf8_length(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
