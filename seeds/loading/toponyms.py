"""The place mentions of a post as rows: the gazetteer's finds, as the seed corrects and completes them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from api.models import identify
from api.text.spans import Span, measure
from seeds.loading.parts import Part, span_columns
from seeds.loading.placing import Placing
from seeds.loading.tables import Row, row
from seeds.records import PlaceOverride


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place, or (`place` None) words of which the seed says that they name none."""

    part: Part
    span: Span
    place: str | None
    toponym: str
    role: str
    method: str
    confidence: float


class ToponymMissing(Exception):  # noqa: N818 (it is caught next door, never shown)
    """A post does not hold the words that an override of its places speaks of. `index` counts overrides from 0."""

    def __init__(self, index: int, override: PlaceOverride, found: int) -> None:
        self.index, self.override, self.found = index, override, found
        super().__init__(f"the post has these words {found} times: `{override.toponym}`")


def settled(found: Iterable[Toponym], overrides: Sequence[PlaceOverride], parts: Sequence[Part]) -> list[Toponym]:
    """Return the mentions of a post in reading order; where an override overlaps a find, the override stands.

    Raises ToponymMissing.
    """
    said = [_located(index, override, parts) for index, override in enumerate(overrides)]
    kept = [one for one in found if not any(_overlap(one, other) for other in said)]
    order = {id(part): number for number, part in enumerate(parts)}
    named = [one for one in (*kept, *said) if one.place is not None]
    return sorted(named, key=lambda one: (order[id(one.part)], one.span.start, one.span.end, one.place or ""))


def toponym_rows(toponyms: Iterable[Toponym], placing: Placing) -> list[Row]:
    """Return the rows of `place_mentions`; demonyms are never the first mention of a place."""
    rows: list[Row] = []
    seen: set[str | None] = set()
    for ordinal, one in enumerate(toponyms, 1):
        counts = one.role != "DEMONYM"
        rows.append(
            row(
                "place_mentions",
                ordinal=ordinal,
                place_id=identify("Place", one.place or ""),
                footnote=one.part.footnote,
                toponym=one.toponym,
                role=one.role,
                method=one.method,
                confidence=one.confidence,
                is_first=counts and one.place not in seen,
                **span_columns(one.span, one.part),
                **placing.beside_a_join(),
            )
        )
        if counts:
            seen.add(one.place)
    return rows


def _located(index: int, override: PlaceOverride, parts: Sequence[Part]) -> Toponym:
    """Find the occurrence that is meant, counted through the text first, then through the other parts in order."""
    ordered = sorted(parts, key=lambda part: part.name != "TEXT")
    places = [(part, start) for part in ordered for start in _occurrences(override.toponym, part.text)]
    if len(places) < override.occurrence:
        raise ToponymMissing(index, override, len(places))
    part, start = places[override.occurrence - 1]
    span = measure(part.text, part.name).span(start, start + len(override.toponym))
    return Toponym(part, span, override.place, override.toponym, override.role, "seed", override.confidence)


def _occurrences(words: str, text: str) -> Iterator[int]:
    """Yield where the words stand as whole words; where they never do, wherever they stand."""
    if words not in text:
        return
    before = r"(?<![\p{L}\p{M}\p{N}])" if regex.match(r"[\p{L}\p{M}\p{N}]", words) else ""
    after = r"(?![\p{L}\p{M}\p{N}])" if regex.search(r"[\p{L}\p{M}\p{N}]$", words) else ""
    escaped = regex.escape(words, special_only=True, literal_spaces=True)
    starts = [match.start() for match in regex.finditer(before + escaped + after, text)]
    yield from starts or [match.start() for match in regex.finditer(escaped, text)]


def _overlap(one: Toponym, other: Toponym) -> bool:
    return one.part is other.part and one.span.start < other.span.end and other.span.start < one.span.end
