"""An address and settings in, a SQLAlchemy engine out, for reading (the default) or for writing.

A reading engine commits nothing, keeps to the statement deadline and costs no round trip beside the statement.
A writing engine has no deadline and takes SQLite's write lock when its transaction begins, not half-way through.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DisconnectionError

from api.database import addresses, failures
from api.database.holding import hung_up
from api.errors import SettingsInvalid
from api.settings import Settings

BUSY_SECONDS = 5.0
"""How long SQLite waits for another process's lock."""
STEPS = 50_000
"""Steps of SQLite's machine between two looks at the clock: one or two milliseconds."""
CONNECT_SECONDS = 5

# the whole file mapped, or the 2 GB that SQLite maps at most: read calls cost more than a bounded page itself
READING = ("query_only = ON", "mmap_size = 2147418112", "temp_store = MEMORY")
# FULL: a commit that was reported is on the disk, even when the power goes; one sync more for each transaction.
WRITING = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY")


def create(url: str, settings: Settings, *, writes: bool = False) -> Engine:
    """Open an engine; `SettingsInvalid` when the address is none, or its driver is not installed."""
    address = addresses.parse(url)
    open_engine = sqlite if address.get_backend_name() == "sqlite" else postgresql
    engine = open_engine(address, settings, writes=writes)
    event.listen(engine, "handle_error", failures.translate, retval=True)
    return engine


@contextmanager
def opened(url: str, settings: Settings, *, writes: bool = False) -> Iterator[Engine]:
    """Open an engine, as `create` does, and close its connections at the end."""
    engine = create(url, settings, writes=writes)
    try:
        yield engine
    finally:
        engine.dispose()


def sqlite(address: URL, settings: Settings, *, writes: bool) -> Engine:
    """Open an SQLite file: a writer creates it, a reader finds it."""
    engine = create_engine(
        address if writes else addresses.existing(address),
        **pooled(settings, writes=writes),
        connect_args={"timeout": BUSY_SECONDS, "cached_statements": 256, "check_same_thread": False},
    )
    pragmas = WRITING if writes else READING

    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself: else a failed migration leaves halves
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", prepare)
    if writes:
        event.listen(engine, "begin", begin_immediate)
    else:
        stop_late_statements(engine, settings.statement_timeout)
    return engine


def begin_immediate(connection: Connection) -> None:
    """Take the write lock first: a transaction that read before it writes can no longer be refused half-way."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def stop_late_statements(engine: Engine, seconds: float) -> None:
    """Give every connection a clock that SQLite looks at while it works; each statement winds it."""

    def attach(connection: sqlite3.Connection, record: Any) -> None:  # Any: SQLAlchemy's record has an untyped `info`
        clock = record.info["clock"] = [float("inf")]
        connection.set_progress_handler(lambda: monotonic() > clock[0], STEPS)

    def wind(connection: Connection, *_: object) -> None:
        connection.info["clock"][0] = monotonic() + seconds

    event.listen(engine, "connect", attach)
    event.listen(engine, "before_cursor_execute", wind)


def postgresql(address: URL, settings: Settings, *, writes: bool) -> Engine:
    """Open a PostgreSQL database; a writer's statements have no deadline."""
    options = ["-c timezone=UTC"]
    if not writes:
        milliseconds = max(1, round(settings.statement_timeout * 1000))
        # jit off: compiling one of our statements takes longer than running it
        options += [f"-c statement_timeout={milliseconds}", "-c default_transaction_read_only=on", "-c jit=off"]
    given = {name: value for name, value in address.query.items() if name in DEFAULTS}
    asked = address.query.get("options")
    options += [asked] if isinstance(asked, str) else []
    try:
        engine = create_engine(
            address.difference_update_query(["options"]),
            **pooled(settings, writes=writes),
            use_native_hstore=False,  # saves a query on every connection
            connect_args=DEFAULTS | given | {"options": " ".join(options)} | UTF_8,
        )
    except ImportError as missing:
        raise SettingsInvalid(f"PostgreSQL needs its driver: pip install 'parley[postgres]' ({missing})") from missing
    event.listen(engine, "checkout", still_there)
    return engine


UTF_8 = {"client_encoding": "utf8"}
"""What answers are in, whatever the database keeps: their bytes leave as they come (see ``holding``)."""
DEFAULTS = {"application_name": "parley", "connect_timeout": CONNECT_SECONDS, "keepalives_idle": 60}


def still_there(connection: Any, *_: object) -> None:  # Any: psycopg is an extra, its types may be absent
    """Notice before use that the server hung up."""
    if hung_up(connection)():
        raise DisconnectionError


def pooled(settings: Settings, *, writes: bool) -> dict[str, Any]:  # Any: keywords of create_engine
    """Keep a few connections; a reader's are in autocommit, so that one statement is one round trip."""
    reading = {"isolation_level": "AUTOCOMMIT", "skip_autocommit_rollback": True, "hide_parameters": True}
    return {"poolclass": QueuePool, "pool_size": settings.pool_size, "max_overflow": 0} | ({} if writes else reading)
