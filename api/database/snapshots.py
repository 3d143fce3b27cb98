"""One state of the dataset for several statements: a reading engine enters, a function leaves that asks only that one.

SQLite's read transaction sees no reload from its first statement on by itself; PostgreSQL is asked for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from api.database.asking import Ask, Parameters, Row
from api.errors import DatabaseUnavailable

BEGIN = {"postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


@contextmanager
def snapshot(engine: Engine) -> Iterator[Ask]:
    """Hold a connection in one read transaction. Old rows live as long as it does: let it go soon."""
    with engine.connect() as connection:

        def ask(sql: str, parameters: Parameters) -> Row:
            return tuple(text.encode() for text in connection.exec_driver_sql(sql, parameters).one())

        connection.exec_driver_sql(BEGIN.get(engine.dialect.name, "BEGIN"))
        try:
            yield ask
        finally:
            let_go(connection)


def let_go(connection: Connection) -> None:
    """End the transaction. A server that went away meanwhile ended it by itself, and has nothing to tell."""
    if connection.invalidated:
        return
    try:
        connection.exec_driver_sql("ROLLBACK")
    except (DatabaseUnavailable, DBAPIError):
        connection.invalidate()
