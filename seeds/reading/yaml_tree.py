"""YAML, by the events of libyaml: text enters, a tree of marked mappings, lists and scalars leaves.

Only what data needs is read: no tags, anchors, aliases or merge keys. Unquoted scalars stay text, marked as such; only
null, Null, NULL, ~ and nothing at all are null (YAML 1.2, section 10.3). Time and memory grow as the text does.
"""

import re
from typing import Final

import yaml

from seeds.reading.trees import MAX_DEPTH, Complain, Malformed, Mapping, Path, Sequence
from seeds.records import Unquoted

_NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
# YAML 1.2, section 5.1: what a stream may not hold as it is.
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
# A line that begins with % is a directive. libyaml's time grows with the square of their number: none is read.
_DIRECTIVE: Final = re.compile(r"(?:\A|[\r\n\x85\u2028\u2029])%")
_HINTS: Final = (
    (
        "mapping values are not allowed",
        "text that holds `: ` needs quotes; fields of one record share their indentation",
    ),
    ("cannot start any token", "indent with spaces, not tabs; text that begins with @ ` or % needs quotes"),
    ("expected ',' or", "text that begins with # needs quotes; so does text with a comma or bracket in a [list]"),
    ("did not find expected key", "check the indentation of this line, and the quotes of the line before"),
    ("expected <block end>", "check the indentation of this line"),
    ("could not find expected ':'", "a field is written `name: value`"),
    ("unexpected end of stream", "a quote or a bracket is not closed"),
)


class _Builder:
    """Takes events one by one and hangs what they bring where it belongs."""

    def __init__(self, complain: Complain) -> None:
        self.root: object = None
        self._complain = complain
        self._open: list[Mapping | Sequence] = []
        self._keys: list[tuple[str, int] | None] = []  # for each open mapping the key that waits for its value

    def path(self) -> Path:
        """The path of the value that comes next."""
        parts = zip(self._open, self._keys, strict=True)
        return tuple(len(node) if isinstance(node, Sequence) else key[0] if key else "" for node, key in parts)

    def place(self, value: object, at: int) -> None:
        """Hang a value into the innermost open mapping or list."""
        if not self._open:
            self.root = value
            return
        node = self._open[-1]
        if isinstance(node, Sequence):
            node.append(value)
            node.values_at.append(at)
            return
        waiting = self._keys[-1]
        if waiting is None:
            self._key(value, at)
            return
        name, key_at = waiting
        self._keys[-1] = None
        if name in node or name == "<<":
            self._refuse(name, key_at)
            return
        node[name] = value
        node.keys_at[name], node.values_at[name] = key_at, at

    def _key(self, value: object, at: int) -> None:
        if isinstance(value, Mapping | Sequence):
            raise Malformed(
                at, "a key is text, not a mapping or a list", "a `?` or a bracket at its start needs quotes"
            )
        self._keys[-1] = ("null" if value is None else str(value), at)

    def _refuse(self, name: str, at: int) -> None:
        parent = self.path()[:-1]
        if name == "<<":
            self._complain((*parent, name), at, "merge keys are not read", "write the fields out")
        else:
            self._complain((*parent, name), at, "is written twice", "keep one of them")

    def enter(self, node: Mapping | Sequence) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise Malformed(node.at, f"is nested deeper than {MAX_DEPTH} levels")
        self.place(node, node.at)
        self._open.append(node)
        self._keys.append(None)

    def leave(self) -> None:
        self._open.pop()
        self._keys.pop()

    def extras(self, event: yaml.events.NodeEvent, at: int) -> None:
        """Complain of an anchor or a tag."""
        if event.anchor is not None:
            self._complain(
                self.path(), at, f"anchors are not read: `&{event.anchor}`", "write the value where it belongs"
            )
        if getattr(event, "tag", None) is not None:
            self._complain(
                self.path(), at, "tags (!...) are not read", "leave it out; text that begins with ! needs quotes"
            )

    def take(self, event: yaml.events.Event) -> None:
        at = _index(event)
        if isinstance(event, yaml.ScalarEvent):
            self.extras(event, at)
            plain = event.style is None or event.style == ""
            self.place(_plain(event.value) if plain else event.value, at)
        elif isinstance(event, yaml.MappingStartEvent):
            self.extras(event, at)
            self.enter(Mapping(at))
        elif isinstance(event, yaml.SequenceStartEvent):
            self.extras(event, at)
            self.enter(Sequence(at))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.leave()
        elif isinstance(event, yaml.AliasEvent):
            self._complain(self.path(), at, f"aliases are not read: `*{event.anchor}`", "write the value out")
            self.place(None, at)


def _index(event: yaml.events.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _plain(value: str) -> str | None:
    return None if value in _NULLS else Unquoted(value)


def _refusal(error: yaml.MarkedYAMLError, text: str) -> Malformed:
    problem = error.problem or error.context or "is not YAML"
    mark = error.problem_mark or error.context_mark
    hint = next((hint for words, hint in _HINTS if words in problem), None)
    return Malformed(min(mark.index, len(text)) if mark else 0, f"this is not YAML: {problem}", hint)


def parse_yaml(text: str, complain: Complain) -> object:
    """The tree of the one document in a text. Raises `Malformed` where the text stops being YAML."""
    control = _FORBIDDEN.search(text)
    if control:
        raise Malformed(
            control.start(),
            f"holds a control character, U+{ord(control[0]):04X}",
            "remove it, or write \\x.. in quotes",
        )
    directive = _DIRECTIVE.search(text)
    if directive:
        raise Malformed(
            directive.end() - 1, "directives (%...) are not read", "leave it out; indent text that begins so"
        )
    builder, documents = _Builder(complain), 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    raise Malformed(_index(event), "a second document begins here", "one file is one document")
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise _refusal(error, text) from error
    except yaml.YAMLError as error:
        raise Malformed(0, f"this is not YAML: {error}") from error
    return builder.root
