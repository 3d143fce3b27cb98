"""The mentions of accounts in a post as rows."""

from collections.abc import Iterable, Iterator, Mapping

from api.models import identify
from seeds.extraction.mentions import Mention
from seeds.loading.handles import account_key
from seeds.loading.placing import Placing
from seeds.loading.spans import span_columns
from seeds.loading.tables import Row, row
from seeds.records import MentionHint, Part

Found = tuple[Part, Mention]


def meant(hints: Iterable[MentionHint]) -> Mapping[str, str]:
    """Return whom the mentions of a post mean where their words do not tell: account by the mention's key."""
    return {account_key(hint.mention): hint.account for hint in hints}


def account_of(spelling: str, accounts: Mapping[str, str]) -> str:
    """Return the handle of the account that a mention means; `accounts` are those of `meant`."""
    return accounts.get(account_key(spelling), spelling)


def addressed(found: Iterable[Found], accounts: Mapping[str, str]) -> Iterator[tuple[Found, str]]:
    """Yield each mention with the handle of the account that it means; `accounts` are those of `meant`."""
    for part, mention in found:
        yield (part, mention), account_of(mention.spelling, accounts)


def mention_rows(found: Iterable[tuple[Found, str]], placing: Placing) -> list[Row]:
    """Return the rows of `account_mentions`, in the order of the words; what enters is that of `addressed`."""
    seen: set[str] = set()
    rows: list[Row] = []
    for ordinal, ((part, mention), account) in enumerate(found, 1):
        key = account_key(account)
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
