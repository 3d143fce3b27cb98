"""Fresh, migrated databases for tests, the same for SQLite and PostgreSQL, and a record of what is asked of them."""

import shutil
from collections.abc import Iterator
from itertools import count
from os import getpid
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, make_url

from api.database import migrating, opened
from api.settings import Settings

NUMBERS = count(1)


class Statements(list[str]):
    """Every statement sent to a database by any engine, in order."""

    @property
    def reads(self) -> list[str]:
        """Those that ask: for the promise of one an operation."""
        return [statement for statement in self if statement.lstrip("( \n").upper().startswith(("SELECT", "WITH"))]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "parley.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> Iterator[str]:
    """The name of a migrated, empty database, to be copied by CREATE DATABASE."""
    name = f"parley_template_{getpid()}"
    order(postgres, f"CREATE DATABASE {name}")
    migrate(beside(postgres, name))
    yield name
    order(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_template: Path) -> str:
    """The address of an empty SQLite file of this test's own."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'parley.db')}"


@pytest.fixture
def postgres_url(postgres: str, postgres_template: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database of this test's own."""
    name = f"parley_test_{getpid()}_{next(NUMBERS)}"
    order(postgres, f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
    yield beside(postgres, name)
    order(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database; a test that asks for it runs on both kinds."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine that may write."""
    with opened(database_url, Settings(), writes=True) as engine:
        yield engine


@pytest.fixture
def reader(database_url: str) -> Iterator[Engine]:
    """An engine that reads, as a server has it: in autocommit and under the deadline."""
    with opened(database_url, Settings()) as reader:
        yield reader


@pytest.fixture
def statements() -> Iterator[Statements]:
    """A record of every statement from here to the end of the test."""
    record = Statements()

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        record.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield record
    event.remove(Engine, "before_cursor_execute", note)


def migrate(url: str) -> None:
    """Make the tables, by the migrations and never by `create_all`."""
    with opened(url, Settings(), writes=True) as engine:
        migrating.upgrade(engine)


def order(postgres: str, statement: str) -> None:
    """Have the server do what no transaction may contain."""
    with opened(postgres, Settings(), writes=True) as engine, engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(statement)


def beside(postgres: str, name: str) -> str:
    """The address of another database of the same server."""
    return make_url(postgres).set(database=name).render_as_string(hide_password=False)
