"""The mentions of accounts in a post as rows."""

from collections.abc import Iterable

from api.models import identify
from seeds.extraction.mentions import Mention
from seeds.loading.handles import account_key
from seeds.loading.placing import Placing
from seeds.loading.spans import span_columns
from seeds.loading.tables import Row, row
from seeds.records import Part


def mention_rows(found: Iterable[tuple[Part, Mention]], placing: Placing) -> list[Row]:
    """Return the rows of `account_mentions`, in the order of the words."""
    seen: set[str] = set()
    rows: list[Row] = []
    for ordinal, (part, mention) in enumerate(found, 1):
        key = account_key(mention.spelling)
        rows.append(
            row(
                "account_mentions",
                ordinal=ordinal,
                account_id=identify("Account", key),
                spelling=mention.spelling,
                is_first=key not in seen,
                **span_columns(mention.span, part),
                **placing.beside_a_join(),
            )
        )
        seen.add(key)
    return rows
