"""YAML, by the events of libyaml: text enters, a tree of marked mappings, lists and scalars leaves.

Only what data needs is read: no tags, anchors, aliases or merge keys. Unquoted scalars stay text, marked as such; only
null, Null, NULL, ~ and nothing at all are null (YAML 1.2, section 10.3). Time and memory grow as the text does.
"""

import re
from typing import Final

import yaml

from seeds.reading.trees import Complain, Growing, Malformed, Mapping, Sequence
from seeds.records import Unquoted

_NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
# YAML 1.2, section 5.1: what a stream may not hold as it is. And U+0085: libyaml, which reads YAML 1.1, takes it for
# the end of a line, so that a text would hold a blank or a line feed instead.
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
# A line that begins with % is a directive. libyaml's time grows with the square of their number: none is read.
_DIRECTIVE: Final = re.compile(r"(?:\A|[\r\n\x85\u2028\u2029])%")
# ` #NKpeace` after an unquoted text: YAML takes it for a remark, and people mean a hashtag.
_LOST_TAG: Final = re.compile(r"[ \t]*(#\w[^\r\n]{0,30})")
_HINTS: Final = (
    (
        "mapping values are not allowed",
        "text that holds `: ` needs quotes; fields of one record share their indentation",
    ),
    ("cannot start any token", "indent with spaces, not tabs; text that begins with @ ` or % needs quotes"),
    ("expected ',' or", "text that begins with # needs quotes; so does text with a comma or bracket in a [list]"),
    ("expected node content", "text that begins with # needs quotes: # begins a remark"),
    ("did not find expected key", "check the indentation of this line, and the quotes of the line before"),
    ("expected <block end>", "check the indentation of this line"),
    ("could not find expected ':'", "a field is written `name: value`"),
    ("unexpected end of stream", "a quote or a bracket is not closed"),
)


class _Builder(Growing):
    """Takes events one by one; of a mapping every other value is a key."""

    def __init__(self, text: str, complain: Complain) -> None:
        super().__init__(complain)
        self._text = text

    def place(self, value: object, at: int) -> None:
        """Hang a value, or keep it as the key of the next one."""
        if isinstance(self.innermost, Mapping) and self.key is None:
            if isinstance(value, Mapping | Sequence):
                hint = "a `?` or a bracket at the start of a text needs quotes"
                raise Malformed(at, "a key is text, not a mapping or a list", hint)
            self.key = ("null" if value is None else str(value), at)
            if self.key[0] == "<<":
                self.complain(self.path(), at, "merge keys are not read", "write the fields out")
        elif isinstance(value, Mapping | Sequence):
            self.enter(value)
        else:
            self.hang(value, at)

    def extras(self, event: yaml.events.NodeEvent, at: int) -> None:
        """Complain of an anchor or a tag."""
        if event.anchor is not None:
            hint = "write the value where it belongs"
            self.complain(self.path(), at, f"anchors are not read: `&{event.anchor}`", hint)
        if getattr(event, "tag", None) is not None:
            hint = "leave it out; text that begins with ! needs quotes"
            self.complain(self.path(), at, "tags (!...) are not read", hint)

    def lost(self, end: int) -> None:
        """Complain of a hashtag that YAML takes for a remark: the text would lose its end without a word."""
        tag = _LOST_TAG.match(self._text, end)
        if tag:
            hint = "put the text in quotes, or a blank after # where a remark is meant"
            self.complain(self.path(), tag.start(1), f"`{tag[1]}` is a remark here, not part of the text", hint)

    def take(self, event: yaml.events.Event) -> None:
        """Take the next event."""
        at = _index(event)
        if isinstance(event, yaml.ScalarEvent):
            self.extras(event, at)
            if not event.style and event.end_mark:
                self.lost(event.end_mark.index)
            self.place(event.value if event.style else _plain(event.value), at)
        elif isinstance(event, yaml.MappingStartEvent):
            self.extras(event, at)
            self.place(Mapping(at), at)
        elif isinstance(event, yaml.SequenceStartEvent):
            self.extras(event, at)
            self.place(Sequence(at), at)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.leave()
        elif isinstance(event, yaml.AliasEvent):
            self.complain(self.path(), at, f"aliases are not read: `*{event.anchor}`", "write the value out")
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
    builder, documents = _Builder(text, complain), 0
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
