"""What the two databases do differently when many rows are written: bulk loading, indexes, statistics."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table, text
from sqlalchemy.dialects import postgresql, sqlite

from api.errors import SeedError
from seeds.loading.tables import Row

_SAMPLE = 1000
"""Rows of each index that SQLite looks at to know how it is filled."""


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


@contextmanager
def indexes_made_at_the_end(connection: Connection, tables: Iterable[Table]) -> Iterator[None]:
    """Let the indexes of some tables rest while many rows enter, and make them in one go: that is sorting, not seeking.

    Only on SQLite, whose readers go on with the old indexes until the commit; PostgreSQL's would wait for the new ones.
    Those that keep a key unique stay.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    found = text("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = :table")
    indexes = [index for table in tables for index in connection.execute(found, {"table": table.name}).all()]
    for name, _ in indexes:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    yield
    for _, order in indexes:
        connection.exec_driver_sql(order)
