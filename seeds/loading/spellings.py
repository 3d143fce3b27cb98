"""How seeds write the handles of accounts: as they describe them, else as they write authors, across all files."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from seeds.loading.files import stored_holdings
from seeds.loading.holdings import Holding


@dataclass(frozen=True, slots=True)
class Spellings:
    """`described` are all accounts that seeds describe, `authors` those who write in the files read; by account key.

    `differing` are the accounts whose spelling may be another than before: of these, and of accounts that are new, what
    is said here holds across all files.
    """

    described: dict[str, str]
    authors: dict[str, str]
    differing: frozenset[str]

    def of(self, key: str) -> str | None:
        """Return how the seeds write an account, or None where only mentions do."""
        return self.described.get(key) or self.authors.get(key)


def spelt(
    connection: Connection, read: Iterable[Holding], before: Iterable[Holding], unread: Iterable[str]
) -> Spellings:
    """Compare how the files just read write accounts with how they, and files now gone, wrote them before."""
    now, was = list(read), list(before)
    described = {key: handle for holding in now for key, handle in holding.described.items()}
    undescribed = {key for holding in was for key in holding.described if key not in described}
    authors, before_them = _first(now), _first(was)
    differing = undescribed | {
        key for key in authors.keys() | before_them.keys() if authors.get(key) != before_them.get(key)
    }
    for _, holding in stored_holdings(connection, unread if differing else ()):
        for key in differing & holding.authors.keys():
            authors[key] = min(holding.authors[key], authors.get(key, holding.authors[key]))
    return Spellings(described, authors, frozenset(differing))


def _first(holdings: Iterable[Holding]) -> dict[str, str]:
    """The first spelling by code points of each author."""
    first: dict[str, str] = {}
    for holding in holdings:
        for key, spelling in holding.authors.items():
            first[key] = min(spelling, first.get(key, spelling))
    return first
