"""Who holds the lock of reloads, and the refusal that names them. Loads next to nothing: a refusal comes at once.

A glance takes the lock before the loader is loaded, which takes a second or more, and keeps it here until the reload
takes it for its own transaction: of two that start together the other hears of it at once.
"""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Final

from api.errors import ReloadBusy

LOCK: Final = 0x7061726C6579 + 1
"""PostgreSQL's lock of reloads: "parley" in ASCII is that of upgrades, and this is the next number."""
PATIENCE: Final = 200
"""Milliseconds to wait for SQLite's write lock: enough for a checkpoint, and an answer at once."""
HOLDER: Final = f"""
    SELECT coalesce(nullif(a.application_name, ''), 'unnamed'), a.pid
    FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'advisory' AND l.granted AND l.classid = {LOCK >> 32} AND l.objid = {LOCK & 0xFFFFFFFF}
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""  # noqa: S608 (numbers of ours)
"""Asks PostgreSQL who holds the lock: the name of the application and the number of the server process."""

_kept: list[Callable[[], object]] = []
"""How to give back what a glance took; at most one in a process."""
_WRITE_LOCK: Final = 120  # where SQLite's wal-index keeps the lock of the one writer (its file format, section 2.3)


def keep(give_back: Callable[[], object]) -> None:
    """Keep the lock that a glance took, until `let_go`."""
    let_go()
    _kept.append(give_back)


def let_go() -> None:
    """Give the lock back, if a glance took it: to be said right before the reload takes its own."""
    while _kept:
        _kept.pop()()


def busy(holder: str) -> ReloadBusy:
    """Make the refusal; an empty holder could not be named."""
    named = f" ({holder})" if holder else ""
    return ReloadBusy(f"another reload is running{named}; try again when it is done")


def reloader() -> str:
    """Return the name under which a reload of this process is known to PostgreSQL: 63 characters at most."""
    return f"parley reload, process {os.getpid()} on {socket.gethostname()}"[:63]


def on_server(application: str, process: int) -> str:
    """Name who holds PostgreSQL's lock."""
    return f"{application}, server process {process}"


def of_file(database: str) -> str:
    """Name the process that holds the write lock of an SQLite file, where the system says so (Linux does)."""
    try:
        index = Path(f"{Path(database).resolve()}-shm")  # SQLite too puts it beside the file itself, not beside a link
        inode = index.stat().st_ino
        locks = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    except OSError:
        return ""
    for lock in map(str.split, locks):
        # "1: POSIX ADVISORY WRITE 4242 08:01:131 120 120"
        if lock[1] == "POSIX" and lock[3] == "WRITE" and lock[5].endswith(f":{inode}") and lock[6] == str(_WRITE_LOCK):
            return f"process {lock[4]} holds the lock"
    return ""
