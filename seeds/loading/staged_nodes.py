"""Nodes to be written, waiting in the private database until the plan is known; and which nodes the seeds hold."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final, Literal, NamedTuple, get_args

from seeds.loading.staging import Scratch
from seeds.loading.tables import NODE_TABLES

Action = Literal["ADDED", "CHANGED", "REMOVED"]
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)


class Node(NamedTuple):
    """A node to add, change or remove: its digests before and after, its changed fields and its rows, both as JSON.

    `newest_first` is where a post stands in the timeline; others stand nowhere.
    """

    type: str
    id: int
    key: str
    action: Action
    fields: str = "[]"
    before: str = ""
    digest: str = ""
    newest_first: int = 0
    rows: bytes = b""


_BRIEF: Final = "type, id, key, action, fields, before, digest, newest_first"


class StagedNodes:
    """Each method is one statement or one stream."""

    def __init__(self, database: Scratch) -> None:
        self._database = database
        self._numbers = count(1)

    def stage(self, nodes: Iterable[Node]) -> None:
        """Keep nodes to be written. Their rows lie apart: what counts and lists nodes need not read past them."""
        numbered = [(next(self._numbers), node) for node in nodes]
        brief = ((number, *node[:-1]) for number, node in numbered)
        self._database.executemany("INSERT INTO nodes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", brief)
        contents = ((number, node.rows) for number, node in numbered if node.rows)
        self._database.executemany("INSERT INTO contents VALUES (?, ?)", contents)

    def stream(self, kind: str, *actions: Action) -> Iterator[Node]:
        """Stream the staged nodes of a type with their rows, in the order of the timeline and of their ids."""
        self._database.execute("CREATE INDEX IF NOT EXISTS nodes_in_order ON nodes (type, newest_first, id, action)")
        marks = ", ".join("?" * len(actions))
        order = (
            f"SELECT {_BRIEF}, coalesce(rows, x'') FROM nodes LEFT JOIN contents USING (number)"  # noqa: S608
            f" WHERE type = ? AND action IN ({marks}) ORDER BY newest_first, id"
        )
        return (Node(*found) for found in self._database.execute(order, (kind, *actions)))

    def ids(self, kind: str, *actions: Action) -> Iterator[int]:
        """Stream the ids of the staged nodes of a type, in order."""
        self._database.execute("CREATE INDEX IF NOT EXISTS nodes_with_actions ON nodes (type, id, action)")
        marks = ", ".join("?" * len(actions))
        order = f"SELECT id FROM nodes WHERE type = ? AND action IN ({marks}) ORDER BY id"  # noqa: S608
        return (number for (number,) in self._database.execute(order, (kind, *actions)))

    def changes(self, kind: str, limit: int = -1) -> Iterator[Node]:
        """Stream the staged nodes of a type without their rows, in the order of their keys; all, or so many."""
        order = f"SELECT {_BRIEF} FROM nodes WHERE type = ? ORDER BY key LIMIT ?"  # noqa: S608
        return (Node(*found) for found in self._database.execute(order, (kind, limit)))

    def all_changes(self, limit: int) -> list[Node]:
        """Return the first so many staged nodes without their rows: by type as the dataset counts them, then by key."""
        found: list[Node] = []
        for kind in NODE_TABLES:
            found.extend(self.changes(kind, limit - len(found)))
        return found

    def staged(self, kind: str, ids: list[int]) -> set[int]:
        """Return those of some nodes that are staged already."""
        order = "SELECT id FROM nodes WHERE type = ? AND id IN (SELECT value FROM json_each(?))"
        return {number for (number,) in self._database.execute(order, (kind, str(ids)))}

    def digests(self, column: Literal["before", "digest"]) -> Iterator[tuple[str, str, str]]:
        """Stream type, key and digest of the staged nodes that have one, before or after."""
        yield from self._database.execute(f"SELECT type, key, {column} FROM nodes WHERE {column} <> ''")  # noqa: S608

    def counts(self) -> dict[tuple[str, Action], int]:
        """Count the staged nodes by type and action."""
        counted = self._database.execute("SELECT type, action, count(*) FROM nodes GROUP BY 1, 2")
        return {(kind, action): number for kind, action, number in counted}

    def touch_threads(self, ids: Iterable[int | None]) -> None:
        """Remember that some threads win, lose or change a post."""
        given = ((number,) for number in {*ids} if number is not None)
        self._database.executemany("INSERT OR IGNORE INTO touched_threads VALUES (?)", given)

    def touched_threads(self) -> Iterator[int]:
        """Stream the threads that win, lose or change a post."""
        return (number for (number,) in self._database.execute("SELECT id FROM touched_threads ORDER BY id"))

    def touched(self, ids: list[int]) -> set[int]:
        """Return those of some threads that win, lose or change a post."""
        order = "SELECT id FROM touched_threads WHERE id IN (SELECT value FROM json_each(?))"
        return {number for (number,) in self._database.execute(order, (str(ids),))}

    def see(self, kind: str, ids: Iterable[int]) -> None:
        """Remember that the seeds hold these nodes, changed or not."""
        self._database.executemany("INSERT INTO seen VALUES (?, ?)", ((kind, number) for number in ids))

    def hold(self, kind: str, ids: Iterable[int]) -> None:
        """Remember that the files read hold these nodes, suppressed ones included."""
        self._database.executemany("INSERT OR IGNORE INTO now VALUES (?, ?)", ((kind, number) for number in ids))

    def held_before(self, kind: str, ids: Iterable[int]) -> None:
        """Remember that the files read, or gone, held these nodes when they were last read."""
        self._database.executemany("INSERT OR IGNORE INTO before VALUES (?, ?)", ((kind, number) for number in ids))

    def missing(self, kind: str) -> Iterator[int]:
        """Stream the nodes that files held before and hold no longer."""
        self._know_seen()
        order = f"SELECT id FROM before WHERE type = ?1 AND NOT {_among('seen', 'before.id', '?1')}"  # noqa: S608
        return (number for (number,) in self._database.execute(order, (kind,)))

    def unseen(self, kind: str, ids: list[int]) -> set[int]:
        """Return those of some stored nodes that the seeds do not hold."""
        self._know_seen()
        order = f"SELECT value FROM json_each(?1) WHERE NOT {_among('seen', 'value', '?2')}"  # noqa: S608
        return {number for (number,) in self._database.execute(order, (str(ids), kind))}

    def _know_seen(self) -> None:
        """Make the index of what was seen: a first reload has no use for it."""
        self._database.execute("CREATE INDEX IF NOT EXISTS seen_by_id ON seen (type, id)")

    def elsewhere(self, kind: str, ids: list[int]) -> set[int]:
        """Return those of some stored nodes that stand in files which were not read: held neither now nor before."""
        order = (
            f"SELECT value FROM json_each(?1) WHERE NOT {_among('now', 'value', '?2')}"  # noqa: S608
            f" AND NOT {_among('before', 'value', '?2')}"
        )
        return {number for (number,) in self._database.execute(order, (str(ids), kind))}

    def new(self, kind: str) -> Iterator[int]:
        """Stream the nodes that the files read hold now and did not before."""
        order = f"SELECT id FROM now WHERE type = ?1 AND NOT {_among('before', 'now.id', '?1')}"  # noqa: S608
        return (number for (number,) in self._database.execute(order, (kind,)))


def _among(table: str, number: str, kind: str) -> str:
    """Write the condition that a table holds a node; looked up by its index, where IN would copy the whole table."""
    return f"EXISTS (SELECT 1 FROM {table} AS held WHERE held.type = {kind} AND held.id = {number})"  # noqa: S608
