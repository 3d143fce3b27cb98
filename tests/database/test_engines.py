"""Engines: what a reader may not do, what a writer holds, and what becomes of a statement that takes too long."""

import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import Engine, exc, text

from api.database import create
from api.errors import DatabaseOutdated, DatabaseUnavailable, DeadlineExceeded, SettingsInvalid
from api.settings import Settings
from databases import Statements

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
ALIAS = text("INSERT INTO hashtag_aliases (alias, concept) VALUES (:alias, 'armenia')")
WITHOUT_PSYCOPG = """
import sys
sys.modules["psycopg"] = None
from api.database import create
from api.settings import Settings
create("postgresql://db.example/parley", Settings())
"""


def test_a_reader_sees_what_a_writer_committed(engine: Engine, reader: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(ALIAS, {"alias": "armenie"})
    with reader.connect() as connection:
        assert connection.scalar(text("SELECT concept FROM hashtag_aliases")) == "armenia"


def test_a_reader_cannot_write(reader: Engine) -> None:
    with reader.connect() as connection, pytest.raises(exc.DBAPIError, match=r"readonly|read-only"):
        connection.execute(ALIAS, {"alias": "armenie"})


def test_a_read_costs_one_statement_and_no_transaction(reader: Engine, statements: Statements) -> None:
    with reader.connect() as connection:
        connection.execute(text("SELECT 1"))
    assert statements == ["SELECT 1"]
    assert statements.reads == ["SELECT 1"]


def test_a_statement_past_its_deadline_is_stopped(database_url: str) -> None:
    engine = create(database_url, Settings(statement_timeout=0.1))
    began = time.monotonic()
    with engine.connect() as connection:
        with pytest.raises(DeadlineExceeded):
            connection.execute(text(ENDLESS)).all()
        assert connection.scalar(text("SELECT 1")) == 1, "the connection lives on"
    engine.dispose()
    assert time.monotonic() - began < 3


def test_the_deadline_is_each_statements_own(database_url: str) -> None:
    engine = create(database_url, Settings(statement_timeout=0.3))
    with engine.connect() as connection:
        time.sleep(0.35)
        few = connection.scalar(text(ENDLESS.replace("FROM n)", "FROM n WHERE i < 200000)")))
    engine.dispose()
    assert few == 200_000


def test_a_writer_has_no_deadline(database_url: str) -> None:
    engine = create(database_url, Settings(statement_timeout=0.001), writes=True)
    with engine.begin() as connection:
        assert connection.scalar(text(ENDLESS.replace("FROM n)", "FROM n WHERE i < 200000)"))) == 200_000
    engine.dispose()


def test_a_failed_transaction_leaves_nothing_not_even_a_table(engine: Engine) -> None:
    def fail_half_way() -> None:
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE halves (id INTEGER)"))
            connection.execute(ALIAS, {"alias": "armenie"})
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM hashtag_aliases")) == 0
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE halves (id INTEGER)"))


def test_constraints_hold_on_both_databases(engine: Engine) -> None:
    with engine.begin() as connection, pytest.raises(exc.IntegrityError):
        connection.execute(text("INSERT INTO hashtag_variants (hashtag_id, spelling, post_count) VALUES (9, 'a', 1)"))


def test_tables_that_are_not_there_are_an_outdated_database(reader: Engine) -> None:
    with reader.connect() as connection, pytest.raises(DatabaseOutdated, match="parley db upgrade"):
        connection.execute(text("SELECT * FROM tables_of_tomorrow"))


def test_a_fault_in_a_statement_stays_what_it_is(reader: Engine) -> None:
    with reader.connect() as connection, pytest.raises(exc.DBAPIError):
        connection.execute(text("SELECT FROM WHERE"))


def test_a_reader_does_not_make_the_file_it_misses(tmp_path: Path) -> None:
    path = tmp_path / "absent.db"
    with pytest.raises(DatabaseUnavailable, match="parley db upgrade"):
        create(f"sqlite:///{path}", Settings()).connect()
    assert not path.exists()


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear reader, this is not a database. " * 100)
    with pytest.raises(DatabaseUnavailable):
        create(f"sqlite:///{path}", Settings(), writes=True).connect()


@pytest.mark.parametrize("name", ["with space.db", "50%.db", "what?.db", "naïve#.db"])
def test_any_file_name_opens_the_same_file_for_both(tmp_path: Path, name: str) -> None:
    url = f"sqlite:///{tmp_path}/{quote(name)}"
    writer, reader = create(url, Settings(), writes=True), create(url, Settings())
    with writer.begin() as connection:
        connection.execute(text("CREATE TABLE here (id INTEGER)"))
    with reader.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM here")) == 0
    assert (tmp_path / name).exists()
    writer.dispose()
    reader.dispose()


def test_a_second_writer_of_a_file_waits_for_the_first(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.database.engines.BUSY_SECONDS", 0.05)
    first, second = (create(sqlite_url, Settings(), writes=True) for _ in range(2))
    with first.begin(), second.connect() as late, pytest.raises(DatabaseUnavailable, match="busy"):
        late.begin()
    first.dispose()
    second.dispose()


def test_a_server_that_is_not_there_is_unavailable_and_its_host_stays_unsaid() -> None:
    engine = create("postgresql://nobody:secret@127.0.0.1:1/parley", Settings())
    with pytest.raises(DatabaseUnavailable) as caught:
        engine.connect()
    assert caught.value.message == "the database cannot be reached"
    assert caught.value.__cause__ is not None


def test_a_server_that_hung_up_is_noticed_before_the_next_statement(postgres_url: str, postgres: str) -> None:
    engine, other = create(postgres_url, Settings()), create(postgres, Settings(), writes=True)
    with engine.connect() as connection:
        process = connection.scalar(text("SELECT pg_backend_pid()"))
    with other.connect() as connection:
        assert connection.scalar(text("SELECT pg_terminate_backend(:process, 5000)"), {"process": process})
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT pg_backend_pid()")) != process
    engine.dispose()
    other.dispose()


def test_postgresql_speaks_utc_and_keeps_the_options_of_its_address(postgres_url: str) -> None:
    engine = create(f"{postgres_url}&options=-c%20work_mem%3D7MB&application_name=mine", Settings())
    with engine.connect() as connection:
        shown = [connection.scalar(text(f"SHOW {name}")) for name in ("timezone", "work_mem", "application_name")]
    engine.dispose()
    assert shown == ["UTC", "7MB", "mine"]


def test_without_its_driver_postgresql_names_the_extra_to_install() -> None:
    ran = subprocess.run([sys.executable, "-c", WITHOUT_PSYCOPG], capture_output=True, text=True, check=False)
    assert f"{SettingsInvalid.__name__}: PostgreSQL needs its driver: pip install 'parley[postgres]'" in ran.stderr
