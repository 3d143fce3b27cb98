"""What search keeps of a text: its parts enter, their folded words leave, as JSON with offsets and as one line.

The line (`searched`) is what words, phrases and beginnings are found in: each word stands between two blanks of its
own, and a further pair of blanks parts two parts, so that no phrase reaches from one into the next.
"""

from collections.abc import Iterable
from typing import NamedTuple

import orjson

from api.text.queries import LONGEST_WORD
from api.text.spans import measure
from api.text.words import words

MOST_SEARCHED = 250_000
"""So many code points of folded words are searched in one text: PostgreSQL indexes a megabyte at most."""

Entry = list[str | int | None]


class Part(NamedTuple):
    """A part of a text: its name in `TextPart`; the ordinal of a caption's medium, or of a footnote; its words."""

    name: str
    number: int | None
    text: str


class Indexed(NamedTuple):
    """`words` is JSON: `[word, start, end, part, number, start in UTF-16, end in UTF-16]`, one entry a word.

    Offsets count code points. Left out at the end of an entry is what it need not say: a part that is TEXT, a number
    that is none, UTF-16 offsets that are the same. An entry of an empty word parts two parts.
    """

    words: str
    searched: str


def index(parts: Iterable[Part]) -> Indexed:
    """Index the parts of a text in the order in which people read them."""
    entries: list[Entry] = []
    left = MOST_SEARCHED
    for part in parts:
        found = _entries(part)
        if entries and found:
            entries.append([""])
        for entry in found:
            left -= len(str(entry[0])) + 2
            if left < 0:
                return _indexed(entries)
            entries.append(entry)
    return _indexed(entries)


def _indexed(entries: list[Entry]) -> Indexed:
    return Indexed(orjson.dumps(entries).decode(), "".join([f" {entry[0]} " for entry in entries]))


def _entries(part: Part) -> list[Entry]:
    found = words(part.text)
    place: Entry = [] if (part.name, part.number) == ("TEXT", None) else [part.name, part.number]
    if part.text.isascii() or max(part.text) <= "\uffff":
        if place and part.number is None:
            place.pop()
        return [[word[:LONGEST_WORD], start, end, *place] for word, start, end in found]
    ruler = measure(part.text, part.name)
    spans = [(word[:LONGEST_WORD], ruler.span(start, end)) for word, start, end in found]
    place = [part.name, part.number]
    return [[word, at.start, at.end, *place, at.start_utf16, at.end_utf16] for word, at in spans]
