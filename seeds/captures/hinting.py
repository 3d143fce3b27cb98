"""What a piece of a thread says about its own place: a number, a row of tags, a dateline.

What enters are pieces; what leaves is one hint a piece, in one or two styles. A line with nothing but a number ends a
post or begins one, and only the whole thread shows which.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from seeds.captures.markers import Marker, candidates

FIRM = 8
_FIRM_FORMS = ("of", "slash", "parted")
_ROW = re.compile(r"(?:[#@]\w+|[^\w\s])(?:\s|[#@]\w+|[^\w\s])*\Z")
_DATELINE = re.compile(
    r"(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?\b[^.!?]{0,50}\Z"
)


@dataclass(frozen=True, slots=True)
class Hint:
    """`starts` and `ends` are the prices of not cutting before and behind the piece."""

    starts: int
    ends: int
    row: bool
    dateline: bool
    numbered: bool


def hintings(texts: Sequence[str]) -> list[list[Hint]]:
    """Return the hints in each style that is possible."""
    found = [candidates(text) for text in texts]
    firm = sum(any(marker.form in _FIRM_FORMS for marker in marks) for marks in found)
    opening = {marker.number for marks in found for marker in marks if marker.edge == "start" and firm < 2}
    datelines = [_DATELINE.match(text) is not None for text in texts]
    if datelines.count(True) < 2:
        datelines = [False] * len(texts)
    alone = [_alone(text, marks) for text, marks in zip(texts, found, strict=True)]
    styles = ("end", "start") if any(alone) else ("end",)
    return [
        [
            _hint(text, marks, style if single else "", opening, dateline)
            for text, marks, single, dateline in zip(texts, found, alone, datelines, strict=True)
        ]
        for style in styles
    ]


def _hint(text: str, marks: Sequence[Marker], style: str, opening: set[int], dateline: bool) -> Hint:
    firm = [marker for marker in marks if marker.form in _FIRM_FORMS]
    edges = {style} if style else {marker.edge for marker in firm}
    listed = any({m.number - 1, m.number + 1} & opening for m in marks if m.edge == "start")
    return Hint(
        starts=FIRM if "start" in edges else int(listed),
        ends=FIRM if edges == {"end"} else 0,
        row=_ROW.match(text) is not None and not firm,
        dateline=dateline,
        numbered=bool(firm),
    )


def _alone(text: str, marks: Sequence[Marker]) -> bool:
    if not marks:
        return False
    before, behind = text[: min(m.start for m in marks)], text[max(m.end for m in marks) :]
    return not before.strip() and not behind.replace("Image", "").strip(" ….:)]")
