"""Brings a database's tables to this version with Alembic, over a connection of ours, and says where they stand.

The steps are those of the installed `migrations` package, so that a wheel needs nothing beside it.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from api.database.asking import Ask
from api.errors import DatabaseOutdated

STANDING = "SELECT version_num FROM alembic_version"
"""Where the tables stand, in the table that Alembic keeps."""
LOCK = 0x7061726C6579  # "parley" in ASCII: one upgrade at a time on PostgreSQL


def upgrade(engine: Engine) -> tuple[str | None, str]:
    """Bring the tables up to date in one transaction; return the version before and after. Needs a writing engine.

    `DatabaseOutdated` when a newer Parley made the tables: nothing is changed then.
    """
    with transaction(engine) as connection:
        before = version(connection)
        refuse_newer(before)
        command.upgrade(configuration(connection), "head")
        return before, newest()


def current(engine: Engine) -> str | None:
    """Say which version the tables have; None when there are none."""
    with engine.connect() as connection:
        return version(connection)


def newest() -> str:
    """Say which version this Parley works with."""
    return ScriptDirectory.from_config(configuration()).get_current_head() or ""


def current_by(ask: Ask) -> str | None:
    """Say the same over a held connection, for a server whose pool may have no other."""
    try:
        found: Sequence[bytes] | None = ask(STANDING, ())
    except DatabaseOutdated:
        return None
    return found[0].decode() if found else None


def check(engine: Engine) -> str:
    """Return the tables' version when it is this Parley's; else `DatabaseOutdated` says what to do."""
    return checked(current(engine), newest())


def checked(found: str | None, wanted: str) -> str:
    """Return the version that was found where it is the one wanted; else `DatabaseOutdated` says what to do."""
    if found == wanted:
        return wanted
    if found is None:
        raise DatabaseOutdated("the database has no tables yet; run `parley db upgrade`")
    refuse_newer(found)
    raise DatabaseOutdated(f"the tables are at {found}, this Parley needs {wanted}; run `parley db upgrade`")


def refuse_newer(found: str | None) -> None:
    """Raise `DatabaseOutdated` for a version that is not among our steps."""
    known = {script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()}
    if found is not None and found not in known:
        raise DatabaseOutdated(f"the tables are at {found}, which a newer Parley made; this one knows {newest()}")


def version(connection: Connection) -> str | None:
    """Read the version from Alembic's own table."""
    return MigrationContext.configure(connection).get_current_revision()


def configuration(connection: Connection | None = None) -> Config:
    """Point Alembic at the installed steps and at our connection; what it prints goes to standard error."""
    config = Config(stdout=sys.stderr)
    config.set_main_option("script_location", str(files("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """Hold the only upgrade: SQLite's write lock does that by itself, PostgreSQL is asked for a lock.

    SQLite changes a table by copying and dropping it, which would delete what refers to it: foreign keys rest
    meanwhile (the pragma does nothing inside a transaction) and are checked before the commit.
    """
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
                yield connection
            return
        with resting_foreign_keys(connection), connection.begin():
            yield connection
            if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                raise RuntimeError(f"the upgrade would leave {len(broken)} rows that refer to nothing: {broken[0]}")


@contextmanager
def resting_foreign_keys(connection: Connection) -> Iterator[None]:
    """Switch SQLite's foreign keys off on this connection, and on again whatever happens."""
    driver = connection.connection.cursor()
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
        driver.close()
