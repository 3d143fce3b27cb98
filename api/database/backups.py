"""Backups: an engine and a file enter, a copy of the dataset as one moment saw it stands there, or nothing does.

A backup never replaces a file, and has its name only once it is whole and on the disk.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from api.database import file_backups, server_backups
from api.database.owning import owned
from api.errors import InvalidArgument, ParleyError


def backup(engine: Engine, file: Path) -> int:
    """Write a backup and return its size in bytes; readers and a reload go on meanwhile. Needs a reading engine.

    An SQLite database becomes an SQLite file; that of a PostgreSQL server a ZIP archive with the rows of each table as
    COPY writes them. InvalidArgument where the file is there already; ParleyError where it cannot be written.
    """
    write = file_backups.write if owned(engine) else server_backups.write
    with _new(file) as unfinished:
        write(engine, unfinished)
        return unfinished.stat().st_size


def restore(engine: Engine, file: Path, connection: Connection | None) -> None:
    """Put the dataset of a backup in the place of the present one, in one transaction: readers see one or the other.

    Needs a writing engine; for a server the `connection` in whose transaction it happens. InvalidArgument where the
    file is no such backup, or its tables are of another version.
    """
    if not file.is_file():
        raise InvalidArgument(f"{file}: there is no such file")
    if connection is None:
        file_backups.put_back(engine, file)
    else:
        server_backups.put_back(connection, file)


@contextmanager
def _new(file: Path) -> Iterator[Path]:
    """Give a place to write to beside the file; at the end it gets its name in one step, or it vanishes."""
    if file.exists():
        raise InvalidArgument(f"{file} is there already; a backup never replaces a file")
    try:
        with tempfile.TemporaryDirectory(prefix=f".{file.name}-", dir=file.parent) as folder:
            unfinished = Path(folder) / file.name
            yield unfinished
            _sync(unfinished)
            _name(unfinished, file)
            _sync(file.parent)
    except OSError as fault:
        raise ParleyError(f"{file}: {fault.strerror or fault}; no backup was written") from fault


def _name(unfinished: Path, file: Path) -> None:
    """Rename, but not over a file that came meanwhile, where the file system can link."""
    try:
        file.hardlink_to(unfinished)
    except FileExistsError as fault:
        raise InvalidArgument(f"{file} is there already; a backup never replaces a file") from fault
    except OSError:  # a file system without links
        unfinished.rename(file)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
