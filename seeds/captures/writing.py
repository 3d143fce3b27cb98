"""Writes a seed as YAML that a person can review.

What enters is an imported seed; what leaves is YAML text. Texts stand in literal blocks, line by line as in the
capture; a text that such a block cannot hold (a carriage return, blanks before a line's end) is quoted instead.
"""

import re
import sys
from collections.abc import Mapping
from typing import Any

import yaml

from seeds.captures.drafts import Record, Value

_TEXTS = frozenset({"text", "standfirst", "excerpt", "review"})
_ROWS = frozenset({"hashtags", "media", "links", "mentions"})
_UNFIT = re.compile(
    r"[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]| +\n| +\Z"
)


class _Block(str):
    __slots__ = ()


class _Row(list[Value]):
    """A list whose items are short: each stands on one line."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 (lists are indented)
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:  # Any: the signature is PyYAML's  # noqa: ARG002
        return True


def _represent_block(dumper: yaml.SafeDumper, value: _Block) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style="|")


def _represent_text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = '"' if _UNFIT.search(value) or "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _represent_row(dumper: yaml.SafeDumper, value: _Row) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


_Dumper.add_representer(_Block, _represent_block)
_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(_Row, _represent_row)


def write(seed: Record) -> str:
    """Return the seed as YAML; reading it back gives the same values, character for character."""
    return yaml.dump(
        _styled(seed), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=sys.maxsize, default_flow_style=False
    )


def _styled(value: Value, key: str = "") -> Value:
    """Mark which texts become blocks and which lists become rows."""
    if isinstance(value, str):
        return _Block(value) if key in _TEXTS and value and not _UNFIT.search(value) else value
    if isinstance(value, Mapping):
        return {name: _styled(item, name) for name, item in value.items()}
    if isinstance(value, list):
        items = [_styled(item, key) for item in value]
        return _Row(items) if key in _ROWS and _short(value) else items
    return value


def _short(values: list[Value]) -> bool:
    return len(repr(values)) <= 100 and all(isinstance(v, str | Mapping) for v in values)
