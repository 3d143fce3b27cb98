"""The log of revisions: an engine enters, revisions and their changes leave as streams, page by page.

Pages keep each statement short, however many changes a revision has; a revision that is written never changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeVarTuple

import orjson
from sqlalchemy import Engine, Row, Select, select

from api.models import Change, Revision, node_id

_PAGE: Final = 1000

Columns = TypeVarTuple("Columns")


@dataclass(frozen=True, slots=True)
class Entry:
    """A revision: its number, the digest of the dataset, when it was committed (RFC 3339, UTC), and its counts."""

    number: int
    digest: str
    committed_at: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class Logged:
    """One node added, changed or removed; `fields` are the GraphQL names of what changed in it."""

    action: str
    type: str
    id: str
    key: str
    fields: tuple[str, ...]


_REVISIONS: Final = select(
    Revision.number, Revision.digest, Revision.committed_at, Revision.added, Revision.changed, Revision.removed
)
_CHANGES: Final = select(Change.ordinal, Change.action, Change.type, Change.node_number, Change.key, Change.fields)


def log(engine: Engine) -> Iterator[Entry]:
    """Stream all revisions, newest first."""
    last: int | None = None
    while True:
        page = _REVISIONS.order_by(Revision.number.desc()).limit(_PAGE)
        found = _rows(engine, page if last is None else page.where(Revision.number < last))
        yield from (Entry(*row) for row in found)
        if len(found) < _PAGE:
            return
        last = found[-1].number


def revision(engine: Engine, number: int) -> Entry | None:
    """Return one revision, or None where there is none of that number."""
    found = _rows(engine, _REVISIONS.where(Revision.number == number))
    return Entry(*found[0]) if found else None


def changes(engine: Engine, number: int) -> Iterator[Logged]:
    """Stream what a revision did, in the order of its change log."""
    last = 0
    while True:
        page = _CHANGES.where(Change.revision == number, Change.ordinal > last).order_by(Change.ordinal).limit(_PAGE)
        found = _rows(engine, page)
        for row in found:
            yield Logged(row.action, row.type, node_id(row.type, row.node_number), row.key, _names(row.fields))
        if len(found) < _PAGE:
            return
        last = found[-1].ordinal


def _names(fields: str) -> tuple[str, ...]:
    return tuple(orjson.loads(fields))


def _rows(engine: Engine, statement: Select[*Columns]) -> list[Row[*Columns]]:
    with engine.connect() as connection:
        return list(connection.execute(statement))
