"""Whose the tables are: those of an SQLite file are ours to make and upgrade, those of a server are its keeper's."""

from sqlalchemy import Engine


def owned(engine: Engine) -> bool:
    """Tell whether the database is a file that Parley makes by itself."""
    return engine.dialect.name == "sqlite"
