"""What was read and what will be written, on the way: kept in a private database on disk, so that memory stays bounded.

The database's file has no name, so it is gone with the process, however that ends.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass, fields
from typing import Final, Literal, TypeVar, get_args

import orjson

from seeds.loading.tables import NODE_TABLES

PackedThread = tuple[int, bytes | None, str, int, str | None, str | None]
"""A thread as read: id, packed record (None of one that was not read again), source's key, rank, language, author."""
PackedPost = tuple[int, bytes, int | None, str | None]
"""A post as read: id, packed record, id of its thread, key of its source."""
T = TypeVar("T")
Action = Literal["ADDED", "CHANGED", "REMOVED"]
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)
_SCHEMA: Final = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE threads (id INTEGER PRIMARY KEY, located BLOB, source TEXT, rank INTEGER, language TEXT, author TEXT);
    CREATE TABLE posts (id INTEGER PRIMARY KEY, located BLOB, thread INTEGER, source TEXT);
    CREATE TABLE before (type TEXT, id INTEGER, PRIMARY KEY (type, id)) WITHOUT ROWID;
    CREATE TABLE touched (thread INTEGER PRIMARY KEY);
    CREATE TABLE openings (thread INTEGER PRIMARY KEY, position INTEGER, words TEXT);
    CREATE TABLE spellings (key TEXT PRIMARY KEY, spelling TEXT, id INTEGER UNIQUE) WITHOUT ROWID;
    CREATE TABLE seen (type TEXT, id INTEGER, PRIMARY KEY (type, id)) WITHOUT ROWID;
    CREATE TABLE names (type TEXT, id INTEGER, key TEXT, PRIMARY KEY (type, id)) WITHOUT ROWID;
    CREATE TABLE nodes (type TEXT, id INTEGER, key TEXT, action TEXT, fields TEXT, before TEXT, digest TEXT, rows BLOB,
        thread INTEGER, PRIMARY KEY (type, id)) WITHOUT ROWID;
    CREATE INDEX by_key ON nodes (type, key);
