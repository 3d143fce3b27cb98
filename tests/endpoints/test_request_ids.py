"""Request ids: a sound one is kept, any other is replaced, and everyone inside can read it."""

import re

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, Router
from starlette.testclient import TestClient

from api.endpoints.request_ids import RequestIds, request_id


async def tell(_request: Request) -> PlainTextResponse:
    return PlainTextResponse(request_id())


client = TestClient(RequestIds(Router([Route("/", tell)])))


def test_an_id_from_outside_is_kept() -> None:
    response = client.get("/", headers={"x-request-id": "proxy:4-2"})
    assert response.headers["x-request-id"] == response.text == "proxy:4-2"


@pytest.mark.parametrize("given", ["", "a b", 'a"b', "x" * 129, "%0A"])
def test_an_id_that_could_spoil_a_log_is_replaced(given: str) -> None:
    response = client.get("/", headers={"x-request-id": given})
    assert re.fullmatch(r"[0-9a-f]{16}", response.headers["x-request-id"])
    assert response.text == response.headers["x-request-id"]


def test_every_request_has_an_id_of_its_own() -> None:
    assert client.get("/").text != client.get("/").text


def test_outside_of_a_request_there_is_none() -> None:
    assert request_id() == ""
