"""How seeds write the handles of accounts: as they describe them, else as they write authors, across all files."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from seeds.loading.files import stored_holdings
from seeds.loading.holdings import Holding


@dataclass(frozen=True, slots=True)
class Spellings:
    """`described` are all accounts that seeds describe; `authors` only those whose spelling may be another than before.

    An author who is one no longer is None. Both are by account key.
    """

    described: dict[str, str]
    authors: dict[str, str | None]

    def of(self, key: str) -> str | None:
        """Return how the seeds write an account, or None where only mentions do, or nothing changed."""
        return self.described.get(key) or self.authors.get(key)


def spelt(
    connection: Connection, read: Iterable[Holding], before: Iterable[Holding], unread: Iterable[str]
) -> Spellings:
    """Compare how the files just read write accounts with how they, and files now gone, wrote them before."""
    now, was = list(read), list(before)
    described = {key: handle for holding in now for key, handle in holding.described.items()}
    undescribed = {key for holding in was for key in holding.described if key not in described}
    authors, authors_before = _first(now), _first(was)
    differing = undescribed | {
        key for key in authors.keys() | authors_before.keys() if authors.get(key) != authors_before.get(key)
    }
    found = {key: authors.get(key) for key in differing}
    for _, holding in stored_holdings(connection, unread if differing else ()):
        for key in differing & holding.authors.keys():
            found[key] = min(holding.authors[key], found[key] or holding.authors[key])
    return Spellings(described, found)


def _first(holdings: Iterable[Holding]) -> dict[str, str]:
    """The first spelling by code points of each author."""
    first: dict[str, str] = {}
    for holding in holdings:
        for key, spelling in holding.authors.items():
            first[key] = min(spelling, first.get(key, spelling))
    return first
