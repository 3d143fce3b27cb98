"""The footnotes of an article as rows, each with the place of its marker in the text."""

import re
from collections.abc import Iterator, Sequence

from api.text.spans import measure
from seeds.loading.spans import NO_SPAN, span_columns
from seeds.loading.tables import Row, row
from seeds.records import FootnoteRecord, Part

_BREAK = re.compile(r"(?:\r?\n[ \t]*){2,}")


def footnote_rows(notes: Sequence[FootnoteRecord], text: str, post_id: int) -> list[Row]:
    """Return the rows of `footnotes`. A marker used again takes its next place; one that is nowhere has no anchor."""
    spans, whole = measure(text), Part("TEXT", text)
    taken: set[int] = set()
    rows: list[Row] = []
    for ordinal, note in enumerate(notes, 1):
        start = next((place for place in _places(note, text) if place not in taken), None)
        anchor = NO_SPAN
        if start is not None:
            taken.add(start)
            anchor = span_columns(spans.span(start, start + len(note.marker)), whole)
        rows.append(row("footnotes", post_id=post_id, ordinal=ordinal, marker=note.marker, text=note.text, **anchor))
    return rows


def _places(note: FootnoteRecord, text: str) -> Iterator[int]:
    """Yield the places of the marker, within its paragraph where the note names one."""
    start, end = 0, len(text)
    if note.paragraph is not None:
        borders = [0, *(gap.end() for gap in _BREAK.finditer(text)), len(text)]
        if note.paragraph >= len(borders):
            return
        start, end = borders[note.paragraph - 1], borders[note.paragraph]
    while (start := text.find(note.marker, start, end)) >= 0:
        yield start
        start += len(note.marker)
