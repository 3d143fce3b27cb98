"""The bundled corpus on both databases, loaded as `parley serve` loads it. A test imports the fixtures it asks for."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from sqlalchemy import Engine

from api.database import opened
from api.endpoints.mill import Mill
from databases import NUMBERS, beside, order
from mills import PATIENT, SCHEMA, Ask
from seeds.loading.reloading import reload


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def bundled_reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine that reads the bundled corpus, loaded as `parley serve` loads it."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("bundled") / "bundled.db"
        path.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        yield from loaded(f"sqlite:///{path}")
        return
    server, template = request.getfixturevalue("postgres"), request.getfixturevalue("postgres_template")
    name = f"{template}_bundled_{next(NUMBERS)}"  # each module that imports this fixture has its own
    order(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield from loaded(beside(server, name))
    order(server, f"DROP DATABASE {name} WITH (FORCE)")


def loaded(url: str) -> Iterator[Engine]:
    """Reload the bundled corpus into an empty database and open it for reading."""
    with opened(url, PATIENT, writes=True) as writer:
        reload(writer, None)
    with opened(url, PATIENT) as reader:
        yield reader


@pytest.fixture
def bundled(bundled_reader: Engine) -> Ask:
    """Ask a mill over the bundled corpus."""
    mill = Mill(SCHEMA, bundled_reader, PATIENT)

    def question(query: str, variables: Mapping[str, object] | None = None) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(mill.answer(query, variables))
        return answer

    return question
