"""JSON (RFC 8259) with places: text enters, a tree of marked mappings, lists and values leaves.

Slower than a C parser, and without its recursion: ten thousand brackets are refused at the depth limit. NDJSON comes
here only with lines that something is wrong with, or seems to be.
"""

import json
import re
from typing import Final

from seeds.reading.trees import Complain, Growing, Malformed, Mapping, Sequence

_BLANK: Final = re.compile(r"[ \t\n\r]*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_HALF: Final = re.compile(r"[\ud800-\udfff]")  # no text that can be encoded holds one, nor may a record
_STRINGS: Final = json.JSONDecoder(strict=True)  # only ever asked for the string that begins here
_WORD: Final = re.compile(r"[A-Za-z0-9_.+-]+")
_WORDS: Final = {"true": True, "false": False, "null": None}
_MAX_DIGITS: Final = 400


class _Parser:
    """Walks over the text once and lets the tree grow."""

    def __init__(self, text: str, complain: Complain) -> None:
        self._text = text
        self._tree = Growing(complain)

    def _skip(self, at: int) -> int:
        match = _BLANK.match(self._text, at)
        return match.end() if match else at

    def _fail(self, at: int, message: str, hint: str | None = None) -> Malformed:
        at = min(at, len(self._text))
        if at == len(self._text):
            message, hint = "this is not JSON: it ends too early", "a bracket or a quote is not closed"
        return Malformed(at, message, hint, self._tree.path())

    def _string(self, at: int) -> tuple[str, int]:
        try:
            value, end = _STRINGS.raw_decode(self._text, at)
        except json.JSONDecodeError as error:
            hint = "write \\n, \\t or \\u00.. for it" if "control character" in error.msg else None
            raise self._fail(error.pos, f"this is not JSON: {error.msg[0].lower()}{error.msg[1:]}", hint) from error
        text = str(value)
        if _HALF.search(text):
            message = "holds half of a surrogate pair, which is no character"
            self._tree.complain(self._tree.path(), at, message, "write the whole character")
            text = _HALF.sub("\ufffd", text)
        return text, end

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

    def _value(self, at: int) -> tuple[int, bool]:
        """Read one value, or only the bracket that opens it. Where it ends, and whether a bracket was opened."""
        sign = self._text[at : at + 1]
        if sign in ("{", "["):
            self._tree.enter(Mapping(at) if sign == "{" else Sequence(at))
            return at + 1, True
        value, end = self._string(at) if sign == '"' else self._scalar(at)
        self._tree.hang(value, at)
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
        self._tree.key = (name, at)
        return self._skip(end + 1)

    def _close(self, at: int, opened: bool) -> tuple[int, bool]:
        """After a value or a bracket: leave what ends here. Where the next value begins, and whether one does."""
        while (node := self._tree.innermost) is not None:
            at = self._skip(at)
            sign = self._text[at : at + 1]
            if sign == ("}" if isinstance(node, Mapping) else "]"):
                self._tree.leave()
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
        return self._tree.root


def parse_json(text: str, complain: Complain) -> object:
    """The tree of a JSON text. Raises `Malformed` where the text stops being JSON."""
    return _Parser(text, complain).parse()
