"""Hashtags: text enters, each tag leaves with its spelling, its folded name and its span.

The rules are twitter-text's: a sign (# or ＃) not glued to a letter, digit or &, then letters, marks and digits with
at least one letter among them; a tag within a link is none. Every script counts, so #Արցախ, #თბილისი and l’#Artsakh do.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from api.text.fold import fold
from api.text.spans import Span, measure, within

# The signs twitter-text lets stand within a tag beside letters, marks and digits (joiners, Hebrew and Tibetan
# punctuation, kana marks, the Catalan dot).
_SIGNS = r"_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
_BODY = rf"[\p{{L}}\p{{M}}\p{{Nd}}{_SIGNS}]"
_HASHTAG = regex.compile(
    rf"(?<![&\p{{L}}\p{{Nd}}{_SIGNS}]|[\p{{M}}--[\ufe0e\ufe0f]])"  # an emoji, with its variation, may come before
    r"[#＃](?![\ufe0f\u20e3])"  # a keycap is no sign
    rf"([\p{{M}}\p{{Nd}}{_SIGNS}]*+\p{{L}}{_BODY}*+)"
    r"(?![#＃]|://)",
    regex.VERSION1,
)


@dataclass(frozen=True, slots=True)
class Hashtag:
    """One use of a tag: `spelling` as written and `name` folded, both without the sign; `span` includes the sign."""

    spelling: str
    name: str
    span: Span


def find_hashtags(text: str, links: Sequence[Span] = (), part: str = "TEXT") -> tuple[Hashtag, ...]:
    """Find the hashtags of `text` in order, leaving out those within `links`; `part` is carried into their spans."""
    if "#" not in text and "＃" not in text:
        return ()
    spans = measure(text, part)
    return tuple(
        Hashtag(found[1], fold(found[1]), spans.span(found.start(), found.end()))
        for found in _HASHTAG.finditer(text)
        if not within(links, found.start(), found.start() + 1)
    )
