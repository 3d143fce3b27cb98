"""Migrating: from nothing to this version, once, whole, and what is said when the versions differ."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text

from api.database import create, migrating
from api.errors import DatabaseOutdated
from api.settings import Settings


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Engine]:
    engine = create(f"sqlite:///{tmp_path}/bare.db", Settings(), writes=True)
    yield engine
    engine.dispose()


def test_an_upgrade_makes_the_tables_and_a_second_one_finds_them(bare: Engine) -> None:
    assert migrating.current(bare) is None
    assert migrating.upgrade(bare) == (None, migrating.newest())
    assert migrating.upgrade(bare) == (migrating.newest(), migrating.newest())
    assert "posts" in inspect(bare).get_table_names()


def test_a_migrated_database_passes_the_check(reader: Engine) -> None:
    assert migrating.check(reader) == migrating.newest()


def test_a_database_without_tables_is_told_to_upgrade(bare: Engine) -> None:
    with pytest.raises(DatabaseOutdated, match="no tables yet; run `parley db upgrade`"):
        migrating.check(bare)


def test_a_database_of_a_newer_parley_is_not_touched(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseOutdated, match="9999, which a newer Parley made"):
        migrating.check(engine)
    with pytest.raises(DatabaseOutdated, match="9999, which a newer Parley made"):
        migrating.upgrade(engine)


def test_foreign_keys_hold_again_after_an_upgrade(bare: Engine) -> None:
    migrating.upgrade(bare)
    with bare.connect() as connection:
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1


def test_an_upgrade_that_would_leave_orphans_is_taken_back(bare: Engine) -> None:
    with bare.begin() as connection:
        connection.execute(text("CREATE TABLE parents (id INTEGER PRIMARY KEY)"))
        connection.execute(text("CREATE TABLE children (parent INTEGER REFERENCES parents (id))"))

    def orphan() -> None:
        with migrating.transaction(bare) as connection:
            connection.execute(text("INSERT INTO children VALUES (7)"))

    with pytest.raises(RuntimeError, match="1 rows that refer to nothing"):
        orphan()
    with bare.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM children")) == 0
