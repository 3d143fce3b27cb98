"""Backups of an SQLite file: its pages as one moment saw them, copied by SQLite itself, both ways.

A copy is one read transaction, so in WAL mode neither readers nor a reload wait for it, nor it for them. The other way
is one write transaction: readers see what was there before, or the backup.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from sqlalchemy import Engine

from api.database import migrating
from api.errors import InvalidArgument, ParleyError

BUSY_SECONDS = 5.0


def write(engine: Engine, file: Path) -> None:
    """Copy the database of an engine into a new file, which needs no other beside it."""
    with _driver(engine) as source, _opened(file, "rwc") as copy:
        copy.execute("PRAGMA synchronous = OFF")  # the file is synced as a whole before it gets its name
        source.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode = DELETE")  # no WAL beside it: one file is all there is to keep


def put_back(engine: Engine, file: Path) -> None:
    """Copy a backup over the database of a writing engine; whoever reads meanwhile goes on with what was there."""
    with _opened(file, "ro") as source, _driver(engine) as present:
        _recognise(source, file)
        source.backup(present, pages=-1)
        present.execute("PRAGMA journal_mode = WAL")


def _recognise(source: sqlite3.Connection, file: Path) -> None:
    """Refuse what is no dataset, before anything is written."""
    try:
        known = source.execute("SELECT count(*) FROM sqlite_schema WHERE name IN ('alembic_version', 'datasets')")
        if known.fetchone()[0] != 2:
            raise InvalidArgument(f"{file}: this is an SQLite file, but no backup of a dataset")
        migrating.refuse_newer(source.execute(migrating.STANDING).fetchone()[0])
        fault = source.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as cause:
        raise InvalidArgument(f"{file}: this is not a backup that can be read ({cause})") from cause
    if fault != "ok":
        raise InvalidArgument(f"{file}: the backup is damaged: {fault}")


@contextmanager
def _opened(file: Path, mode: str) -> Iterator[sqlite3.Connection]:
    try:
        connection = sqlite3.connect(f"file:{quote(str(file.absolute()))}?mode={mode}", uri=True, timeout=BUSY_SECONDS)
        connection.isolation_level = None
    except sqlite3.Error as cause:
        raise ParleyError(f"{file}: {cause}") from cause
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def _driver(engine: Engine) -> Iterator[sqlite3.Connection]:
    """Give the driver's own connection: copying is its own, and what goes wrong in it is told in its words."""
    pooled = engine.raw_connection()
    try:
        yield cast("Any", pooled.driver_connection)
    except sqlite3.Error as cause:
        raise ParleyError(f"the database could not be copied: {cause}; everything is as it was") from cause
    finally:
        pooled.close()
