"""What a database holds, as one hash over all rows of all tables: equal hashes are equal datasets."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, select

from api.database import opened
from api.models import Base
from api.settings import Settings
from seeds.loading.reloading import reload

NOT_CONTENT = {("revisions", "committed_at")}
"""The time of day: the one thing in which two equal reloads may differ."""


def fingerprint(engine: Engine) -> str:
    """Hash every row of every table, in no order but their own."""
    digest = hashlib.sha256()
    with engine.connect() as connection, connection.begin():
        for table in Base.metadata.sorted_tables:
            kept = [column for column in table.columns if (table.name, column.name) not in NOT_CONTENT]
            rows = sorted(repr(tuple(row)) for row in connection.execute(select(*kept)))
            digest.update(f"{table.name}\n{chr(10).join(rows)}\n".encode())
    return digest.hexdigest()


def state(url: str) -> str:
    """Hash what is visible to somebody who opens the database now."""
    with opened(url, Settings()) as engine:
        return fingerprint(engine)


def faults_in(path: Path) -> list[str]:
    """Let SQLite look for damage and for rows that refer to nothing."""
    with closing(sqlite3.connect(path)) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        return found + [str(row) for row in connection.execute("PRAGMA foreign_key_check")]


def loaded(url: str, seeds: Path) -> bool:
    """Reload within this process; tell whether it wrote anything."""
    with opened(url, Settings(), writes=True) as engine:
        return reload(engine, seeds).wrote
