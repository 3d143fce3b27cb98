"""How answers leave the server: whole ones in one piece, and all of them as uvicorn alone would send them."""

import re
import socket
from urllib.parse import urlsplit

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from api.commands.connections import Connection, line
from serving import served

Headers = list[tuple[bytes, bytes]]
Piece = tuple[bytes, bool]
TYPE = (b"content-type", b"text/plain")
SECONDS = 5
DATE = re.compile(rb"date: [^\r]*\r\n")


def answering(status: int, headers: Headers, *pieces: Piece) -> ASGIApp:
    """An application that answers every request alike; each piece of the body says whether more follows."""

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": status, "headers": headers})
        for body, more in pieces:
            await send({"type": "http.response.body", "body": body, "more_body": more})

    return app


async def failing(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"3")]})
    raise RuntimeError("planted")


async def silent(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """Says nothing."""


ANSWERS = {
    "whole": answering(200, [TYPE, (b"Content-Length", b"5")], (b"hello", False)),
    "whole and small-lettered": answering(200, [TYPE, (b"content-length", b"5")], (b"hello", False)),
    "of unknown length": answering(200, [TYPE], (b"hello", False)),
    "in pieces of unknown length": answering(200, [TYPE], (b"hel", True), (b"lo", False)),
    "in pieces of known length": answering(200, [(b"content-length", b"5")], (b"hel", True), (b"lo", False)),
    "empty": answering(304, [(b"etag", b'"x"'), (b"content-length", b"0")], (b"", False)),
    "not modified": answering(304, [(b"etag", b'"x"')], (b"", False)),
    "closing": answering(200, [(b"connection", b"close"), (b"content-length", b"2")], (b"ok", False)),
    "shorter than it says": answering(200, [(b"content-length", b"9")], (b"hello", False)),
    "longer than it says": answering(200, [(b"content-length", b"2")], (b"hello", False)),
    "silent": silent,
}


def said(app: ASGIApp, requests: bytes, protocol: type[HttpToolsProtocol] = Connection) -> bytes:
    """Send requests, the last of which asks for the connection to end, and read all that comes."""
    with served(app, protocol) as root, opened(root) as connection:
        connection.sendall(requests)
        found = b""
        while chunk := connection.recv(65_536):
            found += chunk
    return DATE.sub(b"", found)


def opened(root: str) -> socket.socket:
    address = urlsplit(root)
    return socket.create_connection((address.hostname or "", address.port or 0), timeout=SECONDS)


def asked(method: str, *, last: bool = False) -> bytes:
    return f"{method} / HTTP/1.1\r\nHost: x\r\n{'Connection: close' if last else 'X-Y: z'}\r\n\r\n".encode()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_answer_is_the_one_that_uvicorn_sends(name: str, method: str) -> None:
    requests = asked(method) + asked(method) + asked("GET", last=True)  # in one go: each waits for the one before it
    assert said(ANSWERS[name], requests) == said(ANSWERS[name], requests, HttpToolsProtocol)


def test_a_whole_answer_leaves_in_one_piece() -> None:
    body = b"x" * 5_000
    app = answering(200, [(b"content-length", b"5000")], (body, False))
    with served(app) as root, opened(root) as connection:
        for _ in range(3):
            connection.sendall(asked("GET"))
            head, _, rest = connection.recv(65_536).partition(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200 OK\r\n")
            assert rest == body


def test_a_stream_begins_before_anything_is_in_it() -> None:
    async def app(_scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]})
        while (await receive())["type"] != "http.disconnect":
            pass

    with served(app) as root, opened(root) as connection:
        connection.sendall(asked("GET"))
        assert connection.recv(65_536).startswith(b"HTTP/1.1 200 OK\r\n")


def test_an_application_that_fails_before_the_body_answers_500() -> None:
    assert said(failing, asked("GET")).startswith(b"HTTP/1.1 500 Internal Server Error\r\n")


@pytest.mark.parametrize(("name", "value"), [(b"a b", b"c"), (b"a", b"c\r\nd: e"), (b"a", b"\x00")])
def test_a_header_that_would_break_the_answer_is_refused(name: bytes, value: bytes) -> None:
    for _ in range(2):
        with pytest.raises(RuntimeError, match="has a header that is none"):
            line(name, value)
    app = answering(200, [(name, value), (b"content-length", b"0")], (b"", False))
    assert said(app, asked("GET")).startswith(b"HTTP/1.1 500 ")
