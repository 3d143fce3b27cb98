"""The server's connections: requests that offer HTTP/2 beside, as every client of the JVM sends them."""

import json
import socket
from collections.abc import Iterator
from http.client import HTTPResponse
from urllib.parse import urlsplit

import pytest

from scripted import QUERY, Script, endpoint
from serving import served

BODY = json.dumps({"query": QUERY}).encode()
OFFERS = ["Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c", "connection: upgrade\r\nupgrade:\tH2C", "Upgrade: h2c"]


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, int]]:
    with served(endpoint(Script())) as root:
        address = urlsplit(root)
        assert address.hostname
        assert address.port
        yield address.hostname, address.port


def head(offer: str) -> bytes:
    fixed = f"Host: x\r\nContent-Type: application/json\r\nContent-Length: {len(BODY)}"
    return f"POST /graphql HTTP/1.1\r\n{offer}\r\n{fixed}\r\nHTTP2-Settings: AAMAAABk\r\n\r\n".encode()


def answered(connection: socket.socket) -> tuple[int, object]:
    answer = HTTPResponse(connection)
    answer.begin()
    return answer.status, json.loads(answer.read())


@pytest.mark.parametrize("offer", OFFERS)
def test_an_offer_of_http_2_is_passed_over(server: tuple[str, int], offer: str) -> None:
    with socket.create_connection(server, timeout=5) as connection:
        for _ in range(2):  # the connection stays as good as it was
            connection.sendall(head(offer) + BODY)
            assert answered(connection) == (200, {"data": {"dataset": {"name": "letters"}}})


def test_a_body_may_follow_the_offer_later(server: tuple[str, int]) -> None:
    with socket.create_connection(server, timeout=5) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sendall(head(OFFERS[0]))
        connection.sendall(BODY)
        assert answered(connection)[0] == 200
