"""No listed operation scans what grows: the databases' own explanations of their plans, on five thousand posts."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sqlalchemy import Engine, event

from api.database import opened
from api.endpoints.mill import Mill
from api.settings import Settings
from benchmarks.operations import BY_CURSOR, OPERATIONS, SIGNATURE, Operation, Samples, sampled
from databases import beside, order
from explaining import GROWING, Asked, explained, greedy, scans, whole_tables
from mills import SCHEMA
from seeds.generating import generate
from seeds.loading.reloading import reload

POSTS = 5_000


class Stored(NamedTuple):
    """A loaded database, what can be asked of it, and how its cursors are signed."""

    engine: Engine
    mill: Mill
    samples: Samples
    signature: str

    def asked(self, document: str, variables: Mapping[str, object]) -> Asked:
        """Ask, and return the one statement that answered."""
        found: list[Asked] = []

        def note(_connection: object, _cursor: object, sql: str, parameters: Any, *_: object) -> None:  # Any: as above
            found.append(Asked(sql, parameters))

        event.listen(self.engine, "before_cursor_execute", note)
        try:
            self.mill.answer(document, variables)
        finally:
            event.remove(self.engine, "before_cursor_execute", note)
        (only,) = found
        return only


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seeds of so many generated posts."""
    folder = tmp_path_factory.mktemp("seeds")
    generate(POSTS, folder)
    return folder


def stored(url: str, seeds: Path) -> Iterator[Stored]:
    """Load the seeds into a database of its own."""
    with opened(url, Settings(), writes=True) as writer:
        reload(writer, seeds)
    with opened(url, Settings()) as engine:
        mill = Mill(SCHEMA, engine, Settings())
        cursor = json.loads(mill.answer(SIGNATURE))["posts"]["pageInfo"]["endCursor"]
        yield Stored(engine, mill, sampled(engine), cursor.partition(".")[0])


@pytest.fixture(scope="module")
def in_sqlite(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path, seeds: Path) -> Iterator[Stored]:
    """The generated posts in an SQLite file."""
    path = tmp_path_factory.mktemp("explained") / "parley.db"
    path.write_bytes(sqlite_template.read_bytes())
    yield from stored(f"sqlite:///{path}", seeds)


@pytest.fixture(scope="module")
def in_postgresql(postgres: str, postgres_template: str, seeds: Path) -> Iterator[Stored]:
    """The generated posts on a PostgreSQL server."""
    name = f"{postgres_template}_explained"
    order(postgres, f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
    yield from stored(beside(postgres, name), seeds)
    order(postgres, f"DROP DATABASE {name} WITH (FORCE)")


def questions(operation: Operation, on: Stored) -> list[Mapping[str, object]]:
    """Variables worth explaining: the first and the last sample, and the page before all cursors."""
    found = on.samples.variables(operation, on.signature)
    return [found[0], found[-1], *([{"after": None}] if operation.name in BY_CURSOR else [])]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_sqlite_scans_nothing_that_grows(in_sqlite: Stored, operation: Operation) -> None:
    for variables in questions(operation, in_sqlite):
        sql, parameters = in_sqlite.asked(operation.document, variables)
        aliases = {alias for table, alias in re.findall(r"(?:FROM|JOIN) (\w+) AS (\w+)", sql) if table in GROWING}
        with in_sqlite.engine.connect() as connection:
            lines = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).all()
        plan = [(line[0], line[1], line[2], line[3]) for line in lines]
        assert [detail for detail in scans(plan) if detail.split()[1] in aliases] == [], sql


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_postgresql_scans_nothing_that_grows(in_postgresql: Stored, operation: Operation) -> None:
    for variables in questions(operation, in_postgresql):
        asked = in_postgresql.asked(operation.document, variables)
        with in_postgresql.engine.connect() as pooled:
            driver: Any = pooled.connection.driver_connection  # Any: SQLAlchemy does not say whose
            plan = explained(driver, asked)
        assert whole_tables(plan) == []
        assert greedy(plan) == []


def test_a_scan_would_be_seen(in_sqlite: Stored, in_postgresql: Stored) -> None:
    everything = "SELECT t0.text FROM posts AS t0 ORDER BY t0.text LIMIT 3"
    with in_sqlite.engine.connect() as connection:
        lines = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {everything}").all()
    assert scans([(line[0], line[1], line[2], line[3]) for line in lines]) == ["SCAN t0"]
    with in_postgresql.engine.connect() as pooled:
        driver: Any = pooled.connection.driver_connection  # Any: SQLAlchemy does not say whose
        plan = explained(driver, Asked(everything, {}))
    assert len(whole_tables(plan)) == 1
    assert greedy(plan) != []
