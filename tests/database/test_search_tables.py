"""The tables of search: made and unmade by their migration, filled from what is there, unseen by autogenerate."""

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, text

from api.database import migrating
from corpus import fill


def found(engine: Engine) -> int:
    asked = {
        "sqlite": "SELECT count(*) FROM post_index('\"noon\"')",
        "postgresql": "SELECT count(*) FROM post_texts WHERE lexemes @@ '''noon'''::tsquery",
    }
    with engine.connect() as connection:
        return int(connection.scalar(text(asked[engine.dialect.name])))


def names(engine: Engine) -> set[str]:
    return {
        name for name in inspect(engine).get_table_names() if "index" in name or name in {"name_texts", "suggestions"}
    }


def test_the_step_can_be_taken_back_and_again_and_finds_the_posts_that_are_there(engine: Engine) -> None:
    fill(engine)
    before = names(engine)
    with migrating.transaction(engine) as connection:
        command.downgrade(migrating.configuration(connection), "0001")
    assert names(engine) == set()
    assert "lexemes" not in {column["name"] for column in inspect(engine).get_columns("post_texts")}
    migrating.upgrade(engine)
    assert names(engine) == before
    assert found(engine) == 2


@pytest.mark.filterwarnings("ignore:Did not recognize type")
def test_models_and_tables_agree(engine: Engine) -> None:
    with migrating.transaction(engine) as connection:
        command.check(migrating.configuration(connection))
