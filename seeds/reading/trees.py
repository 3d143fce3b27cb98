"""Parsed values that know where they stood, and the page they stood on.

What enters is a text with its tree; what leaves are places: lines and columns from 1, columns in code points.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Final

from api.errors import Fault

Path = tuple[str | int, ...]
Complain = Callable[[Path, int, str, str | None], None]
"""Takes a fault that does not stop the parser: path, offset in code points, message, hint."""

MAX_DEPTH: Final = 64
_LINE_BREAK: Final = re.compile(r"\r\n?|\n")
_WINDOW: Final = 120
_MAX_WORDS: Final = 400
_MAX_NAME: Final = 80


class Malformed(Exception):  # noqa: N818 (it is caught next door, never shown)
    """The text cannot be parsed from this offset on."""

    def __init__(self, offset: int, message: str, hint: str | None = None, path: Path = ()) -> None:
        super().__init__(message)
        self.offset, self.message, self.hint, self.path = offset, message, hint, path


class Mapping(dict[str, object]):
    """A mapping with the offsets of itself, its keys and its values."""

    __slots__ = ("at", "keys_at", "values_at")

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at
        self.keys_at: dict[str, int] = {}
        self.values_at: dict[str, int] = {}


class Sequence(list[object]):
    """A list with the offsets of itself and its items."""

    __slots__ = ("at", "values_at")

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at
        self.values_at: list[int] = []


class Growing:
    """A tree while it is parsed: values are hung one by one into the mapping or list that was opened last.

    Without recursion, so that ten thousand brackets are a fault and not the end of the stack. Of a field that is
    written twice the first value stays; `complain` is told.
    """

    def __init__(self, complain: Complain) -> None:
        self.root: object = None
        self.complain = complain
        self.key: tuple[str, int] | None = None  # of the innermost mapping: the key that waits for its value
        self._open: list[Mapping | Sequence] = []
        self._within: list[str | int] = []

    @property
    def innermost(self) -> Mapping | Sequence | None:
        """The mapping or list that was opened last and not yet closed."""
        return self._open[-1] if self._open else None

    def path(self) -> Path:
        """The path of the value that comes next."""
        node = self.innermost
        part: Path = (len(node),) if isinstance(node, Sequence) else (self.key[0],) if self.key else ()
        return (*self._within, *part)

    def hang(self, value: object, at: int) -> None:
        """Hang a value where it belongs: under the waiting key, or at the end of the list."""
        node = self.innermost
        if isinstance(node, Sequence):
            node.append(value)
            node.values_at.append(at)
        elif node is None:
            self.root = value
        elif self.key is not None:
            name, key_at = self.key
            if name in node:
                self.complain(self.path(), key_at, "is written twice", "keep one of them")
            else:
                node[name] = value
                node.keys_at[name], node.values_at[name] = key_at, at
            self.key = None

    def enter(self, node: Mapping | Sequence) -> None:
        """Hang a mapping or a list, and go on inside. Raises `Malformed` where it lies too deep."""
        path = self.path()
        if len(self._open) >= MAX_DEPTH:
            raise Malformed(node.at, f"is nested deeper than {MAX_DEPTH} levels")
        self.hang(node, node.at)
        self._open.append(node)
        self._within[:] = path

    def leave(self) -> None:
        """Go on outside of the innermost mapping or list."""
        self._open.pop()
        self._within[:] = self._within[:-1]


def written(path: Path) -> str:
    """A path as people write it: `sources[0].threads[2].text`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part[:_MAX_NAME]}" for part in path if part != "")
    return text.removeprefix(".")


def _cut(message: str) -> str:
    """A message that may quote a value of any length, shortened in its middle."""
    half = _MAX_WORDS // 2
    return message if len(message) <= _MAX_WORDS else f"{message[:half]}…{message[-half:]}"


def _offset(root: object, path: Path, at_key: bool) -> int:
    """Where the path leads, or the nearest place above it; with `at_key`, where its last key is written."""
    node, at = root, getattr(root, "at", 0)
    for depth, part in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(node, Mapping) and isinstance(part, str) and part in node:
            at = node.keys_at[part] if last and at_key else node.values_at[part]
            node = node[part]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node):
            at, node = node.values_at[part], node[part]
        else:
            break
    return int(at)


class Page:
    """A text in a file with the tree made from it: a whole YAML or JSON file, or one line of NDJSON."""

    def __init__(self, file: str, text: str, first_line: int = 1) -> None:
        self.file = file
        self.text = text
        self.root: object = None
        self._first_line = first_line

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        index = bisect_right(self._starts, offset) - 1
        return index + self._first_line, offset - self._starts[index] + 1

    def position(self, path: Path) -> tuple[int, int]:
        """Line and column of the value that a path leads to."""
        return self.place(_offset(self.root, path, at_key=False))

    def fault_at(self, offset: int, path: Path, message: str, hint: str | None = None) -> Fault:
        """A fault at an offset, with its line, or the stretch around it."""
        line, column = self.place(offset)
        start = self._starts[line - self._first_line]
        end = _LINE_BREAK.search(self.text, start)
        quoted = self.text[start : end.start() if end else len(self.text)]
        window = 0 if len(quoted) <= _WINDOW else max(0, min(column - 41, len(quoted) - _WINDOW))
        shown = quoted[window : window + _WINDOW]
        return Fault(self.file, line, column, written(path), _cut(message), hint, shown, window + 1)

    def fault(self, path: Path, message: str, hint: str | None = None, *, at_key: bool = False) -> Fault:
        """A fault of the value that a path leads to, or of its key."""
        return self.fault_at(_offset(self.root, path, at_key), path, message, hint)
