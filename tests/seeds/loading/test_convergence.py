"""However a dataset came about, its tables are the same: two reloads, one after the other, against one fresh load."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from sqlalchemy import Connection, Engine, select

from api.database import opened
from api.models import Base
from api.settings import Settings
from drawn_seeds import Files, datasets, edited, write
from seeds.loading.reloading import reload

LEFT_OUT = {"file", "line", "column", "sha256", "importer", "revision"}
UNLIKE = {"revisions", "changes", "seed_files"}


@contextmanager
def fresh(template: Path, path: Path) -> Iterator[Engine]:
    """An empty database of this example's own."""
    shutil.copy(template, path)
    with opened(f"sqlite:///{path}", Settings(), writes=True) as engine:
        yield engine


def contents(engine: Engine) -> dict[str, list[Any]]:
    with engine.connect() as connection:
        return {name: rows(connection, name) for name in Base.metadata.tables if name not in UNLIKE}


def rows(connection: Connection, name: str) -> list[Any]:
    table = Base.metadata.tables[name]
    columns = [column for column in table.columns if column.name not in LEFT_OUT]
    return sorted(map(tuple, connection.execute(select(*columns))), key=repr)


def digest(engine: Engine) -> str:
    revisions = Base.metadata.tables["revisions"]
    with engine.connect() as connection:
        return str(connection.scalar(select(revisions.c.digest).order_by(revisions.c.number.desc()).limit(1)))


def assert_convergence(template: Path, first: Files, second: Files) -> None:
    """Load the one and then the other, and the other alone; compare."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with fresh(template, folder / "1.db") as once, fresh(template, folder / "2.db") as twice:
            reload(once, write(second, folder / "fresh"))
            assert_reloaded(twice, folder / "seeds", first, second)
            assert (contents(twice), digest(twice)) == (contents(once), digest(once))


def assert_reloaded(engine: Engine, seeds: Path, first: Files, second: Files) -> None:
    """Load the one and then the other; there is nothing to do then."""
    reload(engine, write(first, seeds), allow_delete=True)
    outcome = reload(engine, write(second, seeds), allow_delete=True)
    assert outcome.digest == digest(engine)
    assert not reload(engine, seeds).wrote


def emptied(engine: Engine) -> Engine:
    """Empty a database as the first migration left it."""
    tables = Base.metadata.tables
    with engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            if table.name not in ("datasets", "revisions"):
                connection.execute(table.delete())
        connection.execute(tables["datasets"].update().values(name="", citation="", licences="[]", revision=0))
        connection.execute(tables["revisions"].delete().where(tables["revisions"].c.number > 0))
    return engine


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(first=datasets(), second=datasets())
def test_two_reloads_leave_what_one_fresh_load_of_the_second_makes(
    sqlite_template: Path, first: Files, second: Files
) -> None:
    assert_convergence(sqlite_template, first, second)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(both=datasets().flatmap(lambda files: edited(files).map(lambda second: (files, second))))
def test_a_small_change_leaves_what_a_fresh_load_makes(sqlite_template: Path, both: tuple[Files, Files]) -> None:
    assert_convergence(sqlite_template, *both)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(both=datasets().flatmap(lambda files: edited(files).map(lambda second: (files, second))))
def test_both_databases_hold_the_same(
    sqlite_template: Path, postgres_url: str, tmp_path: Path, both: tuple[Files, Files]
) -> None:
    with opened(postgres_url, Settings(), writes=True) as postgres, fresh(sqlite_template, tmp_path / "1.db") as sqlite:
        for engine in (emptied(postgres), sqlite):
            assert_reloaded(engine, tmp_path / "seeds", *both)
        assert (contents(postgres), digest(postgres)) == (contents(sqlite), digest(sqlite))
