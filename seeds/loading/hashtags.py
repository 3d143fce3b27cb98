"""The uses of hashtags in a post as rows: those its parts show, in order, then those that its source asserts."""

from collections.abc import Iterable, Sequence

from api.models import identify
from api.text.fold import casefolded, fold
from seeds.extraction.hashtags import Hashtag
from seeds.loading.placing import Placing
from seeds.loading.spans import NO_SPAN, span_columns
from seeds.loading.tables import Row, Value, row
from seeds.records import Part


def hashtag_rows(found: Iterable[tuple[Part, Hashtag]], asserted: Sequence[str], placing: Placing) -> list[Row]:
    """Return the rows of `post_hashtags`. An asserted tag that is shown, or asserted twice, adds nothing."""
    rows: list[Row] = []
    seen: set[str] = set()
    for part, tag in found:
        span = span_columns(tag.span, part)
        rows.append(_use(tag.name, tag.spelling, "IN_TEXT", span, len(rows) + 1, seen, placing))
    for spelling in asserted:
        name = fold(spelling)
        if name not in seen:
            rows.append(_use(name, spelling, "ASSERTED", NO_SPAN, len(rows) + 1, seen, placing))
    return rows


def _use(
    name: str, spelling: str, basis: str, span: dict[str, Value], ordinal: int, seen: set[str], placing: Placing
) -> Row:
    is_first = name not in seen
    seen.add(name)
    return row(
        "post_hashtags",
        ordinal=ordinal,
        hashtag_id=identify("Hashtag", name),
        thread_order=(basis == "ASSERTED") << 52 | placing.place << 20 | ordinal,
        spelling=spelling,
        spelling_cased=casefolded(spelling),
        basis=basis,
        is_first=is_first,
        **span,
        **placing.beside_a_join(),
    )
