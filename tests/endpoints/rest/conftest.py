"""The REST API over the invented corpus, on both databases; every question must have cost one statement."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api import app
from api.settings import Settings
from databases import Statements
from rest_answers import ROOT, Get


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def served_corpus(request: pytest.FixtureRequest) -> Iterator[TestClient]:
    """The whole application over the corpus; it remembers no answers, so that each question can be counted."""
    url = request.getfixturevalue("sqlite_corpus" if request.param == "sqlite" else "postgres_corpus")
    with TestClient(app.create(Settings(database_url=url, cache_bytes=0)), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def client(served_corpus: TestClient) -> TestClient:
    """The whole application, without the cookies or the past of another test."""
    return served_corpus


@pytest.fixture
def get(client: TestClient, statements: Statements) -> Get:
    """Get a path below `/api/v1` and read its JSON; anything but one statement and 200 fails."""

    def getting(path: str) -> Any:
        statements.clear()
        response = client.get(ROOT + path)
        assert response.status_code == 200, response.text
        assert len(statements) == 1, statements
        return response.json()

    return getting
