"""Posts that share an address: the address leaves with their keys, for a person to look at.

A status that stands in two captures is a post in each of two sources, and every count counts both. Which of them to
keep is nobody's to guess: a suppression list says it.
"""

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from seeds.loading.stored import TABLES

MOST = 20
"""So many addresses are told at most, and so many posts of each."""


class Repeated(NamedTuple):
    """An address, and the keys of its posts in their order."""

    url: str
    posts: tuple[str, ...]


def repeated_posts(connection: Connection) -> tuple[Repeated, ...]:
    """Return the first addresses of several posts; posts without an address are alike to nothing."""
    url, key = TABLES["posts"].c.url, TABLES["posts"].c.key
    shared = select(url).where(url.is_not(None)).group_by(url).having(func.count() > 1).order_by(url).limit(MOST)
    return tuple(
        Repeated(found, tuple(connection.scalars(select(key).where(url == found).order_by(key).limit(MOST))))
        for found in connection.scalars(shared).all()
    )
