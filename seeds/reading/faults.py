"""Faults: gathered up to a bound, then counted; written for a person with the line and a caret, or as JSON.

What enters are `Fault`s in any order; what leaves is text that is safe to print: no control character of a hostile seed
reaches the terminal.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

import orjson

from api.errors import Fault

LIMIT: Final = 1000
"""How many faults are kept with their details; further ones are only counted."""

# Controls, the marks that reorder text, and halves of surrogate pairs: shown as a replacement, never sent on.
_UNPRINTABLE: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


class Faults:
    """The first `LIMIT` faults, and how many there were."""

    def __init__(self, limit: int = LIMIT) -> None:
        self.listed: list[Fault] = []
        self.total = 0
        self._limit = limit

    @property
    def full(self) -> bool:
        """True when further faults are only counted: nobody needs to look for their places."""
        return len(self.listed) >= self._limit

    def add(self, fault: Fault) -> None:
        self.total += 1
        if not self.full:
            self.listed.append(fault)

    def count(self, more: int) -> None:
        """Count faults that are not listed."""
        self.total += more

    def in_order(self) -> list[Fault]:
        """The faults listed, by file, line and column."""
        return sorted(self.listed, key=lambda fault: (fault.file, fault.line, fault.column))

    def extend(self, faults: Sequence[Fault], total: int) -> None:
        """Take over what another file's reading found."""
        self.listed.extend(faults[: max(self._limit - len(self.listed), 0)])
        self.total += total


def printable(text: str) -> str:
    """The text with a visible stand-in for each character that would move the cursor or the reading order."""
    return _UNPRINTABLE.sub("\ufffd", text.replace("\t", " "))


def _width(text: str) -> int:
    """How many columns a terminal gives the text: two for wide characters, none for marks."""
    return sum(
        0
        if unicodedata.category(sign) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(sign) in "WF"
        else 1
        for sign in text
    )


def _quote(fault: Fault) -> list[str]:
    """The line and a caret below the column."""
    if fault.source_line is None or fault.column < 1:
        return []
    line = printable(fault.source_line)
    head = "…" if fault.window > 1 else ""
    before = _width(head + line[: fault.column - fault.window])
    return [f"    {head}{line}", f"    {' ' * before}^"]


def headline(fault: Fault) -> str:
    """`file:line:column: path: message`, without the parts that a fault of a whole file does not have."""
    place = f"{fault.file}:{fault.line}:{fault.column}" if fault.line else fault.file
    return printable(": ".join(part for part in (place, fault.path, fault.message) if part))


def render(faults: Iterable[Fault], total: int | None = None) -> str:
    """All faults for a terminal, and a count where `total` says that there are more."""
    listed = list(faults)
    lines = []
    for fault in listed:
        lines.append(headline(fault))
        lines.extend(_quote(fault))
        if fault.hint:
            lines.append(f"    hint: {printable(fault.hint)}")
    if total is not None and total > len(listed):
        lines.append(f"... and {total - len(listed):,} more")
    return "\n".join(lines)


def as_json(faults: Iterable[Fault], total: int | None = None) -> str:
    """`{"total": ..., "faults": [{"file": ..., "line": ...}]}`, with a `Fault`'s fields; line 0: the whole file."""
    listed = list(faults)
    rows = [
        {
            "file": _encodable(fault.file),
            "line": fault.line,
            "column": fault.column,
            "path": _encodable(fault.path),
            "message": _encodable(fault.message),
            "hint": None if fault.hint is None else _encodable(fault.hint),
            "source_line": None if fault.source_line is None else _encodable(fault.source_line),
        }
        for fault in listed
    ]
    count = len(listed) if total is None else total
    return orjson.dumps({"total": count, "faults": rows}, option=orjson.OPT_INDENT_2).decode()


def _encodable(text: str) -> str:
    return re.sub(r"[\ud800-\udfff]", "\ufffd", text)
