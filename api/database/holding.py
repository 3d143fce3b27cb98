"""Reading connections held ready: taken out of an engine's pool once, then handed from one statement to the next.

A pool's way there and back takes longer than some statements do. Texts come as the bytes that the database has, in
UTF-8: they leave as they came, and to read them into text and back takes a tenth of what an answer takes.
"""

import select
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final  # Any: the drivers' own, of which one may not be there

from sqlalchemy import Engine, PoolProxiedConnection, event, exc

from api.errors import DatabaseUnavailable

_OWN: Final = "parley_holding"


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A connection. `asked` takes its statements; `hung_up` tells whether the server went away meanwhile."""

    pooled: PoolProxiedConnection
    asked: Any  # SQLite's connection or the server's cursor, which execute alike
    hung_up: Callable[[], bool] | None = None


class Holding:
    """The connections of one reading engine that wait for their next statement: as many as worked at once.

    An engine has one (see `of`): two would keep the pool's connections from each other.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: list[Held] = []
        event.listen(engine, "engine_disposed", self._close)

    def take(self) -> Held:
        """Take the one that worked last, or a new one of the pool; the driver's errors where none can be had.

        There are as many as threads that ask, so that nobody waits; DatabaseUnavailable for one who did in vain.
        """
        while True:
            try:
                held = self._waiting.pop()
            except IndexError:
                return self._new()
            if held.hung_up is None or not held.hung_up():
                return held
            held.pooled.invalidate()

    def _new(self) -> Held:
        try:
            return hold(self._engine.raw_connection())
        except exc.TimeoutError as late:
            raise DatabaseUnavailable("all connections to the database are busy; try again in a moment") from late

    def give(self, held: Held) -> None:
        """Give one back that can be asked again."""
        self._waiting.append(held)

    def _close(self, _: object) -> None:
        while self._waiting:
            self._waiting.pop().pooled.invalidate()  # closed, not given back: a pool's others read texts as texts


def of(engine: Engine) -> Holding:
    """Return an engine's own, made when it is first asked for."""
    if _OWN not in engine.get_execution_options():
        engine.update_execution_options(**{_OWN: Holding(engine)})
    own: Holding = engine.get_execution_options()[_OWN]
    return own


def hold(pooled: PoolProxiedConnection) -> Held:
    """Make a connection of either driver ready."""
    connection: Any = pooled.dbapi_connection
    if isinstance(connection, sqlite3.Connection):
        connection.text_factory = bytes
        return Held(pooled, connection)  # a cursor for each statement: one that is kept would hold its read lock
    return Held(pooled, cursor(connection), hung_up(connection))


class Verbatim:
    """Leaves a text the bytes that it is: a loader as psycopg wants it, which is an extra and may not be there."""

    format = 0
    """The format code of text in PostgreSQL's protocol: psycopg asks for that unless told otherwise."""

    def __init__(self, oid: int, context: object = None) -> None:
        """One is made for each type and cursor, and needs to know neither."""

    def load(self, data: bytes | bytearray | memoryview) -> bytes:
        return bytes(data)


def cursor(connection: Any) -> Any:
    """Make psycopg's one cursor for all statements: making one takes a third of the time that asking takes here."""
    made = connection.cursor()
    for kind in ("text", "varchar"):
        made.adapters.register_loader(kind, Verbatim)
    return made


def hung_up(connection: Any) -> Callable[[], bool]:
    """Return what tells, without a round trip, that the server hung up: what waits to be read is its farewell."""
    waiting = select.poll()
    waiting.register(connection.pgconn.socket, select.POLLIN)
    return lambda: bool(waiting.poll(0))
