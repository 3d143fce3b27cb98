"""Asks a finished statement over a held connection, without SQLAlchemy's own 50 microseconds a statement.

The statement answers with one row of texts, in UTF-8. What the driver raises leaves as an error of our tree.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Engine

from api.database import failures, holding
from api.database.holding import Held

Parameters = Sequence[Any] | Mapping[str, Any]
Row = Sequence[bytes]
Ask = Callable[[str, Parameters], Row]


def asker(engine: Engine) -> Ask:
    """Return the function that asks this reading engine; its deadline and its listeners hold as with any statement."""
    driver_error = engine.dialect.loaded_dbapi.Error
    connections = holding.of(engine)

    def ask(sql: str, parameters: Parameters) -> Row:
        held, lost = None, False
        try:
            held = connections.take()
            for listener in engine.dispatch.before_cursor_execute:  # winds the clock; a tracer or a test may listen too
                listener(held.pooled, None, sql, parameters, None, False)
            found: Row = held.asked.execute(sql, parameters).fetchone()
        except driver_error as error:
            lost = held is None or _is_lost(engine, held, error)
            known = failures.meaning(error, unreachable=lost)
            if known is None:
                raise
            raise known from error
        finally:
            if held is not None and not lost:
                connections.give(held)
        return found

    return ask


def _is_lost(engine: Engine, held: Held, error: Any) -> bool:
    """Tell whether the connection itself is gone; it leaves the pool then."""
    lost = engine.dialect.is_disconnect(error, held.pooled, None)
    if lost:
        held.pooled.invalidate(error)
    return lost
