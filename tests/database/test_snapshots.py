"""Snapshots: one state for several statements, and a connection that comes back fit for use."""

import pytest
from sqlalchemy import Engine, text

from api.database import create
from api.database.snapshots import snapshot
from api.errors import DatabaseUnavailable
from api.settings import Settings

NAME = "SELECT count(*) || ' aliases' FROM hashtag_aliases"
ADD = text("INSERT INTO hashtag_aliases (alias, concept) VALUES ('armenie', 'armenia')")


def test_statements_of_one_snapshot_see_one_state(engine: Engine, reader: Engine) -> None:
    with snapshot(reader) as ask:
        before = ask(NAME, ())
        with engine.begin() as connection:
            connection.execute(ADD)
        assert ask(NAME, ()) == before == (b"0 aliases",)
    with snapshot(reader) as ask:
        assert ask(NAME, ()) == (b"1 aliases",)


def test_a_snapshot_that_broke_off_leaves_no_transaction_behind(database_url: str) -> None:
    engine = create(database_url, Settings(pool_size=1))

    def break_off() -> None:
        with snapshot(engine) as ask:
            ask(NAME, ())
            raise KeyError

    with pytest.raises(KeyError):
        break_off()
    with snapshot(engine) as ask:
        assert ask(NAME, ())
    engine.dispose()


def test_a_server_that_goes_away_during_a_snapshot_is_no_error_at_its_end(postgres_url: str, postgres: str) -> None:
    engine, other = create(postgres_url, Settings(pool_size=1)), create(postgres, Settings(), writes=True)
    process = b""

    def end() -> None:
        with other.connect() as connection:
            gone = text("SELECT pg_terminate_backend(:process, 5000)")
            assert connection.scalar(gone, {"process": int(process)})

    with snapshot(engine) as ask:
        (process,) = ask("SELECT pg_backend_pid()::text", ())
        end()
    with snapshot(engine) as ask:
        (process,) = ask("SELECT pg_backend_pid()::text", ())
        end()
        with pytest.raises(DatabaseUnavailable):
            ask(NAME, ())
    with snapshot(engine) as ask:
        assert ask(NAME, ())
    engine.dispose()
    other.dispose()
