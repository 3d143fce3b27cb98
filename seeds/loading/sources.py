"""A source as rows: its own, and what its publisher lists beside it."""

from api.models import identify
from api.text.fold import fold
from seeds.loading.dates import published
from seeds.loading.origins import Origin, provenance
from seeds.loading.tables import Bundle, Row, row
from seeds.records import RelatedItem, Source


def source_rows(source: Source, origin: Origin, revision: int) -> Bundle:
    """Return the rows of a source."""
    number = identify("Source", source.key)
    own = row(
        "sources",
        id=number,
        key=source.key,
        kind=source.kind,
        title=source.title,
        title_folded=fold(source.title),
        publisher=source.publisher,
        url=source.url,
        byline=source.byline,
        language=source.language,
        licence=source.licence,
        attribution=source.attribution,
        is_excerpt=source.excerpt,
        retrieved_at=source.retrieved_at,
        **published(source.published),
        **provenance(origin, revision),
    )
    return {"sources": [own], "related_items": [_related(number, *item) for item in enumerate(source.related_items, 1)]}


def _related(source_id: int, ordinal: int, item: RelatedItem) -> Row:
    return row(
        "related_items",
        source_id=source_id,
        ordinal=ordinal,
        title=item.title,
        author=item.author,
        url=item.url,
        excerpt=item.excerpt,
    )
