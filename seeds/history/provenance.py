"""Where a node comes from: an id or a key enters; its provenance and what the reloads did to it leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import orjson
from sqlalchemy import ColumnElement, Connection, Engine, select

from api.models import Account, Change, Hashtag, Place, Post, SeedFile, Source, Thread, identify, node_id, parse_node_id
from api.text.fold import fold
from seeds.loading.handles import account_key

_SEEDED: Final = {"Source": Source, "Thread": Thread, "Post": Post, "Place": Place}
_NAMED: Final = {"Hashtag": Hashtag, "Account": Account}


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a node stood in the seeds when it last changed: 1-based line and column (in code points).

    `last_read` is the SHA-256 of that file when the seeds were last loaded, None where it was not among them any more.
    """

    file: str
    line: int
    column: int | None
    sha256: str
    importer: str
    revision: int
    last_read: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What one revision did to a node; `fields` are the GraphQL names of what changed."""

    revision: int
    action: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A node, present or removed. `stand` is None for a removed one, and for tags and accounts: posts make these."""

    type: str
    id: str
    key: str
    stand: Stand | None
    steps: tuple[Step, ...]

    @property
    def is_gone(self) -> bool:
        """True when the last thing that happened to it was its removal."""
        return bool(self.steps) and self.steps[-1].action == "REMOVED"


def explain(engine: Engine, name: str) -> list[Explained]:
    """Return the nodes of that id or key, of every type that has one; none where no revision ever had it."""
    with engine.connect() as connection:
        found = (_explained(connection, kind, number) for kind, number in _meant(name))
        return [each for each in found if each is not None]


def _meant(name: str) -> Iterator[tuple[str, int]]:
    """Yield the nodes that a name may mean: keys are unique in their type only."""
    parsed = parse_node_id(name)
    if parsed is not None:
        yield parsed
        return
    for kind in _SEEDED:
        yield kind, identify(kind, name)
    yield "Hashtag", identify("Hashtag", fold(name.removeprefix("#")))
    yield "Account", identify("Account", account_key(name.removeprefix("@")))


def _explained(connection: Connection, kind: str, number: int) -> Explained | None:
    history = (
        select(Change.revision, Change.action, Change.fields, Change.key)
        .where(Change.type == kind, Change.node_number == number)
        .order_by(Change.revision)
    )
    rows = connection.execute(history).all()
    if not rows:
        return None
    steps = tuple(Step(row.revision, row.action, tuple(orjson.loads(row.fields))) for row in rows)
    return Explained(kind, node_id(kind, number), rows[-1].key, _stand(connection, kind, number), steps)


def _stand(connection: Connection, kind: str, number: int) -> Stand | None:
    if kind not in _SEEDED:
        return None
    table = _SEEDED[kind].__table__
    columns: list[ColumnElement[Any]] = [
        *(table.c[name] for name in ("file", "line", "column", "sha256", "importer", "revision")),
        select(SeedFile.sha256).where(SeedFile.path == table.c.file).scalar_subquery(),
    ]
    row = connection.execute(select(*columns).where(table.c.id == number)).one_or_none()
    return None if row is None else Stand(*row)
