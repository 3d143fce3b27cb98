"""The tables of search: made and unmade by their migration, filled from what is there, unseen by autogenerate."""

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, text

from api.database import migrating
from corpus import fill

MADE = {"name_texts", "suggestions", "synonyms"}


def found(engine: Engine) -> int:
    asked = {
        "sqlite": "SELECT count(*) FROM post_index('\"noon\"')",
        "postgresql": "SELECT count(*) FROM post_texts WHERE lexemes @@ '''noon'''::tsquery",
    }
    with engine.connect() as connection:
        return int(connection.scalar(text(asked[engine.dialect.name])))


def names(engine: Engine) -> set[str]:
    return {name for name in inspect(engine).get_table_names() if "index" in name or name in MADE}


def columns(engine: Engine, table: str) -> set[str]:
    return {column["name"] for column in inspect(engine).get_columns(table)}


def test_the_steps_can_be_taken_back_and_again_and_find_the_posts_that_are_there(engine: Engine) -> None:
    fill(engine)
    before = names(engine)
    with migrating.transaction(engine) as connection:
        command.downgrade(migrating.configuration(connection), "0001")
    assert names(engine) == set()
    assert "lexemes" not in columns(engine, "post_texts")
    assert "is_searched" not in columns(engine, "place_names")
    migrating.upgrade(engine)
    assert names(engine) == before
    assert "is_searched" in columns(engine, "place_names")
    assert found(engine) == 2


@pytest.mark.filterwarnings("ignore:Did not recognize type")
def test_models_and_tables_agree(engine: Engine) -> None:
    with migrating.transaction(engine) as connection:
        command.check(migrating.configuration(connection))
