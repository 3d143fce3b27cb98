"""The links of a post as rows: those its parts show, and those that a seed knows although the text lost them."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from api.text.spans import measure
from seeds.extraction.links import Link
from seeds.loading.spans import NO_SPAN, span_columns
from seeds.loading.tables import Row, Value, row
from seeds.records import LinkHint, Part


def link_rows(
    found: Iterable[tuple[Part, Link]], hints: Sequence[LinkHint], parts: Sequence[Part], post_id: int
) -> list[Row]:
    """Return the rows of `links`. Of hints for the same words, the first resolves the first such link, and so on."""
    waiting = list(hints)
    links: list[dict[str, Value]] = []
    for part, link in found:
        hint = next((hint for hint in waiting if hint.displayed == link.displayed), None)
        if hint is not None:
            waiting.remove(hint)
        url = hint.url if hint is not None and hint.url else link.url
        domain = domain_of(hint.url) if hint is not None and hint.url else link.domain
        written: dict[str, Value] = {
            "url": url,
            "displayed": link.displayed,
            "is_truncated": link.is_truncated,
            "domain": domain,
        }
        links.append(written | span_columns(link.span, part))
    links += [_hinted(hint, parts) for hint in waiting]
    return [row("links", post_id=post_id, ordinal=number, **link) for number, link in enumerate(links, 1)]


def _hinted(hint: LinkHint, parts: Sequence[Part]) -> dict[str, Value]:
    """A link that extraction did not see: where its words stand, or without a span where the capture erased them."""
    written: dict[str, Value] = {
        "url": hint.url,
        "displayed": hint.displayed,
        "is_truncated": hint.displayed.endswith("…"),
        "domain": domain_of(hint.url) if hint.url else None,
    }
    for part in parts:
        start = part.text.find(hint.displayed)
        if start >= 0:
            span = measure(part.text, part.name).span(start, start + len(hint.displayed))
            return written | span_columns(span, part)
    return written | NO_SPAN


def domain_of(url: str) -> str | None:
    """Return the host of an address in lower case without `www.`, or None where it has none."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
