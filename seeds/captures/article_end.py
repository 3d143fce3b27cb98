"""Where an article ends: at the first mark below which nothing but a tail stands.

What enters are the lines below an article's head; what leaves is the index of the line that begins its tail. The same
words stand amid articles too ("Read the full report here.", "Related:"): there they are paragraphs, since a paragraph
too many is seen by a reviewer, and half an article is not.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from seeds.captures.article_marks import Mark, anchors, footnote, led_to, mark_of
from seeds.captures.chrome import byline, is_button
from seeds.captures.lines import Line, Paragraph, paragraphs

REMARK = 20
"""A line of this length that ends in a full stop is an article's below "Related:"; titles have none."""
SENTENCE = 60
SURE = 200
"""A sentence of this length below the publisher's further reading is an article's, unless "By" a writer follows it."""
_FULL_STOP = re.compile(r"(?<!\.\.)[.!?][\"”’»)\]]*\Z")
_CUT_OFF = re.compile(r"(?:\.\.\.|…)\W*\Z")


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of lines, and the mark that it is, if any."""

    group: Paragraph
    mark: Mark | None
    furniture: bool


def end_of(text: str, lines: Sequence[Line], starred: bool) -> int:
    """Return the index of the first line of the tail, or how many lines there are; `starred`: so is the head's date."""
    parts = _parts(text, lines, starred)
    bounds = {
        "footnote": _last_sentence(parts, SENTENCE),
        "unled": _last_sentence(parts, REMARK),
        "aside": _last_sentence(parts, REMARK),
        "related": _last_sentence(parts, SURE),
    }
    first, closed = None, True
    for index in range(len(parts) - 1, -1, -1):
        mark = parts[index].mark
        if mark in bounds:
            closed = index > bounds[mark]
        elif mark is None and not parts[index].furniture:
            closed = False
        if mark is not None and closed:
            first = parts[index].group.number
    return next((i for i, line in enumerate(lines) if line.number == first), len(lines))


def parted(lines: Sequence[Line], marks: Callable[[Line], bool]) -> list[Line]:
    """Put a blank line around each line that is a mark, where the page has none; a footnote's words may go on below."""
    result: list[Line] = []
    for line in lines:
        if not marks(line):
            result.append(line)
            continue
        result += [Line(line.number, line.start, line.start, ""), line]
        if footnote(line.text) is None:
            result.append(Line(line.number, line.end, line.end, ""))
    return result


def is_mark(line: Line) -> bool:
    """Whether a line has the form of a mark, or is a button."""
    return mark_of(line.text) is not None or is_button(line.text)


def _parts(text: str, lines: Sequence[Line], starred: bool) -> list[_Part]:
    above: set[str] = set()
    parts = []
    for group in paragraphs(text, parted(lines, is_mark)):
        mark = mark_of(group.lines[0].text)
        if mark == "footnote":
            mark = led_to(group.text, above)
        elif mark == "date" and not starred:
            mark = None
        furniture = is_button(group.text) or byline(group.text) is not None
        parts.append(_Part(group, mark, furniture))
        above |= anchors(group.text)
    return parts


def _last_sentence(parts: Sequence[_Part], length: int) -> int:
    """Return the index of the last part that is an article's paragraph by its length and its end, or -1."""
    writers = [byline(part.group.lines[0].text) is not None for part in parts[1:]] + [False]
    found = (i for i, part in enumerate(parts) if not writers[i] and _is_sentence(part, length))
    return max(found, default=-1)


def _is_sentence(part: _Part, length: int) -> bool:
    words = part.group.text
    if part.mark is not None or part.furniture or len(words) < length or _CUT_OFF.search(words):
        return False
    if byline(part.group.lines[-1].text) is not None:
        return False
    ended = _FULL_STOP.search(words)
    return length >= SURE or (ended is not None and (len(words) >= SENTENCE or ended.group()[0] == "."))
