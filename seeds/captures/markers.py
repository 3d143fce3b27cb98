"""What may be the author's own numbering: "(3/24)", "2.", "1️⃣", "THREAD 1/4", "know!2/n", "1.2/n".

What enters is a post's text; what leaves are its candidates. Which of them is the marker only the whole thread shows.
"""

import re
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
_PARTED = r"[(\[]?(?P<k>\d{1,3})\.(?P<part>\d{1,2})\s?/\s?(?P<n>\d{1,3}|[nNxX?∞])(?![\w/])[)\]]?[.:]?"
_PARTED_START = re.compile(rf"(?:{_WORD})?{_PARTED}", re.IGNORECASE)
_PARTED_END = re.compile(rf"(?<![\d/])(?<!\d\.){_PARTED}{_TAIL}")
_BRACKETED = re.compile(r"[(\[](?P<k>\d{1,3})/(?P<n>\d{1,3})[)\]](?=\s+\S)")


@dataclass(frozen=True, slots=True)
class Marker:
    """A possible numbering: `start` and `end` are offsets in the post's text; `total` is None for "1/n".

    `part` is the second number of "1.2/n", whose form is "parted".
    """

    number: int
    total: int | None
    form: str
    edge: Edge
    start: int
    end: int
    part: int = 0


def candidates(text: str) -> list[Marker]:
    """List what may be the author's number at the start and at the end of a post."""
    head = _HEAD.match(text)
    at = head.end() if head else 0
    found = [_marker(form, "start", pattern.match(text, at)) for form, pattern in _START]
    found += [_marker(form, "end", pattern.search(text)) for form, pattern in _END]
    found += [_marker("parted", "start", _PARTED_START.match(text, at))]
    found += [_marker("parted", "end", _PARTED_END.search(text))]
    inner = [_marker("of", "end", match) for match in _BRACKETED.finditer(text)]
    seen: dict[tuple[int, int], Marker] = {}
    for marker in [*found, *inner]:
        if marker is not None:
            seen.setdefault((marker.start, marker.number), marker)
    return list(seen.values())


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
    return Marker(number, total, form, edge, match.start(), end, int(groups.get("part") or 0))
