"""Keeps the index of words in step with the texts it was made of: FTS5's by hand, PostgreSQL's column by itself."""

from typing import Any, Final

from sqlalchemy import Connection, Select, column, insert, literal, select
from sqlalchemy import table as named
from sqlalchemy.sql.expression import TableClause

from seeds.loading.stored import TABLES

Numbers = Select[Any]  # Any: SQLAlchemy's own; one column of ids
_INDEXES: Final = {"post_texts": ("post_id", "post_index"), "name_texts": ("node_id", "name_index")}


def forget(connection: Connection, texts: str, numbers: Numbers) -> None:
    """Take texts out of their index: while their rows are still there, for the index has to be told what they said."""
    if connection.dialect.name == "sqlite":
        key, index = _index(texts)
        stored = TABLES[texts]
        gone = select(literal("delete"), stored.c[key], stored.c.searched).where(stored.c[key].in_(numbers))
        connection.execute(insert(index).from_select([index.name, "rowid", "searched"], gone))


def add(connection: Connection, texts: str, numbers: Numbers) -> None:
    """Put texts into their index, when their rows are there; none of them may be in it."""
    if connection.dialect.name == "sqlite":
        key, index = _index(texts)
        stored = TABLES[texts]
        new = select(stored.c[key], stored.c.searched).where(stored.c[key].in_(numbers)).order_by(stored.c[key])
        connection.execute(insert(index).from_select(["rowid", "searched"], new))


def rebuild(connection: Connection, texts: str) -> None:
    """Make the index of all texts anew."""
    if connection.dialect.name == "sqlite":
        _, index = _index(texts)
        connection.execute(insert(index).from_select([index.name], select(literal("rebuild"))))


def _index(texts: str) -> tuple[str, TableClause]:
    key, name = _INDEXES[texts]
    return key, named(name, column(name), column("rowid"), column("searched"))
