"""A capture with one kind of line end, and the way back to the capture as it was given.

What enters is a capture's text; what leaves is the same text with a line feed at each line's end, and, for offsets in
it, the offsets in the text as given: a pair of carriage return and line feed is one character here and two there.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from seeds.captures.accounting import Range

_PAIR_OR_RETURN = re.compile(r"\r\n?")


class Levelled:
    """The capture as its importers read it, so that a system's line ends change neither texts nor keys."""

    def __init__(self, given: str) -> None:
        self.text = _PAIR_OR_RETURN.sub("\n", given)
        pairs = (found.start() for found in re.finditer(r"\r\n", given))
        self._pairs = [at - before for before, at in enumerate(pairs)]

    def given(self, offset: int) -> int:
        """Return where an offset stood; one before a line end stands before its carriage return."""
        return offset + bisect_left(self._pairs, offset)

    def ranges(self, ranges: Iterable[Range]) -> list[Range]:
        """Return ranges of the capture as given; they cover it as the others cover the text read."""
        return [replace(one, start=self.given(one.start), end=self.given(one.end)) for one in ranges]
