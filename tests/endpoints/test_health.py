"""Health: living is one thing, being able to answer another."""

import pytest
from starlette.routing import Router
from starlette.testclient import TestClient

from api.endpoints.health import routes
from api.endpoints.problems import Problems
from api.errors import DatabaseUnavailable


async def ready() -> int:
    return 7


async def unready() -> int:
    raise DatabaseUnavailable("the database cannot be reached")


@pytest.mark.parametrize("check", [ready, unready])
def test_a_process_that_answers_lives(check: object) -> None:
    response = TestClient(Router(routes(check))).get("/healthz")  # type: ignore[arg-type]
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert response.headers["cache-control"] == "no-store"


def test_a_process_is_ready_with_a_revision() -> None:
    assert TestClient(Router(routes(ready))).get("/readyz").json() == {"status": "ready", "revision": 7}


def test_a_process_that_cannot_answer_says_why() -> None:
    response = TestClient(Problems(Router(routes(unready)))).get("/readyz")
    assert (response.status_code, response.json()["detail"]) == (503, "the database cannot be reached")
