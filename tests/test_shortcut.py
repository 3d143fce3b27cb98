"""The server's shortcut to answers at hand: it is taken, and gives what the long way gives, whatever is asked."""

import json
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import Engine
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from api import app
from api.endpoints.current import FRESH
from api.endpoints.shortcut import AT_HAND, AtHand
from api.settings import Settings
from serving import served
from test_remembering import BY_POST, QUERY, load

VARYING = re.compile(rb"(?:date|x-request-id): [^\r]*\r\n")
JSON = "Content-Type: application/json"
BODY = json.dumps(BY_POST)
HASHED = {"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}
ASKED = {
    "as most ask": ("POST", [JSON], BODY),
    "with a type of its own": ("POST", [JSON, "Accept: application/graphql-response+json"], BODY),
    "under a name": ("POST", [JSON, "X-Request-ID: mine-7"], BODY),
    "by another site": ("POST", [JSON, "Origin: https://maps.example"], BODY),
    "compressed": ("POST", [JSON, "Accept-Encoding: gzip"], BODY),
    "for a page": ("POST", [JSON, "Accept: text/html"], BODY),
    "as text": ("POST", ["Content-Type: text/plain"], BODY),
    "in no encoding we know": ("POST", [JSON, "Content-Encoding: zstd"], BODY),
    "with other values": ("POST", [JSON], json.dumps({"query": QUERY, "variables": {"n": 2}})),
    "with a fault": ("POST", [JSON], json.dumps({"query": "{ nothing }"})),
    "with no JSON": ("POST", [JSON], "{"),
    "by an unknown hash": ("POST", [JSON], json.dumps({"extensions": HASHED})),
    "by GET": ("GET", [JSON], ""),
}


class Noticing:
    """An application that notes which requests come all the way to it, over HTTP."""

    def __init__(self, inner: ASGIApp) -> None:
        self.inner = inner
        self.came = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.came += scope["type"] == "http"
        await self.inner(scope, receive, send)


@pytest.fixture
def noticing(engine: Engine, database_url: str, tmp_path: Path) -> Noticing:
    load(engine, tmp_path, posts=2)
    return Noticing(app.create(Settings(database_url=database_url)))


@pytest.fixture
def connection(noticing: Noticing) -> Iterator[socket.socket]:
    with served(noticing) as root, opened(root) as connection:
        yield connection


def opened(root: str) -> socket.socket:
    address = urlsplit(root)
    return socket.create_connection((address.hostname or "", address.port or 0), timeout=10)


def request(method: str, headers: list[str], body: str) -> bytes:
    path = "/graphql" if method == "POST" else "/graphql?query={dataset{name}}"
    lines = [f"{method} {path} HTTP/1.1", "Host: x", f"Content-Length: {len(body)}", *headers]
    return ("\r\n".join(lines) + f"\r\n\r\n{body}").encode()


def answer(connection: socket.socket) -> bytes:
    """Read one answer whole."""
    found = b""
    while b"\r\n\r\n" not in found:
        found += connection.recv(65_536)
    head, _, body = found.partition(b"\r\n\r\n")
    told = re.search(rb"content-length: (\d+)", head)
    while told and len(body) < int(told.group(1)):
        body += connection.recv(65_536)
    return VARYING.sub(b"", head + b"\r\n") + b"\r\n" + body


def asked(connection: socket.socket, sent: bytes) -> bytes:
    connection.sendall(sent)
    return answer(connection)


def test_the_second_of_two_alike_takes_the_shortcut(noticing: Noticing, connection: socket.socket) -> None:
    sent = request(*ASKED["as most ask"])
    first = asked(connection, sent)
    before = noticing.came
    assert [asked(connection, sent) for _ in range(3)] == [first] * 3
    assert noticing.came == before


@pytest.mark.parametrize("name", ASKED)
def test_the_shortcut_gives_what_the_long_way_gives(noticing: Noticing, name: str) -> None:
    plain, sent = request(*ASKED["as most ask"]), request(*ASKED[name])
    ways = []
    for protocol in (HttpToolsProtocol, None):
        with served(noticing, protocol) if protocol else served(noticing) as root, opened(root) as connection:
            ways.append([asked(connection, each) for each in (plain, sent, sent, plain, sent)])
    assert ways[0] == ways[1]


def test_a_request_keeps_its_name_on_the_shortcut(noticing: Noticing, connection: socket.socket) -> None:
    named = request(*ASKED["under a name"])
    for _ in range(3):
        connection.sendall(named)
        assert b"\r\nx-request-id: mine-7\r\n" in connection.recv(65_536)
    assert noticing.came == 1


def test_requests_in_one_go_and_in_pieces_are_answered_in_order(connection: socket.socket) -> None:
    one, two = request(*ASKED["as most ask"]), request(*ASKED["with other values"])
    first, second = asked(connection, one), asked(connection, two)
    assert first != second
    connection.sendall(one + two + one)
    found = b""
    while found.count(b"HTTP/1.1 200") < 3 or not found.endswith(b"}"):
        found += connection.recv(65_536)
    assert VARYING.sub(b"", found) == first + second + first
    for cut in (10, len(one) - len(BODY) - 1, len(one) - 5):
        connection.sendall(one[:cut])
        time.sleep(0.05)
        connection.sendall(one[cut:])
        assert answer(connection) == first


def test_a_reload_ends_what_is_at_hand(connection: socket.socket, engine: Engine, tmp_path: Path) -> None:
    sent = request(*ASKED["as most ask"])
    for _ in range(2):
        assert b'"totalCount":2' in asked(connection, sent).replace(b" ", b"")
    load(engine, tmp_path, posts=3)
    time.sleep(FRESH)
    assert b'"totalCount":3' in asked(connection, sent).replace(b" ", b"")


@pytest.mark.anyio
@pytest.mark.parametrize(("settings", "handed"), [({}, True), ({"allowed_origins": "https://maps.example"}, False)])
async def test_where_headers_depend_on_who_asks_there_is_no_shortcut(
    settings: dict[str, str], handed: bool, database_url: str
) -> None:
    state: dict[str, AtHand] = {}
    coming: list[Message] = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]

    async def receive() -> Message:
        return coming.pop(0)

    async def send(_: Message) -> None:
        """Nobody listens."""

    made = app.create(Settings.model_validate({"database_url": database_url, **settings}))
    await made({"type": "lifespan", "state": state}, receive, send)
    assert (AT_HAND in state) is handed
