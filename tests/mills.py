"""Mills over the invented corpus, one a database, made once a session; every answer must have cost one statement."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from sqlalchemy import Engine, event

from api.database import opened
from api.endpoints.mill import Mill
from api.schema import build
from api.settings import Settings
from corpus import fill
from databases import beside, order

SCHEMA = build()
PATIENT = Settings(statement_timeout=60.0)
"""Settings without a deadline that a busy machine could meet: what answers are, not how soon, is tested here."""

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def sqlite_corpus(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Any) -> str:
    """The address of an SQLite file that holds the invented corpus: only to be read."""
    path = tmp_path_factory.mktemp("corpus") / "corpus.db"
    path.write_bytes(sqlite_template.read_bytes())
    return filled(f"sqlite:///{path}")


@pytest.fixture(scope="session")
def postgres_corpus(postgres: str, postgres_template: str) -> Iterator[str]:
    """The address of a PostgreSQL database that holds the invented corpus: only to be read."""
    name = f"{postgres_template}_corpus"
    order(postgres, f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
    yield filled(beside(postgres, name))
    order(postgres, f"DROP DATABASE {name} WITH (FORCE)")


def filled(url: str) -> str:
    """Write the corpus into an empty database."""
    with opened(url, PATIENT, writes=True) as engine:
        fill(engine)
    return url


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def corpus_reader(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An engine that reads the corpus, as a server has it."""
    name = "sqlite_corpus" if request.param == "sqlite" else "postgres_corpus"
    with opened(request.getfixturevalue(name), PATIENT) as reader:
        yield reader


@pytest.fixture
def mill(corpus_reader: Engine) -> Mill:
    """A mill over the corpus, with no plan yet."""
    return Mill(SCHEMA, corpus_reader, PATIENT)


@pytest.fixture
def ask(mill: Mill, corpus_reader: Engine) -> Iterator[Ask]:
    """Ask the mill and read its answer; a question that took anything but one statement fails."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    def question(
        query: str, variables: Mapping[str, object] | None = None, operation: str | None = None
    ) -> dict[str, Any]:
        del sent[:]
        answer: dict[str, Any] = json.loads(mill.answer(query, variables, operation))
        assert len(sent) == 1, f"{len(sent)} statements for one operation"
        return answer

    event.listen(corpus_reader, "before_cursor_execute", note)
    yield question
    event.remove(corpus_reader, "before_cursor_execute", note)
