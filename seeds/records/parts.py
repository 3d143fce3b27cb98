"""The parts of a post in which words can be found, and where some words stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from seeds.records.posts import PostContent

_WORD = r"[\p{L}\p{M}\p{N}]"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name as in `TextPart`, its text as written, and the ordinal of a caption's medium or of a footnote.

    Captions and footnotes are several parts of one name: offsets are those of the one caption or note.
    """

    name: str
    text: str
    number: int | None = None

    @property
    def footnote(self) -> int | None:
        """The ordinal of the footnote, where it is one."""
        return self.number if self.name == "FOOTNOTE" else None


def parts_of(post: PostContent) -> Iterator[Part]:
    """Yield the parts of a post in the order in which people read them."""
    if post.title:
        yield Part("TITLE", post.title)
    if post.standfirst:
        yield Part("STANDFIRST", post.standfirst)
    yield Part("TEXT", post.text)
    yield from (Part("CAPTION", one.caption, number) for number, one in enumerate(post.media, 1) if one.caption)
    yield from (Part("FOOTNOTE", note.text, number) for number, note in enumerate(post.footnotes, 1))


def occurrences(words: str, parts: Iterable[Part]) -> list[tuple[Part, int]]:
    """Return where words stand, as part and offset in code points: through the text first, then the other parts."""
    ordered = sorted(parts, key=lambda part: part.name != "TEXT")
    return [(part, start) for part in ordered for start in _starts(words, part.text)]


def _starts(words: str, text: str) -> Iterator[int]:
    """Yield where the words stand as whole words; where they never do, wherever they stand."""
    if words not in text:
        return
    before = rf"(?<!{_WORD})" if regex.match(_WORD, words) else ""
    after = rf"(?!{_WORD})" if regex.search(rf"{_WORD}$", words) else ""
    escaped = regex.escape(words, special_only=True, literal_spaces=True)
    starts = [match.start() for match in regex.finditer(before + escaped + after, text)]
    yield from starts or [match.start() for match in regex.finditer(escaped, text)]
