"""Connections that are held: taken up again, let go when they are lost, closed with their engine, never in the way."""

import gc
import sqlite3
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Engine, event, make_url, text

from api.database import create, holding
from api.database.asking import asker
from api.errors import DatabaseOutdated, DatabaseUnavailable, DeadlineExceeded
from api.settings import Settings

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT CAST(max(i) AS text) FROM n"
TEXTS = "SELECT 'Ստեփանակերտ 🕊' , ''"


def connected(engine: Engine) -> list[Any]:
    """The driver's connections that this engine opens from now on."""
    made: list[Any] = []
    event.listen(engine, "connect", lambda connection, _: made.append(connection))
    return made


def test_texts_come_as_the_bytes_that_the_database_has(reader: Engine) -> None:
    assert list(asker(reader)(TEXTS, ())) == ["Ստեփանակերտ 🕊".encode(), b""]


def test_what_others_read_stays_text(reader: Engine) -> None:
    asker(reader)(TEXTS, ())
    with reader.connect() as connection:
        assert connection.execute(text(TEXTS)).one()[0] == "Ստեփանակերտ 🕊"


def test_one_connection_is_enough_for_one_statement_after_the_other(reader: Engine) -> None:
    made, ask = connected(reader), asker(reader)
    for _ in range(5):
        ask(TEXTS, ())
    assert len(made) == 1


def test_as_many_connections_are_held_as_worked_at_once(database_url: str) -> None:
    engine = create(database_url, Settings(pool_size=3))
    made, ask, together = connected(engine), asker(engine), Barrier(3)
    event.listen(engine, "before_cursor_execute", lambda *_: together.wait(10) if not together.broken else None)
    with ThreadPoolExecutor(3) as threads:
        for _ in range(3):
            assert all(each.result(20) for each in [threads.submit(ask, TEXTS, ()) for _ in range(3)])
    assert len(made) == 3
    engine.dispose()


def test_where_all_connections_are_busy_too_long_that_is_told(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = create(database_url, Settings(pool_size=1))
    monkeypatch.setattr(engine.pool, "_timeout", 0.05)
    with engine.connect(), pytest.raises(DatabaseUnavailable, match="busy"):
        asker(engine)(TEXTS, ())
    assert asker(engine)(TEXTS, ())
    engine.dispose()


def test_whoever_asks_an_engine_takes_the_same_connections(database_url: str) -> None:
    engine = create(database_url, Settings(pool_size=1))
    made = connected(engine)
    for _ in range(5):
        asker(engine)(TEXTS, ())
    assert len(made) == 1
    engine.dispose()


def test_a_statement_past_its_deadline_leaves_a_connection_that_goes_on(database_url: str) -> None:
    engine = create(database_url, Settings(statement_timeout=0.1))
    made, ask = connected(engine), asker(engine)
    for _ in range(2):
        with pytest.raises(DeadlineExceeded):
            ask(ENDLESS, ())
        assert ask(TEXTS, ())
    assert len(made) == 1
    engine.dispose()


def test_a_fault_of_any_kind_leaves_a_connection_that_goes_on(reader: Engine) -> None:
    made, ask = connected(reader), asker(reader)
    with pytest.raises(DatabaseOutdated):
        ask("SELECT a FROM tables_of_tomorrow", ())
    with pytest.raises(Exception, match=r"syntax|near"):
        ask("SELECT FROM WHERE", ())
    with pytest.raises((UnicodeEncodeError, OverflowError)):
        ask("SELECT CAST(? AS text)" if reader.dialect.name == "sqlite" else "SELECT %s::text", ("\ud800",))
    assert ask(TEXTS, ())
    assert len(made) == 1


def test_an_engine_that_is_disposed_of_closes_what_is_held_and_can_be_asked_again(reader: Engine) -> None:
    made, ask = connected(reader), asker(reader)
    ask(TEXTS, ())
    reader.dispose()
    with pytest.raises(Exception, match="closed"):
        made[0].execute("SELECT 1")
    assert ask(TEXTS, ())
    assert len(made) == 2


def test_nothing_is_left_open_where_an_engine_is_disposed_of(sqlite_url: str) -> None:
    engine = create(sqlite_url, Settings(), writes=True)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        connections = holding.of(engine)
        held = [connections.take(), connections.take()]
        for each in held:
            connections.give(each)
        engine.dispose()
        del held, each
        gc.collect()
    assert not told


def test_texts_are_in_utf_8_whatever_the_server_keeps_and_the_address_asks_for(postgres: str) -> None:
    name = f"latin_{uuid4().hex}"
    made = f"CREATE DATABASE {name} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    owner = create(postgres, Settings(), writes=True)
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(made))
    address = make_url(postgres).set(database=name).update_query_dict({"client_encoding": "latin1"})
    engine = create(address.render_as_string(hide_password=False), Settings())
    assert asker(engine)("SELECT 'Málaga'::text", ()) == ("Málaga".encode(),)
    engine.dispose()
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"DROP DATABASE {name}"))
    owner.dispose()


def test_a_server_that_hung_up_is_noticed_before_it_is_asked_again(postgres_url: str, postgres: str) -> None:
    engine, other = create(postgres_url, Settings()), create(postgres, Settings(), writes=True)
    made, ask = connected(engine), asker(engine)
    (process,) = ask("SELECT pg_backend_pid()::text", ())
    with other.connect() as connection:
        assert connection.scalar(text("SELECT pg_terminate_backend(:process, 5000)"), {"process": int(process)})
    assert ask("SELECT pg_backend_pid()::text", ()) != [process]
    assert len(made) == 2
    engine.dispose()
    other.dispose()


def test_a_server_that_hangs_up_half_way_costs_one_answer(postgres_url: str, postgres: str) -> None:
    engine, other = create(postgres_url, Settings()), create(postgres, Settings(), writes=True)
    ask = asker(engine)
    (process,) = ask("SELECT pg_backend_pid()::text", ())
    with ThreadPoolExecutor(1) as thread, other.connect() as connection:
        asked = thread.submit(ask, "SELECT pg_sleep(20)::text", ())
        time.sleep(0.2)
        assert connection.scalar(text("SELECT pg_terminate_backend(:process, 5000)"), {"process": int(process)})
        with pytest.raises(DatabaseUnavailable):
            asked.result(20)
    assert ask(TEXTS, ())
    engine.dispose()
    other.dispose()


def test_a_database_that_is_not_there_is_told_each_time_it_is_asked(tmp_path: Path) -> None:
    engine = create(f"sqlite:///{tmp_path}/absent.db", Settings())
    ask = asker(engine)
    for _ in range(6):
        with pytest.raises(DatabaseUnavailable):
            ask(TEXTS, ())
    sqlite3.connect(tmp_path / "absent.db").close()
    assert ask(TEXTS, ())
    engine.dispose()
