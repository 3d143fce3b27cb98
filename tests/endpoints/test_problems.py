"""Problem documents: every error outside GraphQL, in one shape, with a page for each kind."""

import logging

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Mount, Route, Router
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from api.endpoints.problems import Problems, kinds, routes
from api.endpoints.request_ids import RequestIds
from api.errors import DatabaseOutdated, InvalidArgument

RAISED = {
    "/argument": InvalidArgument("`limit` must be a number", parameter="limit"),
    "/outdated": DatabaseOutdated("run `parley db upgrade`"),
    "/unexpected": RuntimeError("secret"),
    "/teapot": HTTPException(418, "short and stout"),
    "/broken": HTTPException(500, "secret"),
}


async def fail(request: Request) -> StreamingResponse:
    raise RAISED[request.url.path]


async def half(_request: Request) -> StreamingResponse:
    async def chunks() -> object:
        yield b"half"
        raise RuntimeError("cut off")

    return StreamingResponse(chunks())  # type: ignore[arg-type]  # an async generator


class Inside(Router):
    """A router that stands in an application, as ours does."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["app"] = self
        await super().__call__(scope, receive, send)


ROUTES = [*(Route(path, fail, methods=["GET"]) for path in RAISED), Route("/half", half), *routes()]
client = TestClient(RequestIds(Problems(Inside(ROUTES))))


def test_an_error_of_ours_is_told_with_all_it_carries() -> None:
    response = client.get("/argument")
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json() == {
        "type": "/problems/bad-user-input",
        "title": "An argument is not acceptable",
        "status": 400,
        "detail": "`limit` must be a number",
        "code": "BAD_USER_INPUT",
        "instance": "/argument",
        "parameter": "limit",
    }


def test_under_a_prefix_the_type_leads_to_the_page_all_the_same() -> None:
    prefixed = TestClient(Problems(Inside([*ROUTES, Mount("/static", routes=ROUTES)])), root_path="/parley")
    for path in ("/parley/nowhere", "/parley/static/nowhere"):
        assert prefixed.get(path).json()["type"] == "/parley/problems/not-found"


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nowhere", 404, "NOT_FOUND"),
        ("POST", "/argument", 405, "METHOD_NOT_ALLOWED"),
        ("GET", "/teapot", 400, "BAD_REQUEST"),
        ("GET", "/outdated", 503, "DATABASE_OUTDATED"),
        ("GET", "/problems/nonsense", 404, "NOT_FOUND"),
    ],
)
def test_every_refusal_is_a_problem(method: str, path: str, status: int, code: str) -> None:
    response = client.request(method, path)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response.json()["status"] == status


def test_a_method_that_is_not_allowed_is_told_which_are() -> None:
    assert "GET" in client.post("/argument").headers["allow"]


def test_what_may_soon_work_says_when_to_try_again() -> None:
    assert client.get("/outdated").headers["retry-after"] == "1"


@pytest.mark.parametrize("path", ["/unexpected", "/broken"])
def test_what_is_unexpected_is_masked_and_logged_once(path: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        response = client.get(path, headers={"x-request-id": "here-42"})
    assert response.status_code == 500
    assert "secret" not in response.text
    assert response.json()["requestId"] == "here-42"
    (record,) = caplog.records
    assert "here-42" in record.getMessage()


def test_an_answer_cut_off_half_way_is_no_problem_document() -> None:
    with pytest.raises(RuntimeError, match="cut off"):
        client.get("/half")


def test_every_kind_of_problem_has_its_page() -> None:
    listed = client.get("/problems").json()["problems"]
    assert len(listed) == len(kinds())
    for each in listed:
        page = client.get(each["type"]).json()
        assert page == {name: value for name, value in each.items() if name != "type"}
        assert page["meaning"].endswith(".")


@pytest.mark.parametrize("spelling", ["bad-cursor", "BAD_CURSOR", "Bad-Cursor"])
def test_a_code_may_be_spelt_either_way(spelling: str) -> None:
    assert client.get(f"/problems/{spelling}").json()["code"] == "BAD_CURSOR"
