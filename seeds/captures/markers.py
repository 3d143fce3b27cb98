"""The author's own numbering: "(3/24)", "2.", "1️⃣", "THREAD 1/4", "know!2/n".

What enters are the texts of a thread's posts; what leaves is the marker of each, verbatim, or none. A number alone
proves little ("4 helicopters", "open 24/7"): it counts when its neighbours carry on, or when its form leaves no doubt.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Edge = Literal["start", "end"]

_WORD = r"(?:(?:a\s+)?thread|🧵)\s*[:,.\-–]?\s*"
_OF = r"(?P<k>\d{1,3})\s?(?:/|\bof\b)\s?(?P<n>\d{1,3}|[nNxX?∞])(?![\w/])"
_HEAD = re.compile(r"(?:\s*…)?(?:\s*\.?@\w+(?:/(?=@))?)*\s*")
_TAIL = r"(?P<tail>(?:\s|…|Image|[#@]\w+|https?://\S+|[^\w\s.,;:!?()\[\]\"'“”‘’/#@%&…-])*)\Z"
_START = (
    ("of", re.compile(rf"(?:{_WORD})?[(\[]?(?:{_WORD})?{_OF}[)\]]?[.:]?", re.IGNORECASE)),
    ("slash", re.compile(r"[(\[]?(?P<k>\d{1,3})/(?=\s|[^\W\d]|$)[)\]]?")),
    ("keycap", re.compile(r"(?P<k>\d)\ufe0f?\u20e3|(?P<ten>🔟)")),
    ("point", re.compile(rf"(?:{_WORD})?[(\[]?(?P<k>\d{{1,3}})(?:[.:)\]]|[-–](?=\s))(?=\s|[^\W\d])", re.IGNORECASE)),
    ("bare", re.compile(r"(?P<k>\d{1,2})(?=\s)")),
)
_END = (
    ("of", re.compile(rf"(?<![\d/])[(\[]?(?:{_WORD})?{_OF}[)\]]?\.?{_TAIL}", re.IGNORECASE)),
    ("slash", re.compile(rf"(?<!\S)(?P<k>\d{{1,3}})/{_TAIL}")),
    ("slash", re.compile(rf"(?<![\w/])/(?P<k>\d{{1,3}}){_TAIL}")),
)
_BRACKETED = re.compile(r"[(\[](?P<k>\d{1,3})/(?P<n>\d{1,3})[)\]](?=\s+\S)")
_STRONG = frozenset({"of", "keycap"})


@dataclass(frozen=True, slots=True)
class Marker:
    """A possible numbering: `start` and `end` are offsets in the post's text; `total` is None for "1/n"."""

    number: int
    total: int | None
    form: str
    edge: Edge
    start: int
    end: int


def candidates(text: str) -> list[Marker]:
    """List what may be the author's number at the start and at the end of a post."""
    head = _HEAD.match(text)
    at = head.end() if head else 0
    found = [_marker(form, "start", pattern.match(text, at)) for form, pattern in _START]
    found += [_marker(form, "end", pattern.search(text)) for form, pattern in _END]
    inner = [_marker("of", "end", match) for match in _BRACKETED.finditer(text)]
    seen: dict[tuple[int, int], Marker] = {}
    for marker in [*found, *inner]:
        if marker is not None:
            seen.setdefault((marker.start, marker.number), marker)
    return list(seen.values())


def decide(texts: Sequence[str]) -> tuple[list[Marker | None], list[str | None]]:
    """Choose each post's marker over the whole thread; the second list holds a note where doubt remains."""
    choices = [candidates(text) for text in texts]
    shift = _shift(choices)
    chosen: list[Marker | None] = []
    notes: list[str | None] = []
    for position, found in enumerate(choices, 1):
        fitting = [m for m in found if shift is not None and m.number - position == shift]
        chosen.append(_preferred(fitting))
        notes.append(None if fitting else _doubt(texts[position - 1], position, found))
    return chosen, notes


def claimed(markers: Sequence[Marker | None]) -> tuple[int | None, list[int]]:
    """Return the author's stated total, and every other total stated in the same thread."""
    totals = Counter(marker.total for marker in markers if marker is not None and marker.total is not None)
    ranked = [total for total, _ in totals.most_common()]
    return (ranked[0], ranked[1:]) if ranked else (None, [])


def _marker(form: str, edge: Edge, match: re.Match[str] | None) -> Marker | None:
    if match is None:
        return None
    groups = match.groupdict()
    number = int(groups["k"]) if groups.get("k") else 10
    stated = groups.get("n")
    total = int(stated) if stated and stated.isdigit() else None
    if total is not None and not 0 < number <= total:
        return None
    end = match.start("tail") if groups.get("tail") is not None else match.end()
    return Marker(number, total, form, edge, match.start(), end)


def _shift(choices: Sequence[Sequence[Marker]]) -> int | None:
    """Find the distance between the author's count and ours that most posts agree on."""
    support: Counter[int] = Counter()
    strong: set[int] = set()
    for position, found in enumerate(choices, 1):
        support.update({marker.number - position for marker in found})
        strong.update(m.number - position for m in found if _alone(m, position))
    ranked = sorted(support, key=lambda s: (-support[s], s not in strong, abs(s)))
    return next((s for s in ranked if support[s] > 1 or s in strong), None)


def _alone(marker: Marker, position: int) -> bool:
    return marker.form == "keycap" or (marker.form == "of" and marker.number == position)


def _preferred(fitting: Sequence[Marker]) -> Marker | None:
    return min(fitting, key=lambda m: (m.form not in _STRONG, m.total is None, m.edge == "end", m.start), default=None)


def _doubt(text: str, position: int, found: Sequence[Marker]) -> str | None:
    for marker in found:
        if marker.form == "of" or marker.number == position:
            words = text[marker.start : marker.end].strip()
            return f"«{words}» may be the author's numbering; it was not taken for it."
    return None
