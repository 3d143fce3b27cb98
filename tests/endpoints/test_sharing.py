"""Pages of other sites: which may read the answers, and what they are told when they ask beforehand."""

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from api.endpoints.request_ids import RequestIds
from api.endpoints.sharing import Origins, Sharing

MAPS = "https://maps.example"
BEFOREHAND = {"origin": MAPS, "access-control-request-method": "POST", "access-control-request-headers": "content-type"}


def client(allowed: str) -> TestClient:
    sharing = Sharing(PlainTextResponse("answer", headers={"vary": "Accept"}), Origins(allowed))
    return TestClient(RequestIds(sharing, sharing.always))


@pytest.mark.parametrize("headers", [{}, {"origin": MAPS}])
def test_every_site_may_read_and_caches_need_not_tell_them_apart(headers: dict[str, str]) -> None:
    response = client("*").get("/", headers=headers)
    assert response.headers["access-control-allow-origin"] == "*"
    assert "X-Request-ID" in response.headers["access-control-expose-headers"]
    assert response.headers.get_list("vary") == ["Accept"]


def test_only_the_sites_that_are_named_may_read() -> None:
    some = client(f"{MAPS}/ https://other.example")
    welcome = some.get("/", headers={"origin": MAPS})
    assert welcome.headers["access-control-allow-origin"] == MAPS
    for response in (welcome, some.get("/"), some.get("/", headers={"origin": "https://stranger.example"})):
        assert response.headers.get_list("vary") == ["Accept", "Origin"]
    assert "access-control-allow-origin" not in response.headers


def test_no_other_site_may_read_when_so_set() -> None:
    assert "access-control-allow-origin" not in client("none").get("/", headers={"origin": MAPS}).headers


def test_a_page_that_asks_beforehand_is_told_what_it_may_send() -> None:
    response = client("*").options("/", headers=BEFOREHAND)
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["access-control-allow-methods"] == "GET, HEAD, POST"
    assert response.headers["access-control-allow-headers"] == "content-type"
    assert response.headers["access-control-allow-origin"] == "*"


def test_a_stranger_who_asks_beforehand_is_not_allowed() -> None:
    assert "access-control-allow-origin" not in client("none").options("/", headers=BEFOREHAND).headers
