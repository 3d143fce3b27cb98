"""The place mentions of a post as rows: the gazetteer's finds, as the seed corrects and completes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from api.models import identify
from api.text.spans import Span, measure
from seeds.loading.placing import Placing
from seeds.loading.spans import span_columns
from seeds.loading.tables import Row, row
from seeds.records import Part, PlaceOverride, occurrences


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


def settled(found: Iterable[Toponym], overrides: Sequence[PlaceOverride], parts: Sequence[Part]) -> list[Toponym]:
    """Return the mentions of a post in reading order; where an override overlaps a find, the override stands."""
    said = [_located(override, parts) for override in overrides]
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


def _located(override: PlaceOverride, parts: Sequence[Part]) -> Toponym:
    """Find the occurrence that is meant: the post's own record was refused if it had not as many."""
    part, start = occurrences(override.toponym, parts)[override.occurrence - 1]
    span = measure(part.text, part.name).span(start, start + len(override.toponym))
    return Toponym(part, span, override.place, override.toponym, override.role, "seed", override.confidence)


def _overlap(one: Toponym, other: Toponym) -> bool:
    return one.part is other.part and one.span.start < other.span.end and other.span.start < one.span.end
