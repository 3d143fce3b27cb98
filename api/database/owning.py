"""Whose the tables are: those of an SQLite file are ours to make and upgrade, those of a server are its keeper's."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from sqlalchemy import Engine


def owned(engine: Engine) -> bool:
    """Tell whether the database is a file that Parley makes by itself."""
    return engine.dialect.name == "sqlite"


def absent(engine: Engine) -> bool:
    """Tell whether it is such a file, and not there yet: a writer that opens it would make it."""
    return owned(engine) and not _file(engine).exists()


def elsewhere(engine: Engine, folder: Path) -> str:
    """Give the address of such a file of the same name in another folder."""
    return engine.url.set(database=str(folder / _file(engine).name), query={}).render_as_string(hide_password=False)


def _file(engine: Engine) -> Path:
    path = engine.url.database or ""
    return Path(unquote(urlsplit(path).path) if path.startswith("file:") else path)  # a reader asks by a URI
