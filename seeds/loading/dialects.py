"""What the two databases do differently when written: the lock, bulk loading, temporary tables, statistics.

No other module of the loader names a dialect.
"""

import os
import socket
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, text
from sqlalchemy.dialects import postgresql, sqlite

from api.errors import DatabaseUnavailable, ReloadBusy, SeedError
from seeds.loading.tables import Row

LOCK = 0x7061726C6579 + 1  # "parley" in ASCII is the lock of upgrades; the next number is that of reloads
_WRITE_LOCK = 120  # where SQLite's wal-index keeps the lock of the one writer (its file format, section 2.3)

_RELOADING = (
    "busy_timeout = 300",  # milliseconds to wait for the write lock: enough for a checkpoint, and an answer at once
    "temp_store = FILE",  # temporary tables may hold an entry for each post of a reload: they belong on disk
    "cache_size = -131072",  # KiB: new rows fall all over the indexes
    "synchronous = FULL",  # what a reload reports as done outlives a power cut
)
_SAMPLE = 1000
"""Rows of each index that SQLite looks at to know how it is filled."""
_BUSY = "another reload is running{}; try again when it is done"


@contextmanager
def locked(engine: Engine) -> Iterator[Connection]:
    """Open the one transaction in which a reload runs, committed at the end and rolled back on any error.

    Raises ReloadBusy at once where another reload runs.
    """
    lock = _sqlite_locked if engine.dialect.name == "sqlite" else _postgresql_locked
    with engine.connect() as connection, lock(connection):
        yield connection


@contextmanager
def _sqlite_locked(connection: Connection) -> Iterator[None]:
    connection.detach()  # what is set here goes with the connection, never back to the pool
    driver = connection.connection.cursor()
    for pragma in _RELOADING:
        driver.execute(f"PRAGMA {pragma}")
    try:
        transaction = connection.begin()
    except DatabaseUnavailable as refused:
        if getattr(_original(refused), "sqlite_errorname", "") != "SQLITE_BUSY":
            raise
        raise ReloadBusy(_BUSY.format(_sqlite_holder(connection))) from refused
    with transaction:
        yield


def _original(error: BaseException) -> BaseException | None:
    cause = error.__cause__ or error.__context__
    return cause if cause is None or isinstance(cause, sqlite3.Error) else _original(cause)


def _sqlite_holder(connection: Connection) -> str:
    """Name the process that holds the write lock, where the system says so (Linux does)."""
    index = Path(f"{connection.engine.url.database}-shm")
    try:
        inode = index.stat().st_ino
        locks = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    except OSError:
        return ""
    for lock in map(str.split, locks):
        # "1: POSIX ADVISORY WRITE 4242 08:01:131 120 120"
        if lock[1] == "POSIX" and lock[3] == "WRITE" and lock[5].endswith(f":{inode}") and lock[6] == str(_WRITE_LOCK):
            return f" (process {lock[4]} holds the lock)"
    return ""


@contextmanager
def _postgresql_locked(connection: Connection) -> Iterator[None]:
    with connection.begin():
        name = f"parley reload, process {os.getpid()} on {socket.gethostname()}"[:63]
        connection.execute(text("SELECT set_config('application_name', :name, true)"), {"name": name})
        connection.execute(text("SET LOCAL work_mem = '64MB'"))
        if not connection.scalar(text("SELECT pg_try_advisory_xact_lock(:lock)"), {"lock": LOCK}):
            raise ReloadBusy(_BUSY.format(_postgresql_holder(connection)))
        yield


def _postgresql_holder(connection: Connection) -> str:
    order = text(
        "SELECT a.application_name, a.pid FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
        " WHERE l.locktype = 'advisory' AND l.granted AND l.classid = :high AND l.objid = :low"
        " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    holder = connection.execute(order, {"high": LOCK >> 32, "low": LOCK & 0xFFFFFFFF}).first()
    return "" if holder is None else f" ({holder[0] or 'unnamed'}, server process {holder[1]})"


def bulk_insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows in the order of the table's columns, by the fastest road the database has.

    Raises SeedError with the driver's words where it refuses them: the disk is full, the connection is gone.
    """
    if not rows:
        return
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    cursor: Any = connection.connection.cursor()  # Any: psycopg is an extra, its types may be absent
    try:
        if connection.dialect.name == "sqlite":
            marks = ", ".join("?" * len(table.columns))
            cursor.executemany(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', rows)  # noqa: S608
        else:
            with cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy:
                for one in rows:
                    copy.write_row(one)
    except connection.dialect.loaded_dbapi.Error as problem:
        raise SeedError(f"the database refused rows of {table.name}: {problem}") from problem
    finally:
        cursor.close()


def upsert(connection: Connection, table: Table) -> Any:  # Any: the dialects' inserts share no such base
    """Return an INSERT that has `on_conflict_do_update`, which both databases know and SQLAlchemy keeps apart."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def analyse(connection: Connection, tables: Iterable[Table] | None = None) -> None:
    """Have the planner's figures made anew: of some tables, or of the whole database, by samples."""
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA analysis_limit = {_SAMPLE}"))
    for order in ["ANALYZE"] if tables is None else [f'ANALYZE "{table.name}"' for table in tables]:
        connection.execute(text(order))
