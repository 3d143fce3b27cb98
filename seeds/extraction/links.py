"""Links: text enters, each address leaves as written, with its domain and its span."""

import re
from dataclasses import dataclass

from api.text.spans import Measure, Span, measure
from seeds.extraction.hosts import find_addresses

_HINT = re.compile(r"\.(?:[^\W\d_]{2}|xn--)", re.IGNORECASE)
_TRUNCATION = "…"


@dataclass(frozen=True, slots=True)
class Link:
    """One link: `displayed` as written, `domain` in lower case without `www.`, and its span.

    A link that its platform cut short (`example.org/a-long…`) is truncated: its span includes the `…`, and its
    `url` is None, since nobody can follow it.
    """

    url: str | None
    displayed: str
    is_truncated: bool
    domain: str
    span: Span


def find_links(text: str, part: str = "TEXT") -> tuple[Link, ...]:
    """Find the links of `text` in order, with and without `https://`; `part` is carried into their spans."""
    if _HINT.search(text) is None:
        return ()
    spans = measure(text, part)
    return tuple(_link(spans, *address) for address in find_addresses(text))


def _link(spans: Measure, start: int, end: int, host: str) -> Link:
    is_truncated = spans.text.startswith(_TRUNCATION, end)
    span = spans.span(start, end + is_truncated)
    displayed = spans.words(span)
    url = None if is_truncated else displayed
    return Link(url, displayed, is_truncated, host.lower().removeprefix("www."), span)
