"""Where words stand in the parts of a post: facts enter, spans and uses leave. Counted by encoding, unit by unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.facts import PostFacts

Row = dict[str, object]
COLUMNS = ("part", "start", "end", "start_utf16", "end_utf16", "start_utf8", "end_utf8", "text")
NOWHERE: Row = {f"span_{name}": None for name in COLUMNS}
HASHTAG = re.compile(r"#(\w+)")
MENTION = re.compile(r"@(\w+)")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a post; `number` tells captions and footnotes apart, counted from 1."""

    name: str
    text: str
    number: int = 1


def parts(post: PostFacts) -> list[Part]:
    """The parts in the order in which people read them."""
    captions = [picture.caption for picture in post.media if picture.caption]
    return [
        *([Part("TITLE", post.title)] if post.title else []),
        *([Part("STANDFIRST", post.standfirst)] if post.standfirst else []),
        Part("TEXT", post.text),
        *(Part("CAPTION", caption, number) for number, caption in enumerate(captions, 1)),
        *(Part("FOOTNOTE", text, number) for number, (_, text) in enumerate(post.notes, 1)),
    ]


def part(post: PostFacts, name: str, number: int = 1) -> Part:
    return next(one for one in parts(post) if (one.name, one.number) == (name, number))


def span(within: Part, start: int, end: int) -> Row:
    before, words = within.text[:start], within.text[start:end]
    utf16, utf8 = len(before.encode("utf-16-le")) // 2, len(before.encode())
    counted = (
        *(within.name, start, end),
        *(utf16, utf16 + len(words.encode("utf-16-le")) // 2),
        *(utf8, utf8 + len(words.encode())),
        words,
    )
    return {f"span_{name}": value for name, value in zip(COLUMNS, counted, strict=True)}


def found(pattern: re.Pattern[str], post: PostFacts) -> Iterator[tuple[str, Row]]:
    """Every match in every part: the words behind the sign, and their span with it."""
    for one in parts(post):
        for match in pattern.finditer(one.text):
            yield match[1], span(one, *match.span())


def located(words: str, within: Part, occurrence: int = 1) -> tuple[int, int]:
    """Where the words stand for the n-th time; ValueError when they do not."""
    start = -1
    for _ in range(occurrence):
        start = within.text.index(words, start + 1)
    return start, start + len(words)
