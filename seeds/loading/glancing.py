"""A glance at the lock of reloads: the address of a database enters, a refusal leaves where another reload runs.

It comes before all that a reload loads, SQLAlchemy and the settings included, so that whoever must not run hears so at
once; the lock it finds free it keeps. It decides nothing: what it cannot tell or keep, `locking` does.
"""

import os
import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

from seeds.loading.holders import PATIENCE, busy, keep, of_file

VARIABLE: Final = "PARLEY_DATABASE_URL"
DEFAULT: Final = "sqlite:///parley.db"
_FILE: Final = "sqlite:///"


def address() -> str:
    """Return the database's address as the settings will read it: the variable counts in large and small letters."""
    given = (value for name, value in os.environ.items() if name.upper() == VARIABLE)
    return next(given, "") or DEFAULT


def glance_at_file(url: str) -> bool:
    """Raise ReloadBusy where another process writes to the SQLite file of that address; tell whether it is one."""
    if not url.startswith(_FILE):
        return False
    path = Path(url.removeprefix(_FILE)).absolute()
    if path.is_file():
        _glance_at(path)
    return True


def _glance_at(path: Path) -> None:
    try:
        uri = f"file:{quote(str(path))}?mode=rw"
        database = sqlite3.connect(uri, uri=True, timeout=PATIENCE / 1000, isolation_level=None)
    except sqlite3.Error:
        return
    try:
        database.execute("BEGIN IMMEDIATE")
        if database.execute("PRAGMA journal_mode").fetchone() == ("wal",):
            keep(database.close)
            return
    except sqlite3.Error as refused:
        if getattr(refused, "sqlite_errorname", "") == "SQLITE_BUSY":
            database.close()
            raise busy(of_file(str(path))) from refused
    database.close()  # no database, or not in this mode yet: then the lock would stand in the way of who sets it