"""


@dataclass(frozen=True, slots=True)
class Node:
    """A node to add, change or remove: its digests before and after, its changed fields and its rows, both as JSON."""

    type: str
    id: int
    key: str
    action: Action
    fields: str = "[]"
    before: str = ""
    digest: str = ""
    rows: bytes = b""
    thread: int | None = None


_BRIEF = "type, id, key, action, fields, before, digest"
_NODE = ", ".join(field.name for field in fields(Node))


class Staging:
    """The private database. Each method is one statement or one stream; batches keep what Python holds small."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def keep_threads(self, threads: Iterable[PackedThread]) -> None:
        """Keep threads as read."""
        self.database.executemany("INSERT OR IGNORE INTO threads VALUES (?, ?, ?, ?, ?, ?)", threads)

    def keep_posts(self, posts: Iterable[PackedPost]) -> None:
        """Keep posts as read."""
        self.database.executemany("INSERT OR IGNORE INTO posts VALUES (?, ?, ?, ?)", posts)

    def threads(self) -> Iterator[tuple[int, bytes]]:
        """Stream the threads as read, by id."""
        yield from self.database.execute("SELECT id, located FROM threads WHERE located IS NOT NULL ORDER BY id")

    def posts(self) -> Iterator[tuple[bytes, str, int | None, str | None, str | None]]:
        """Stream the posts as read: packed record, key of the source, rank, language and author of the thread."""
        yield from self.database.execute(
            "SELECT p.located, coalesce(t.source, p.source), t.rank, t.language, t.author FROM posts p"
            " LEFT JOIN threads t ON t.id = p.thread WHERE p.thread IS NULL OR t.id IS NOT NULL ORDER BY p.rowid"
        )

    def drop_thread(self, number: int) -> None:
        """Leave a thread out, and so its posts."""
        self.database.execute("DELETE FROM threads WHERE id = ?", (number,))

    def open_thread(self, openings: Iterable[tuple[int, int, str]]) -> None:
        """Remember the words that posts begin with, by thread and position; the first position of a thread stays."""
        self.database.executemany(
            "INSERT INTO openings VALUES (?, ?, ?) ON CONFLICT (thread) DO UPDATE"
            " SET position = excluded.position, words = excluded.words WHERE excluded.position < position",
            openings,
        )

    def opening(self, thread: int) -> str | None:
        """Return the words that a thread begins with."""
        found = self.database.execute("SELECT words FROM openings WHERE thread = ?", (thread,)).fetchone()
        return found[0] if found else None

    def stage(self, nodes: Iterable[Node]) -> None:
        """Keep nodes to be written."""
        self.database.executemany(f"INSERT INTO nodes VALUES ({', '.join('?' * 9)})", map(astuple, nodes))  # noqa: S608

    def nodes(self, kind: str, *actions: Action) -> Iterator[Node]:
        """Stream the staged nodes of a type, in the order of their keys."""
        marks = ", ".join("?" * len(actions))
        order = f"SELECT {_NODE} FROM nodes WHERE type = ? AND action IN ({marks}) ORDER BY key"  # noqa: S608
        return (Node(*found) for found in self.database.execute(order, (kind, *actions)))

    def ids(self, kind: str, *actions: Action) -> Iterator[int]:
        """Stream the ids of the staged nodes of a type."""
        marks = ", ".join("?" * len(actions))
        order = f"SELECT id FROM nodes WHERE type = ? AND action IN ({marks}) ORDER BY id"  # noqa: S608
        return (number for (number,) in self.database.execute(order, (kind, *actions)))

    def threads_written(self) -> Iterator[int]:
        """Stream the threads of the posts that will be written."""
        found = self.database.execute("SELECT DISTINCT thread FROM nodes WHERE type = 'Post' AND thread IS NOT NULL")
        return (number for (number,) in found)

    def spell(self, authors: Iterable[tuple[int, str, str]]) -> None:
        """Remember how seeds write the handles of authors (id, key, spelling); the first by code points stays."""
        self.database.executemany(
            "INSERT INTO spellings (id, key, spelling) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE"
            " SET spelling = excluded.spelling WHERE excluded.spelling < spelling",
            authors,
        )

    def describe(self, accounts: Iterable[tuple[int, str, str]]) -> None:
        """Remember how seeds write the handles of accounts that they describe, whatever was remembered before."""
        self.database.executemany("INSERT OR REPLACE INTO spellings (id, key, spelling) VALUES (?, ?, ?)", accounts)

    def spellings(self, keys: Sequence[str]) -> dict[str, str]:
        """Return how seeds write those of these accounts that are authors or described."""
        found = self.database.execute(
            "SELECT key, spelling FROM spellings WHERE key IN (SELECT value FROM json_each(?))",
            (orjson.dumps(keys).decode(),),
        )
        return dict(found.fetchall())

    def spelt(self) -> Iterator[str]:
        """Stream the keys of all authors and described accounts."""
        return (key for (key,) in self.database.execute("SELECT key FROM spellings ORDER BY key"))

    def unspelt(self, ids: list[int]) -> set[int]:
        """Return those of these accounts that are neither authors nor described."""
        found = self.database.execute(
            "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM spellings)", (str(ids),)
        )
        return {number for (number,) in found}

    def first(self, limit: int) -> list[Node]:
        """Return the first staged nodes: by type as the dataset counts them, then by key."""
        found: list[Node] = []
        for kind in NODE_TABLES:
            order = f"SELECT {_BRIEF} FROM nodes WHERE type = ? ORDER BY key LIMIT ?"  # noqa: S608
            found += [Node(*one) for one in self.database.execute(order, (kind, limit - len(found)))]
        return found

    def changes(self, kind: str) -> Iterator[tuple[Action, str, int, str, str]]:
        """Stream the change log of a type, in the order of keys."""
        order = "SELECT action, type, id, key, fields FROM nodes WHERE type = ? ORDER BY key"
        yield from self.database.execute(order, (kind,))

    def digests(self, column: Literal["before", "digest"]) -> Iterator[tuple[str, str, str]]:
        """Stream type, key and digest of the staged nodes that have one, before or after."""
        yield from self.database.execute(f"SELECT type, key, {column} FROM nodes WHERE {column} <> ''")  # noqa: S608

    def counts(self) -> dict[tuple[str, Action], int]:
        """Count the staged nodes by type and action."""
        counted = self.database.execute("SELECT type, action, count(*) FROM nodes GROUP BY 1, 2")
        return {(kind, action): number for kind, action, number in counted}

    def see(self, kind: str, ids: Iterable[int]) -> None:
        """Remember that the seeds hold these nodes, changed or not."""
        self.database.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", ((kind, number) for number in ids))

    def unseen(self, kind: str, ids: list[int]) -> set[int]:
        """Return those of some stored nodes that the seeds no longer hold."""
        found = self.database.execute(
            "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM seen WHERE type = ?)", (str(ids), kind)
        )
        return {number for (number,) in found}

    def name(self, kind: str, names: Iterable[tuple[int, str]]) -> None:
        """Remember tags or accounts that written nodes use, by id and key."""
        self.database.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", ((kind, *name) for name in names))

    def named(self, kind: str) -> Iterator[tuple[int, str]]:
        """Stream the tags or accounts that written nodes use."""
        yield from self.database.execute("SELECT id, key FROM names WHERE type = ? ORDER BY id", (kind,))

    def used(self, kind: str, ids: list[int]) -> set[int]:
        """Return those of some tags or accounts that written nodes use."""
        found = self.database.execute(
            "SELECT id FROM names WHERE type = ? AND id IN (SELECT value FROM json_each(?))", (kind, str(ids))
        )
        return {number for (number,) in found}


@contextmanager
def staging() -> Iterator[Staging]:
    """Open an empty private database for as long as it is needed."""
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        yield Staging(database)


def in_batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Cut a stream into lists of at most `size`."""
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
