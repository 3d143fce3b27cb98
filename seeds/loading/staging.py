"""What was read and what will be written, on the way: kept in a private database on disk, so that memory stays bounded.

The database's file has no name, so it is gone with the process, however that ends.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Final

from seeds.loading.staged_names import StagedNames
from seeds.loading.staged_nodes import StagedNodes
from seeds.loading.staged_records import StagedRecords

_SCHEMA: Final = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE threads (id INTEGER PRIMARY KEY, located BLOB, source TEXT, rank INTEGER, language TEXT, author TEXT);
    CREATE TABLE posts (id INTEGER PRIMARY KEY, located BLOB, thread INTEGER, source TEXT);
    CREATE TABLE openings (thread INTEGER PRIMARY KEY, position INTEGER, words TEXT);
    CREATE TABLE nodes (type TEXT, id INTEGER, key TEXT, action TEXT, fields TEXT, before TEXT, digest TEXT, rows BLOB,
        thread INTEGER, PRIMARY KEY (type, id)) WITHOUT ROWID;
    CREATE INDEX by_key ON nodes (type, key);
    CREATE TABLE seen (type TEXT, id INTEGER, PRIMARY KEY (type, id)) WITHOUT ROWID;
    CREATE TABLE before (type TEXT, id INTEGER, PRIMARY KEY (type, id)) WITHOUT ROWID;
    CREATE TABLE touched_threads (id INTEGER PRIMARY KEY);
    CREATE TABLE names (type TEXT, id INTEGER, key TEXT, PRIMARY KEY (type, id)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Staging:
    """The three rooms of the private database."""

    records: StagedRecords
    """Threads and posts as they were read."""
    nodes: StagedNodes
    """Nodes to be written, and which ones the seeds hold."""
    names: StagedNames
    """Tags and accounts that written nodes use."""


@contextmanager
def staging() -> Iterator[Staging]:
    """Open an empty private database for as long as it is needed."""
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        yield Staging(StagedRecords(database), StagedNodes(database), StagedNames(database))
