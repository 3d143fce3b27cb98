"""Mentions of accounts: text enters, each @handle leaves with its spelling and its span.

The rules are twitter-text's: one to twenty Latin letters, digits or underscores after the sign (@ or ＠), which stands
glued to no other word (an `RT` apart), so an address of electronic mail holds no mention; nor does a link.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from api.text.spans import Span, measure, within

_MENTION = regex.compile(
    r"(?:(?<![a-zA-Z0-9_!#$%&*@＠])|(?<=(?:^|[^a-zA-Z0-9_+~.-])[rR][tT]:?))"
    r"[@＠]([a-zA-Z0-9_]{1,20}+)(/[a-zA-Z][a-zA-Z0-9_-]{0,24}+)?+"
    r"(?![@＠]|[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289"
    r"\u028b\u02bb\u0300-\u036f\u1e00-\u1eff]|://)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: `spelling` is the handle as written, without its sign; `span` is the sign and the handle.

    `list_slug` is the list named behind the handle (`/list`), which belongs to no span, or None.
    """

    spelling: str
    span: Span
    list_slug: str | None = None


def find_mentions(text: str, links: Sequence[Span] = (), part: str = "TEXT") -> tuple[Mention, ...]:
    """Find the mentions of `text` in order, leaving out those within `links`; `part` is carried into their spans."""
    if "@" not in text and "＠" not in text:
        return ()
    spans = measure(text, part)
    return tuple(
        Mention(found[1], spans.span(found.start(), found.end(1)), found[2])
        for found in _MENTION.finditer(text)
        if not within(links, found.start(), found.start() + 1)
    )
