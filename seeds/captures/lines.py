"""A capture's lines, each with its number and its offsets.

What enters is the capture's text; what leaves are lines and paragraphs that know where they stood (code points).
Nothing is normalised: a slice of the capture between two offsets is what the page said.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|\n|\r")
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `start` and `end` are offsets in code points without the line break, `number` is 1-based."""

    number: int
    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing but blanks stands here (no-break ones count as blanks)."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that no blank line parts; its own outer blanks are left out of `start`, `end` and `text`."""

    lines: tuple[Line, ...]
    start: int
    end: int
    text: str

    @property
    def number(self) -> int:
        """The 1-based number of its first line."""
        return self.lines[0].number


def split_lines(text: str) -> list[Line]:
    """Cut at line feeds, carriage returns and pairs of them; a byte order mark at the start belongs to no line."""
    start = 1 if text.startswith(BYTE_ORDER_MARK) else 0
    lines: list[Line] = []
    for found in _BREAK.finditer(text):
        lines.append(Line(len(lines) + 1, start, found.start(), text[start : found.start()]))
        start = found.end()
    if start < len(text) or not lines:
        lines.append(Line(len(lines) + 1, start, len(text), text[start:]))
    return lines


def paragraphs(text: str, lines: Iterable[Line]) -> list[Paragraph]:
    """Group lines between blank ones."""
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line.blank:
            groups.append([])
        else:
            groups[-1].append(line)
    return [paragraph(text, group) for group in groups if group]


def paragraph(text: str, lines: Sequence[Line]) -> Paragraph:
    """Make one paragraph of lines that follow each other."""
    start, end = trim(text, lines[0].start, lines[-1].end)
    return Paragraph(tuple(lines), start, end, text[start:end])


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both offsets inwards past blanks."""
    inner = text[start:end]
    leading = len(inner) - len(inner.lstrip())
    return min(start + leading, end), start + max(len(inner.rstrip()), leading)


def quote(text: str, length: int = 60) -> str:
    """Shorten words for a note, on one line."""
    words = " ".join(text.split())
    return f"«{words}»" if len(words) <= length else f"«{words[: length - 1].rstrip()}…»"
