"""What was read and what will be written, on the way: kept in a private database on disk, so that memory stays bounded.

Its file has no name, so it is gone with the process, however that ends. `rooms` says what is kept in it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Final

from api.errors import SeedError

Scratch = sqlite3.Connection
"""The private database; the dataset's own may be of another kind."""

_SCHEMA: Final = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -65536;
    CREATE TABLE threads (id INTEGER PRIMARY KEY, located BLOB, source TEXT, rank INTEGER, language TEXT, author TEXT);
    CREATE TABLE posts (id INTEGER PRIMARY KEY, located BLOB, thread INTEGER, position INTEGER, source TEXT);
    CREATE INDEX by_thread ON posts (thread, position);
    CREATE TABLE openings (thread INTEGER PRIMARY KEY, position INTEGER, words TEXT);
    CREATE TABLE nodes (type TEXT, id INTEGER, key TEXT, action TEXT, fields TEXT, before TEXT, digest TEXT, rows BLOB,
        PRIMARY KEY (type, id));
    CREATE INDEX by_key ON nodes (type, key);
    CREATE TABLE seen (type TEXT, id INTEGER, PRIMARY KEY (type, id)) WITHOUT ROWID;
    CREATE TABLE now (type TEXT, id INTEGER, PRIMARY KEY (type, id)) WITHOUT ROWID;
    CREATE TABLE before (type TEXT, id INTEGER, PRIMARY KEY (type, id)) WITHOUT ROWID;
    CREATE TABLE touched_threads (id INTEGER PRIMARY KEY);
    CREATE TABLE names (type TEXT, id INTEGER, key TEXT, PRIMARY KEY (type, id)) WITHOUT ROWID;
"""


@contextmanager
def scratch() -> Iterator[Scratch]:
    """Open an empty private database for as long as it is needed."""
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        try:
            database.executescript(_SCHEMA)
            database.execute("BEGIN")
            yield database
        except sqlite3.Error as problem:
            where = "SQLITE_TMPDIR names the folder in which it lies"
            raise SeedError(f"the loader's scratch file cannot be written: {problem}; {where}") from problem
