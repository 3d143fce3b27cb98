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

# Ids are as good as random: large rows lie in the order in which they came, and only small indexes are in that of ids.
_SCHEMA: Final = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -65536;
    CREATE TABLE threads (id INTEGER, located BLOB, source TEXT, rank INTEGER, language TEXT, author TEXT);
    CREATE UNIQUE INDEX threads_by_id ON threads (id);
    CREATE TABLE posts (id INTEGER, located BLOB, thread INTEGER, position INTEGER, source TEXT);
    CREATE UNIQUE INDEX posts_by_id ON posts (id);
    CREATE TABLE openings (thread INTEGER PRIMARY KEY, position INTEGER, words TEXT);
    CREATE TABLE nodes (number INTEGER PRIMARY KEY, type TEXT, id INTEGER, key TEXT, action TEXT, fields TEXT,
        before TEXT, digest TEXT, newest_first INTEGER);
    CREATE UNIQUE INDEX nodes_by_id ON nodes (type, id);
    CREATE TABLE contents (number INTEGER PRIMARY KEY, rows BLOB);
    CREATE TABLE seen (type TEXT, id INTEGER);
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
