"""The lock that lets one reload run at a time: an engine enters, the transaction of the reload leaves, or a refusal.

Nothing here knows a table, so that a reload that must not run hears so before it has loaded the rest of the loader.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, text

from api.errors import DatabaseUnavailable
from seeds.loading.holders import HOLDER, LOCK, PATIENCE, busy, let_go, of_file, on_server, reloader

_RELOADING = (
    f"busy_timeout = {PATIENCE}",
    "temp_store = FILE",  # temporary tables may hold an entry for each post of a reload: they belong on disk
    "cache_size = -131072",  # KiB: new rows fall all over the indexes
    "synchronous = FULL",  # what a reload reports as done outlives a power cut
)


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
    let_go()
    try:
        transaction = connection.begin()
    except DatabaseUnavailable as refused:
        if getattr(_original(refused), "sqlite_errorname", "") != "SQLITE_BUSY":
            raise
        raise busy(of_file(connection.engine.url.database or "")) from refused
    with transaction:
        yield


def _original(error: BaseException) -> BaseException | None:
    cause = error.__cause__ or error.__context__
    return cause if cause is None or isinstance(cause, sqlite3.Error) else _original(cause)


@contextmanager
def _postgresql_locked(connection: Connection) -> Iterator[None]:
    with connection.begin():
        connection.execute(text("SELECT set_config('application_name', :name, true)"), {"name": reloader()})
        connection.execute(text("SET LOCAL work_mem = '64MB'"))
        let_go()
        if not connection.scalar(text("SELECT pg_try_advisory_xact_lock(:lock)"), {"lock": LOCK}):
            holder = connection.execute(text(HOLDER)).first()
            raise busy("" if holder is None else on_server(*holder))
        yield
