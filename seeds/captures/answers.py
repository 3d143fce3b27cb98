"""A JSON answer of a server, value by value, each with its place in the text.

What enters is JSON text; what leaves are objects with their offsets and typed access to their fields. Faults are
CaptureError with file and line.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from api.errors import CaptureError
from seeds.captures.fitting import refuse_controls

_BLANKS = re.compile(r"[ \t\r\n]*")
CONVERSATION = ("ancestors", "descendants")
_LISTS = (*CONVERSATION, "statuses")


@dataclass(frozen=True, slots=True)
class Answer:
    """One object of the answer; `start` and `end` are offsets in the capture."""

    name: str
    line: int
    start: int
    end: int
    fields: dict[str, object]
    under: str = ""
    """The list it stands in: ancestors, descendants or statuses; empty for an answer that is a list itself."""

    def text(self, key: str) -> str | None:
        """Return a text, None where it is absent, null or empty."""
        value = self.fields.get(key)
        if value is None or isinstance(value, str):
            refuse_controls(value or "", self.name, self.line)
            return value or None
        raise self.fault(f"«{key}» should be a text, not {json.dumps(value)[:60]}")

    def identity(self, key: str) -> str | None:
        """Return an id, which old servers wrote as a number."""
        value = self.fields.get(key)
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else self.text(key)

    def inner(self, key: str) -> "Answer | None":
        """Return an object inside this one."""
        value = self.fields.get(key)
        if value is None:
            return None
        return self._of(key, value)

    def list(self, key: str) -> "list[Answer]":
        """Return the objects of a list inside this one."""
        values = self.fields.get(key)
        if values is None:
            return []
        if not isinstance(values, list):
            raise self.fault(f"«{key}» should be a list")
        return [self._of(key, value) for value in values]

    def fault(self, message: str) -> CaptureError:
        """Make the error that names this object's line."""
        return CaptureError(f"{self.name}:{self.line}: {message}.")

    def _of(self, key: str, value: object) -> "Answer":
        if not isinstance(value, dict):
            raise self.fault(f"«{key}» should hold an object, not {json.dumps(value)[:60]}")
        return Answer(self.name, self.line, self.start, self.end, value)


def read_answers(text: str, name: str) -> list[Answer]:
    """Read an array of objects, or an object with such arrays under ancestors, descendants, statuses: in this order."""
    try:
        whole = json.loads(text.lstrip("\ufeff"))
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise CaptureError(f"{name}:{line}: this is not JSON: {error}. Save the server's answer again.") from error
    except RecursionError as error:
        raise CaptureError(f"{name}:1: this JSON is nested too deeply for an answer of a server.") from error
    start = len(text) - len(text.lstrip("\ufeff"))
    if isinstance(whole, list):
        return list(_elements(text, name, start))
    if isinstance(whole, dict) and any(isinstance(whole.get(key), list) for key in _LISTS):
        lists = [(key, at) for key, at in _members(text, start) if key in _LISTS]
        lists.sort(key=lambda one: _LISTS.index(one[0]))
        return [found for key, at in lists for found in _elements(text, name, at, key)]
    if isinstance(whole, dict) and "content" in whole:
        end = len(text.rstrip())
        return [Answer(name, 1, start, end, whole)]
    raise CaptureError(
        f"{name}:1: this JSON is neither an array of statuses nor a conversation (ancestors, descendants)."
    )


def _elements(text: str, name: str, at: int, under: str = "") -> Iterator[Answer]:
    """Walk an array that is known to be well-formed."""
    line, counted = 1, 0
    at = _skip(text, _skip(text, at) + 1)
    while text[at] != "]":
        value, end = json.JSONDecoder().raw_decode(text, at)
        line, counted = line + text.count("\n", counted, at), at
        if not isinstance(value, dict):
            raise CaptureError(f"{name}:{line}: a status should be an object, not {json.dumps(value)[:60]}.")
        yield Answer(name, line, at, end, value, under)
        at = _skip(text, end)
        at = _skip(text, at + 1) if text[at] == "," else at


def _members(text: str, at: int) -> Iterator[tuple[str, int]]:
    """Walk an object that is known to be well-formed: each key, and where its value begins."""
    at = _skip(text, _skip(text, at) + 1)
    while text[at] != "}":
        key, end = json.JSONDecoder().raw_decode(text, at)
        begin = _skip(text, _skip(text, end) + 1)
        value, at = json.JSONDecoder().raw_decode(text, begin)
        if isinstance(value, list):
            yield str(key), begin
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at] == "," else at


def _skip(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at
