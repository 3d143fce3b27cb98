"""graphql-transport-ws: what each message is answered with, and which closing code each breach of the protocol has."""

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient, WebSocketTestSession
from starlette.types import ASGIApp
from starlette.websockets import WebSocketDisconnect

from api.endpoints import sockets
from api.errors import DatabaseUnavailable
from scripted import QUERY, SUBSCRIPTION, Bell, Script, endpoint

PROTOCOLS = ["graphql-transport-ws"]


@contextlib.contextmanager
def connected(app: ASGIApp, *, greet: bool = True) -> Iterator[WebSocketTestSession]:
    with TestClient(app).websocket_connect("/graphql", subprotocols=PROTOCOLS) as socket:
        if greet:
            socket.send_json({"type": "connection_init"})
            assert socket.receive_json() == {"type": "connection_ack"}
        yield socket


@pytest.fixture
def socket() -> Iterator[WebSocketTestSession]:
    with connected(endpoint(Script())) as socket:
        yield socket


def subscribe(socket: WebSocketTestSession, name: str, query: str, **payload: object) -> None:
    socket.send_json({"id": name, "type": "subscribe", "payload": {"query": query, **payload}})


def closing(socket: WebSocketTestSession) -> tuple[int, str | None]:
    with pytest.raises(WebSocketDisconnect) as closed:
        socket.receive_json()
    return closed.value.code, closed.value.reason


def test_a_query_has_one_result(socket: WebSocketTestSession) -> None:
    subscribe(socket, "a", QUERY)
    assert socket.receive_json() == {"id": "a", "type": "next", "payload": {"data": {"dataset": {"name": "letters"}}}}
    assert socket.receive_json() == {"id": "a", "type": "complete"}


def test_a_subscription_has_a_result_for_each_event(socket: WebSocketTestSession) -> None:
    subscribe(socket, "a", SUBSCRIPTION)
    told = [socket.receive_json() for _ in range(3)]
    assert [each.get("payload") for each in told] == [
        {"data": {"datasetChanged": {"number": 3}}},
        {"data": {"datasetChanged": {"number": 4}}},
        None,
    ]
    assert told[-1]["type"] == "complete"


def test_an_id_of_any_words_comes_back_as_it_was(socket: WebSocketTestSession) -> None:
    subscribe(socket, 'a "quoted" \\ Ա', QUERY)
    assert socket.receive_json()["id"] == 'a "quoted" \\ Ա'


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ dataset { nam } }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { datasetChanged { numbr } }", "GRAPHQL_VALIDATION_FAILED"),
        ("mutation { __typename }", "OPERATION_RESOLUTION_FAILURE"),
    ],
)
def test_what_cannot_be_asked_is_an_error_message(socket: WebSocketTestSession, query: str, code: str) -> None:
    subscribe(socket, "a", query)
    message = socket.receive_json()
    assert (message["id"], message["type"]) == ("a", "error")
    assert {error["extensions"]["code"] for error in message["payload"]} == {code}


@pytest.mark.parametrize(
    ("error", "code"),
    [(DatabaseUnavailable(), "DATABASE_UNAVAILABLE"), (RuntimeError("secret"), "INTERNAL_SERVER_ERROR")],
)
def test_what_goes_wrong_is_an_error_message(error: Exception, code: str) -> None:
    with connected(endpoint(Script(error))) as socket:
        subscribe(socket, "a", QUERY)
        (told,) = socket.receive_json()["payload"]
    assert told["extensions"]["code"] == code
    assert "secret" not in told["message"]


def test_a_ping_has_its_pong(socket: WebSocketTestSession) -> None:
    socket.send_json({"type": "pong"})
    socket.send_json({"type": "ping", "payload": {"a": 1}})
    assert socket.receive_json() == {"type": "pong"}


def test_a_client_may_leave_a_subscription_and_use_its_id_again() -> None:
    bell = Bell([3], ends=False)
    with connected(endpoint(Script(), bell)) as socket:
        for _ in range(2):
            subscribe(socket, "a", SUBSCRIPTION)
            assert socket.receive_json()["type"] == "next"
            socket.send_json({"id": "a", "type": "complete"})
        socket.send_json({"id": "unknown", "type": "complete"})
        subscribe(socket, "b", QUERY)
        assert [socket.receive_json()["id"] for _ in range(2)] == ["b", "b"]
    assert bell.listeners == 0


