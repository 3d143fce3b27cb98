"""JSON (RFC 8259) with places: text enters, a tree of marked mappings, lists and values leaves.

Slower than a C parser, and without its recursion: ten thousand brackets are refused at the depth limit. NDJSON comes
here only with lines that something is wrong with, or seems to be.
"""

import json
import re
from typing import Final

from seeds.reading.trees import MAX_DEPTH, Complain, Malformed, Mapping, Path, Sequence

_BLANK: Final = re.compile(r"[ \t\n\r]*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_STRINGS: Final = json.JSONDecoder(strict=True)  # only ever asked for the string that begins here
_WORD: Final = re.compile(r"[A-Za-z0-9_.+-]+")
_WORDS: Final = {"true": True, "false": False, "null": None}
_MAX_DIGITS: Final = 400


class _Parser:
    """Walks over the text once; `_open` holds the mappings and lists it is in, `_keys` the key each waits with."""

    def __init__(self, text: str, complain: Complain) -> None:
        self._text = text
        self._complain = complain
        self._open: list[Mapping | Sequence] = []
        self._keys: list[tuple[str, int] | None] = []
        self._root: object = None

    def _path(self) -> Path:
        parts = zip(self._open, self._keys, strict=True)
        return tuple(len(node) if isinstance(node, Sequence) else key[0] if key else "" for node, key in parts)

    def _skip(self, at: int) -> int:
        match = _BLANK.match(self._text, at)
        return match.end() if match else at

    def _fail(self, at: int, message: str, hint: str | None = None) -> Malformed:
        at = min(at, len(self._text))
        if at == len(self._text):
            message, hint = "this is not JSON: it ends too early", "a bracket or a quote is not closed"
        return Malformed(at, message, hint, self._path())

    def _string(self, at: int) -> tuple[str, int]:
        try:
            value, end = _STRINGS.raw_decode(self._text, at)
        except json.JSONDecodeError as error:
            hint = "write \\n, \\t or \\u00.. for it" if "control character" in error.msg else None
            raise self._fail(error.pos, f"this is not JSON: {error.msg[0].lower()}{error.msg[1:]}", hint) from error
        return str(value), end

    def _scalar(self, at: int) -> tuple[object, int]:
        match = _NUMBER.match(self._text, at)
        word = _WORD.match(self._text, at)
        if match and word and match.end() == word.end():
            if match.end() - at > _MAX_DIGITS:
                raise self._fail(at, "this number is too long")
            return (float if match[1] or match[2] else int)(match[0]), match.end()
        if word and word[0] in _WORDS:
            return _WORDS[word[0]], word.end()
        shown = word[0] if word else self._text[at : at + 1]
        raise self._fail(at, f"this is not JSON: unexpected `{shown[:40]}`", "text needs double quotes")

    def _place(self, value: object, at: int) -> None:
        if not self._open:
            self._root = value
            return
        node, waiting = self._open[-1], self._keys[-1]
        if isinstance(node, Sequence):
            node.append(value)
            node.values_at.append(at)
        elif waiting is not None:
            name, key_at = waiting
            self._keys[-1] = None
            if name in node:
                self._complain((*self._path()[:-1], name), key_at, "is written twice", "keep one of them")
            else:
                node[name] = value
                node.keys_at[name], node.values_at[name] = key_at, at

    def _value(self, at: int) -> tuple[int, bool]:
        """Read one value, or only the bracket that opens it. Where it ends, and whether a bracket was opened."""
        sign = self._text[at : at + 1]
        if sign in ("{", "["):
            if len(self._open) >= MAX_DEPTH:
                raise self._fail(at, f"is nested deeper than {MAX_DEPTH} levels")
            node: Mapping | Sequence = Mapping(at) if sign == "{" else Sequence(at)
            self._place(node, at)
            self._open.append(node)
            self._keys.append(None)
            return at + 1, True
        value, end = self._string(at) if sign == '"' else self._scalar(at)
        self._place(value, at)
        return end, False

    def _key(self, at: int) -> int:
        """Read a key and its colon; where its value begins."""
        if self._text[at : at + 1] != '"':
            raise self._fail(
                at, "this is not JSON: a key in double quotes is expected", "no comma after the last field"
            )
        name, end = self._string(at)
        end = self._skip(end)
        if self._text[end : end + 1] != ":":
            raise self._fail(end, "this is not JSON: `:` is expected after a key")
        self._keys[-1] = (name, at)
        return self._skip(end + 1)

    def _close(self, at: int, opened: bool) -> tuple[int, bool]:
        """After a value or a bracket: leave what ends here. Where the next value begins, and whether one does."""
        while self._open:
            node = self._open[-1]
            at = self._skip(at)
            sign = self._text[at : at + 1]
            if sign == ("}" if isinstance(node, Mapping) else "]"):
                self._open.pop()
                self._keys.pop()
                at, opened = at + 1, False
                continue
            if not opened:
                if sign != ",":
                    raise self._fail(at, "this is not JSON: `,` or a closing bracket is expected")
                at = self._skip(at + 1)
            return (self._key(at) if isinstance(node, Mapping) else at), True
        return at, False

    def parse(self) -> object:
        at, more = self._skip(0), True
        while more:
            at, opened = self._value(at)
            at, more = self._close(at, opened)
        rest = self._skip(at)
        if rest < len(self._text):
            raise Malformed(rest, "this is not JSON: something follows its end", "one file, or one line, is one value")
        return self._root


def parse_json(text: str, complain: Complain) -> object:
    """The tree of a JSON text. Raises `Malformed` where the text stops being JSON."""
    return _Parser(text, complain).parse()
