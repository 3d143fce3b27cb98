"""Golden cases: a folder each, with a query, the SQL it becomes on either database, and its answer, for you to read.

`PARLEY_GOLDEN=write` writes SQL and answers anew; what changed is then for the diff to show, and for you to judge.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from layout import laid_out

FOLDER = Path(__file__).parent / "compiler" / "golden"
WRITES = os.environ.get("PARLEY_GOLDEN") == "write"

Parameters = Sequence[Any] | Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """One behaviour, in a folder of that name."""

    name: str

    @property
    def folder(self) -> Path:
        return FOLDER / self.name

    @property
    def query(self) -> str:
        return (self.folder / "query.graphql").read_text(encoding="utf-8")

    @property
    def variables(self) -> dict[str, Any]:
        given = self.folder / "variables.json"
        found: dict[str, Any] = json.loads(given.read_text(encoding="utf-8")) if given.exists() else {}
        return found

    def told(self, file: str, text: str, *, write: bool = WRITES) -> str:
        """Return what a file of the case says it should be; written now if that is asked for."""
        path = self.folder / file
        if write:
            path.write_text(text, encoding="utf-8")
        return path.read_text(encoding="utf-8")


def cases() -> list[Case]:
    """List the cases by name."""
    return [Case(folder.name) for folder in sorted(FOLDER.iterdir()) if folder.is_dir()]


def readable(sql: str, parameters: Parameters) -> str:
    """Write a statement for a reader, what it was asked with above it."""
    pairs = parameters.items() if isinstance(parameters, Mapping) else enumerate(parameters, 1)
    values = ", ".join(f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in pairs)
    return f"-- {values or 'no parameters'}\n{laid_out(sql)}"


def pretty(answer: bytes) -> str:
    """Write an answer for a reader, the order of its keys kept: a small object or list on one line.

    One database writes 1.0 where the other writes 1: equal once parsed, and the shorter here.
    """
    return "\n".join(_lines(json.loads(answer, parse_float=_number), "")) + "\n"


def _number(text: str) -> float | int:
    number = float(text)
    return int(number) if number.is_integer() else number


def _lines(value: Any, pad: str) -> list[str]:
    line = json.dumps(value, ensure_ascii=False)
    if len(pad) + len(line) <= 110 or not isinstance(value, dict | list) or not value:
        return [line]
    pairs = value.items() if isinstance(value, dict) else ((None, each) for each in value)
    found = []
    for key, each in pairs:
        first, *rest = _lines(each, f"{pad}  ")
        head = "" if key is None else f"{json.dumps(key)}: "
        found += [f"{pad}  {head}{first}", *rest]
        found[-1] += ","
    found[-1] = found[-1][:-1]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return [opening, *found, f"{pad}{closing}"]