def test_every_subscription_is_left_when_the_client_goes() -> None:
    bell = Bell([3], ends=False)
    with connected(endpoint(Script(), bell)) as socket:
        for name in ("a", "b"):
            subscribe(socket, name, SUBSCRIPTION)
            assert socket.receive_json()["type"] == "next"
        assert bell.listeners == 2
    assert bell.listeners == 0


def test_a_connection_keeps_only_so_many_operations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "MOST_OPERATIONS", 1)
    with connected(endpoint(Script(), Bell([3], ends=False))) as socket:
        subscribe(socket, "a", SUBSCRIPTION)
        assert socket.receive_json()["type"] == "next"
        subscribe(socket, "b", QUERY)
        refused = socket.receive_json()
    assert (refused["id"], refused["type"]) == ("b", "error")
    assert "complete some first" in refused["payload"][0]["message"]


@pytest.mark.parametrize(
    "message",
    [
        {"type": "start"},
        {"no": "type"},
        {"type": "subscribe", "payload": {"query": QUERY}},
        {"type": "subscribe", "id": "", "payload": {"query": QUERY}},
        {"type": "subscribe", "id": 7, "payload": {"query": QUERY}},
        {"type": "subscribe", "id": "a"},
        {"type": "subscribe", "id": "a", "payload": {}},
        {"type": "subscribe", "id": "a", "payload": {"query": QUERY, "variables": []}},
        {"type": "complete"},
        {},
        [],
    ],
)
def test_a_message_that_is_none_ends_the_connection(socket: WebSocketTestSession, message: Any) -> None:
    socket.send_json(message)
    assert closing(socket)[0] == 4400


def test_only_json_in_text_is_a_message() -> None:
    with connected(endpoint(Script())) as socket:
        socket.send_text("{")
        assert closing(socket) == (4400, "Messages must be JSON")
    with connected(endpoint(Script())) as socket:
        socket.send_bytes(b"{}")
        assert closing(socket) == (4400, "Messages must be text")


def test_an_id_in_use_ends_the_connection() -> None:
    with connected(endpoint(Script(), Bell([3], ends=False))) as socket:
        subscribe(socket, "a", SUBSCRIPTION)
        socket.receive_json()
        subscribe(socket, "a", QUERY)
        assert closing(socket) == (4409, "Subscriber for a already exists")


def test_a_second_greeting_ends_the_connection(socket: WebSocketTestSession) -> None:
    socket.send_json({"type": "connection_init"})
    assert closing(socket) == (4429, "Too many initialisation requests")


def test_nothing_is_answered_before_the_greeting() -> None:
    with connected(endpoint(Script()), greet=False) as socket:
        subscribe(socket, "a", QUERY)
        assert closing(socket) == (4401, "Unauthorized")


def test_a_client_that_does_not_greet_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "PATIENCE", 0.05)
    with connected(endpoint(Script()), greet=False) as socket:
        assert closing(socket) == (4408, "Connection initialisation timeout")


def test_another_protocol_is_not_spoken() -> None:
    with TestClient(endpoint(Script())).websocket_connect("/graphql", subprotocols=["graphql-ws"]) as socket:
        assert closing(socket)[0] == 4406


@pytest.mark.parametrize(
    ("allowed", "origin", "welcome"),
    [
        ("*", "https://maps.example", True),
        ("none", "https://maps.example", False),
        ("none", "http://testserver", True),
        ("https://maps.example", "https://maps.example", True),
        ("https://maps.example", "https://other.example", False),
        ("none", None, True),
    ],
)
def test_pages_of_other_sites_need_leave(allowed: str, origin: str | None, welcome: bool) -> None:
    headers = {"origin": origin} if origin else {}
    client = TestClient(endpoint(Script(), origins=allowed))
    refusal = contextlib.nullcontext() if welcome else pytest.raises(WebSocketDisconnect)
    with refusal, client.websocket_connect("/graphql", subprotocols=PROTOCOLS, headers=headers):
        pass
