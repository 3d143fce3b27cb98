"""The account of a capture, written: where each of its characters went, for a person or for a program."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, get_args

import orjson

from api.commands.formats import Format

if TYPE_CHECKING:
    from seeds.captures import Range

EXCERPT = 60
"""Code points of a range that are shown to a person, half of them from each end."""


def told(text: str, ranges: "Sequence[Range]", format: Format) -> str:  # noqa: A002 (as the option is called)
    """Write the ranges of a capture, which cover all of it; `start` and `end` are half-open, in code points."""
    if format is Format.JSON:
        members = [{"kind": one.kind, "start": one.start, "end": one.end, "note": one.note} for one in ranges]
        return orjson.dumps(members, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()
    return "".join(f"{line}\n" for line in (*lines(text, ranges), total(text, ranges)))


def lines(text: str, ranges: "Sequence[Range]") -> Iterator[str]:
    """Write a line for each range: the line of the file where it begins, its code points, what it became, its words."""
    from seeds.captures.lines import split_lines

    begins = [line.start for line in split_lines(text)]
    for one in ranges:
        number = bisect_right(begins, one.start)
        yield f"{number}: {one.start}-{one.end} {one.kind} ({one.note}): {excerpt(text[one.start : one.end])}"


def excerpt(words: str) -> str:
    """Quote a stretch on one line; of a long one only its ends."""
    shown = words if len(words) <= EXCERPT else f"{words[: EXCERPT // 2]} … {words[-EXCERPT // 2 :]}"
    return orjson.dumps(shown).decode()


def total(text: str, ranges: "Sequence[Range]") -> str:
    """Say how many characters became what; together they are the whole capture."""
    from seeds.captures.accounting import Kind

    sizes: Counter[str] = Counter()
    for one in ranges:
        sizes[one.kind] += one.end - one.start
    shares = ", ".join(f"{kind} {sizes[kind]:,}" for kind in get_args(Kind))
    return f"{len(text):,} characters: {shares}"
