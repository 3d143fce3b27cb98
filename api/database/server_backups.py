"""Backups of a PostgreSQL database: the rows of every table as one moment saw them, in a ZIP archive, both ways.

The archive holds `manifest.json` (its format, the tables' version, the columns of each table) and `<table>.copy`, the
text form of COPY, so that it outlives servers and their versions and needs no program beside Parley.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

import orjson
from sqlalchemy import Connection, Engine, inspect, text

from api.database import migrating
from api.errors import InvalidArgument

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
_CHUNK: Final = 1 << 20
_VERSION: Final = "alembic_version"

Columns = dict[str, list[str]]
"""The stored columns of each table; tables come after those that they refer to."""


def write(engine: Engine, file: Path) -> None:
    """Write an archive of what one snapshot of the database holds."""
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection, connection.begin():
        connection.execute(text("SET LOCAL statement_timeout = 0"))  # the deadline is meant for questions
        tables = columns(connection)
        manifest = {"format": FORMAT, "version": _version(connection), "tables": tables}
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr(MANIFEST, orjson.dumps(manifest, option=orjson.OPT_INDENT_2))
            for table in tables:
                with archive.open(f"{table}.copy", "w", force_zip64=True) as rows:
                    _copy_out(connection, table, tables[table], rows)


def put_back(connection: Connection, file: Path) -> None:
    """Let an archive's rows take the place of all others, within the transaction that the connection is in."""
    try:
        with zipfile.ZipFile(file) as archive:
            kept = _tables(archive, connection, file)
            for table in reversed(kept):
                connection.execute(text(f'DELETE FROM "{table}"'))  # noqa: S608 (a table of ours, not of the archive)
            for table in kept:
                with archive.open(f"{table}.copy") as rows:
                    _copy_in(connection, table, kept[table], rows)
    except (zipfile.BadZipFile, KeyError, orjson.JSONDecodeError) as fault:
        raise InvalidArgument(
            f"{file}: this is not a backup that can be read ({fault}); nothing was changed"
        ) from fault


def columns(connection: Connection) -> Columns:
    """List the tables with the columns that are stored, not computed; referred tables first."""
    inspector = inspect(connection)
    names = [name for name, _ in inspector.get_sorted_table_and_fkc_names() if name is not None and name != _VERSION]
    return {
        name: [column["name"] for column in inspector.get_columns(name) if "computed" not in column] for name in names
    }


def _tables(archive: zipfile.ZipFile, connection: Connection, file: Path) -> Columns:
    """Read which tables an archive holds; they must be those of this database."""
    manifest: dict[str, Any] = orjson.loads(archive.read(MANIFEST))  # Any: JSON of a file, its members checked below
    if manifest.get("format") != FORMAT:
        raise InvalidArgument(f"{file}: a backup of format {manifest.get('format')}; this Parley reads {FORMAT}")
    present = _version(connection)
    if manifest.get("version") != present:
        found = manifest.get("version")
        advice = "put it back with the Parley that made it, then run `parley db upgrade`"
        raise InvalidArgument(f"{file}: its tables are at {found}, those of the database at {present}; {advice}")
    if (tables := columns(connection)) != manifest.get("tables"):
        raise InvalidArgument(f"{file}: its tables are not those of this database")
    return tables


def _version(connection: Connection) -> str | None:
    version: str | None = connection.scalar(text(migrating.STANDING))
    return version


def _statement(table: str, names: list[str], direction: str) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    return f'COPY "{table}" ({listed}) {direction}'


def _copy_out(connection: Connection, table: str, names: list[str], rows: IO[bytes]) -> None:
    driver: Any = connection.connection.cursor()  # Any: psycopg is an extra, its types may be absent
    with driver, driver.copy(_statement(table, names, "TO STDOUT")) as copy:
        for block in copy:
            rows.write(block)


def _copy_in(connection: Connection, table: str, names: list[str], rows: IO[bytes]) -> None:
    driver: Any = connection.connection.cursor()  # Any: as above
    with driver, driver.copy(_statement(table, names, "FROM STDIN")) as copy:
        for block in _blocks(rows):
            copy.write(block)


def _blocks(rows: IO[bytes]) -> Iterator[bytes]:
    while block := rows.read(_CHUNK):
        yield block
