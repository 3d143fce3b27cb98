"""Whose the tables are: those of an SQLite file are ours to make and upgrade, those of a server are its keeper's."""

from pathlib import Path

from sqlalchemy import Engine


def owned(engine: Engine) -> bool:
    """Tell whether the database is a file that Parley makes by itself."""
    return engine.dialect.name == "sqlite"


def absent(engine: Engine) -> bool:
    """Tell whether it is such a file, and not there yet: a writer that opens it would make it."""
    return owned(engine) and not Path(engine.url.database or "").exists()
