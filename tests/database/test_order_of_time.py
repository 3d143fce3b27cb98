"""Posts and what belongs to them lie in the order of the timeline: as the loader writes them, and after an upgrade."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, text

from api.database import migrating
from api.models import Base
from corpus import fill
from seeds.generating import generate
from seeds.loading.reloading import reload

MOVED = ("posts", "post_hashtags", "place_mentions", "account_mentions")
TIMELINE = "newest_first, reading_order, id"


def rows(engine: Engine, table: str) -> list[Sequence[Any]]:
    with engine.connect() as connection:
        return sorted((tuple(row) for row in connection.execute(text(f"SELECT * FROM {table}"))), key=repr)  # noqa: S608


def posts(engine: Engine, order: str) -> list[int]:
    with engine.connect() as connection:
        return list(connection.scalars(text(f"SELECT id FROM posts ORDER BY {order}")))  # noqa: S608


def as_they_lie(engine: Engine) -> list[int]:
    return posts(engine, "rowid" if engine.dialect.name == "sqlite" else "ctid")


def test_a_reload_writes_posts_in_the_order_of_the_timeline(engine: Engine, tmp_path: Path) -> None:
    generate(300, tmp_path / "seeds")
    reload(engine, tmp_path / "seeds")
    timeline = posts(engine, "newest_first, id")
    if engine.dialect.name == "sqlite":
        assert as_they_lie(engine) == timeline
        return
    # PostgreSQL puts a short row into what is left of an earlier page, so neighbours are told by the pages they share:
    # twenty posts fill little more than one, and would lie in a dozen if they were written in any other order.
    with engine.connect() as connection:
        page_of = {
            row.id: row.page for row in connection.execute(text("SELECT id, (ctid::text::point)[0] AS page FROM posts"))
        }
    twenties = [timeline[start : start + 20] for start in range(0, 300, 20)]
    assert sum(len({page_of[post] for post in twenty}) for twenty in twenties) <= 3 * len(twenties)


def test_a_move_there_and_back_loses_nothing(engine: Engine) -> None:
    fill(engine)
    before = {table: rows(engine, table) for table in MOVED}
    assert all(before.values())
    with migrating.transaction(engine) as connection:
        command.downgrade(migrating.configuration(connection), "0003")
    assert {table: rows(engine, table) for table in MOVED} == before
    migrating.upgrade(engine)
    assert {table: rows(engine, table) for table in MOVED} == before
    assert as_they_lie(engine) == posts(engine, TIMELINE)


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_every_table_has_the_key_that_its_model_says(engine: Engine, table: str) -> None:
    stored = inspect(engine).get_pk_constraint(table)["constrained_columns"]
    assert stored == [column.name for column in Base.metadata.tables[table].primary_key.columns]


def test_what_belonged_to_a_post_goes_with_it(engine: Engine) -> None:
    fill(engine)
    with migrating.transaction(engine) as connection:
        command.downgrade(migrating.configuration(connection), "0003")
    migrating.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM posts"))
        for table in MOVED:
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 0  # noqa: S608
