"""Which places lie within which: the closure of PART_OF and ADMINISTERED_BY, whoever claims it, itself included."""

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from sqlalchemy import Connection, delete, select, tuple_

from seeds.loading.batches import in_batches
from seeds.loading.dialects import bulk_insert
from seeds.loading.stored import BATCH, TABLES

_WITHIN = ("PART_OF", "ADMINISTERED_BY")


def settle_ancestors(connection: Connection) -> None:
    """Write what is missing from `place_ancestors`, and delete what no longer holds."""
    parents, table = TABLES["place_parents"], TABLES["place_ancestors"]
    above: defaultdict[int, set[int]] = defaultdict(set)
    for place, parent in connection.execute(
        select(parents.c.place_id, parents.c.parent_id).where(parents.c.relation.in_(_WITHIN))
    ):
        above[place].add(parent)
    places = connection.scalars(select(TABLES["places"].c.id)).all()
    wanted = {(place, ancestor) for place in places for ancestor in ancestors(place, above)}
    stored = {(place, ancestor) for place, ancestor in connection.execute(select(table))}
    for batch in in_batches(sorted(stored - wanted), BATCH):
        connection.execute(delete(table).where(tuple_(table.c.place_id, table.c.ancestor_id).in_(batch)))
    bulk_insert(connection, table, sorted(wanted - stored))


def ancestors(place: int, above: Mapping[int, AbstractSet[int]]) -> set[int]:
    """Return a place and all that it lies within, however the parents run."""
    found: set[int] = set()
    ahead = [place]
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead.extend(above.get(one, ()))
    return found
