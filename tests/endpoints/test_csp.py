"""Content security policies: nothing is allowed that is not named."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from api.endpoints import csp


async def plain(_request: Request) -> Response:
    return PlainTextResponse("plain")


async def page(_request: Request) -> Response:
    return PlainTextResponse("page", headers=csp.headers(csp.HOME))


async def echo(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text("heard")
    await socket.close()


ROUTES = [Route("/plain", plain), Route("/page", page), WebSocketRoute("/echo", echo)]
CLIENT = TestClient(Starlette(routes=ROUTES, middleware=[Middleware(csp.SecurityHeaders)]))


def test_a_policy_allows_only_what_is_named() -> None:
    assert csp.policy(style_src="'self'") == (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


@pytest.mark.parametrize("policy", [csp.DATA, csp.HOME, csp.SWAGGER, csp.GRAPHIQL])
def test_no_policy_lets_another_host_or_an_inline_script_in(policy: str) -> None:
    directives = dict(directive.split(" ", 1) for directive in policy.split("; "))
    assert set(" ".join(directives.values()).split()) <= {"'none'", "'self'", "'unsafe-inline'", "data:"}
    assert directives.get("script-src", "'none'") in ("'self'", "'none'")


def test_a_response_without_a_policy_leaves_with_that_of_data() -> None:
    headers = CLIENT.get("/plain").headers
    assert headers["content-security-policy"] == csp.DATA
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_a_page_keeps_its_own_policy() -> None:
    assert CLIENT.get("/page").headers.get_list("content-security-policy") == [csp.HOME]


def test_a_websocket_passes_untouched() -> None:
    with CLIENT.websocket_connect("/echo") as socket:
        assert socket.receive_text() == "heard"
