"""What the two databases do differently, and the errors they share."""

import pytest
from sqlalchemy import Engine, inspect, select

from api.errors import ReloadBusy, SeedError
from seeds.loading.dialects import bulk_insert, indexes_made_at_the_end, upsert
from seeds.loading.locking import locked
from seeds.loading.stored import TABLES

TALLIES = TABLES["tallies"]


def test_rows_come_in_whatever_text_they_hold(engine: Engine) -> None:
    rows = [("tab\tline\nback\\slash", 1, 2), ("\\N", 2, 3), ("ՀայԱ 🏔 \u2028", 3, 4), ("", 4, 5)]
    with locked(engine) as connection:
        bulk_insert(connection, TALLIES, rows)
    with engine.connect() as connection:
        assert sorted(map(tuple, connection.execute(select(TALLIES)))) == sorted(rows)


def test_rows_that_a_database_refuses_are_an_error_that_names_their_table(engine: Engine) -> None:
    with pytest.raises(SeedError, match="tallies"), locked(engine) as connection:
        bulk_insert(connection, TALLIES, [("Post", 1, 2), ("Post", 1, 2)])
    with engine.connect() as connection:
        assert connection.execute(select(TALLIES)).all() == []


def failing(engine: Engine) -> None:
    with locked(engine) as connection:
        bulk_insert(connection, TALLIES, [("Post", 1, 2)])
        raise ZeroDivisionError


def test_an_error_within_the_lock_undoes_all_and_frees_it(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError):
        failing(engine)
    with locked(engine) as connection:
        assert connection.execute(select(TALLIES)).all() == []


def test_the_one_who_comes_second_is_told_who_is_there(engine: Engine) -> None:
    with locked(engine), pytest.raises(ReloadBusy, match=r"process \d+"), locked(engine):
        pass


def test_a_row_that_is_there_is_changed_and_not_added(engine: Engine) -> None:
    with locked(engine) as connection:
        bulk_insert(connection, TALLIES, [("Post", 1, 2)])
        insert = upsert(connection, TALLIES).values(type="Post", ordinal=1, count=5)
        summed = {"count": TALLIES.c.count + insert.excluded.count}
        connection.execute(insert.on_conflict_do_update(index_elements=["type"], set_=summed))
        assert connection.scalar(select(TALLIES.c.count)) == 7


def test_indexes_that_rested_are_those_that_were_there(engine: Engine) -> None:
    before = {name: inspect(engine).get_indexes(name) for name in ("posts", "links")}
    with locked(engine) as connection, indexes_made_at_the_end(connection, [TABLES["posts"], TABLES["links"]]):
        resting = inspect(connection).get_indexes("posts")
    after = {name: inspect(engine).get_indexes(name) for name in before}
    assert after == before
    assert len(resting) <= len(before["posts"])
    assert before["links"]
