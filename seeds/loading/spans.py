"""Spans as columns: where in a part of a post some words stand."""

from api.text.spans import Span
from seeds.loading.tables import Value
from seeds.records import Part

_SPAN = ("start", "end", "start_utf16", "end_utf16", "start_utf8", "end_utf8")
NO_SPAN: dict[str, Value] = {f"span_{name}": None for name in ("part", "text", *_SPAN)}


def span_columns(span: Span, part: Part) -> dict[str, Value]:
    """Return the columns of a span of that part, its words being the slice of the part."""
    columns: dict[str, Value] = {f"span_{name}": getattr(span, name) for name in _SPAN}
    return columns | {"span_part": part.name, "span_text": part.text[span.start : span.end]}
