"""Suppressed posts that no seed holds: their keys leave, for a person to look at.

A post whose key changed (another stands before it now, a page was imported anew) is not suppressed by its old key.
Handles and addresses may be suppressed before they are met, and are not told.
"""

from sqlalchemy import Connection

from api.models import identify
from seeds.loading.files import stored_holdings
from seeds.loading.waves import Read


def missed_posts(connection: Connection, read: Read) -> tuple[str, ...]:
    """Return the suppressed keys, in order, that neither the files read nor those left unread hold."""
    missed = {identify("Post", key): key for key in read.recipe.suppression.posts}
    for holding in read.gathering.gathered.holdings.values():
        missed = _without(missed, set(holding.defined["Post"]))
    for _, holding in stored_holdings(connection, read.unread if missed else ()):
        missed = _without(missed, set(holding.defined["Post"]))
    return tuple(sorted(missed.values()))


def _without(missed: dict[int, str], held: set[int]) -> dict[int, str]:
    return {number: key for number, key in missed.items() if number not in held}
