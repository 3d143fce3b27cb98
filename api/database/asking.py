"""Asks a finished statement over a pooled connection, without SQLAlchemy's own 50 microseconds a statement.

The statement answers with one row of texts. What the driver raises leaves as an error of our tree.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Engine, PoolProxiedConnection

from api.database import failures

Parameters = Sequence[Any] | Mapping[str, Any]
Row = Sequence[str]
ASKED: Final = "asked"
"""Where a reading connection keeps what its statements are given to: both `execute` and what that returns can fetch."""
Ask = Callable[[str, Parameters], Row]


def asker(engine: Engine) -> Ask:
    """Return the function that asks this reading engine; its deadline and its listeners hold as with any statement."""
    driver_error = engine.dialect.loaded_dbapi.Error

    def ask(sql: str, parameters: Parameters) -> Row:
        connection = None
        try:
            connection = engine.raw_connection()
            for listener in engine.dispatch.before_cursor_execute:  # winds the clock; a tracer or a test may listen too
                listener(connection, None, sql, parameters, None, False)
            asked: Any = connection.info[ASKED]
            found: Row = asked.execute(sql, parameters).fetchone()
        except driver_error as error:
            lost = connection is None or _is_lost(engine, connection, error)
            known = failures.meaning(error, unreachable=lost)
            if known is None:
                raise
            raise known from error
        finally:
            if connection is not None:
                connection.close()
        return found

    return ask


def _is_lost(engine: Engine, connection: PoolProxiedConnection, error: Any) -> bool:
    """Tell whether the connection itself is gone; it leaves the pool then."""
    lost = engine.dialect.is_disconnect(error, connection, None)
    if lost:
        connection.invalidate(error)
    return lost
