"""Server-sent events: what a stream says, how it stays alive, and the three ways it ends."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping

import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from api.endpoints.events import Events
from api.errors import DeadlineExceeded
from scripted import SUBSCRIPTION, Bell, Script, endpoint

EVENTS = {"accept": "text/event-stream"}


def said(query: str, script: Script | None = None, **parameters: object) -> str:
    client = TestClient(endpoint(script or Script()))
    response = client.post("/graphql", json={"query": query, **parameters}, headers=EVENTS)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"
    return response.text


def test_a_subscription_is_told_event_by_event() -> None:
    assert said(SUBSCRIPTION) == (
        ":\n\n"
        'event: next\ndata: {"data":{"datasetChanged":{"number":3}}}\n\n'
        'event: next\ndata: {"data":{"datasetChanged":{"number":4}}}\n\n'
        "event: complete\ndata:\n\n"
    )


def test_a_query_is_a_stream_of_one() -> None:
    expected = ':\n\nevent: next\ndata: {"data":{"dataset":{"name":"letters"}}}\n\nevent: complete\ndata:\n\n'
    assert said("{ dataset { name } }") == expected


def test_a_subscription_may_come_by_get_as_browsers_send_it() -> None:
    response = TestClient(endpoint(Script())).get("/graphql", params={"query": SUBSCRIPTION}, headers=EVENTS)
    assert response.text.count("event: next") == 2


@pytest.mark.parametrize("query", ["{ dataset { nam } }", "subscription { datasetChanged { numbr } }"])
def test_what_cannot_be_asked_is_told_inside_the_stream(query: str) -> None:
    text = said(query)
    assert '"code":"GRAPHQL_VALIDATION_FAILED"' in text
    assert '"data"' not in text
    assert text.endswith("event: complete\ndata:\n\n")


def test_variables_that_do_not_fit_are_told_inside_the_stream() -> None:
    query = "subscription ($all: Boolean!) { datasetChanged { number @include(if: $all) } }"
    assert '"code":"BAD_USER_INPUT"' in said(query, variables={"all": "yes"})
    assert said(query, variables={"all": True}).count("event: next") == 2


def test_an_unexpected_error_is_masked_inside_the_stream() -> None:
    text = said("{ dataset { name } }", Script(RuntimeError("secret")))
    assert "secret" not in text
    assert "INTERNAL_SERVER_ERROR" in text


class Line:
    """A connection as the server gives it: it keeps what is sent, and hangs up when told to."""

    def __init__(self) -> None:
        self.hung_up = asyncio.Event()
        self.sent: list[Message] = []

    async def receive(self) -> Message:
        await self.hung_up.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        self.sent.append(message)

    @property
    def text(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.sent)


class Endless:
    """Results that never come; it notes whether it was closed."""

    def __init__(self) -> None:
        self.closed = False

    async def results(self) -> AsyncGenerator[bytes, None]:
        try:
            await asyncio.Event().wait()
            yield b""
        finally:
            self.closed = True


def hang_up(line: Line, _stopping: asyncio.Event) -> None:
    line.hung_up.set()


def stop(_line: Line, stopping: asyncio.Event) -> None:
    stopping.set()


@pytest.mark.anyio
@pytest.mark.parametrize("end", [hang_up, stop])
async def test_a_quiet_stream_beats_until_client_or_server_leaves(end: Callable[[Line, asyncio.Event], None]) -> None:
    line, endless, stopping = Line(), Endless(), asyncio.Event()
    sending = asyncio.create_task(Events(stopping, heartbeat=0.01).send(endless.results, line.receive, line.send))
    await asyncio.sleep(0.05)
    assert line.text.count(b":\n\n") > 2
    end(line, stopping)
    await asyncio.wait_for(sending, 1)
    assert endless.closed
    assert line.sent[-1] == {"type": "http.response.body", "body": b""}
    assert b"complete" not in line.text


@pytest.mark.anyio
async def test_a_client_who_has_gone_ends_the_stream_without_noise() -> None:
    line = Line()

    async def gone(message: Message) -> None:
        if b"event" in message.get("body", b""):
            raise OSError("gone")
        await line.send(message)

    async def one() -> AsyncGenerator[bytes, None]:
        yield b"{}"

    await asyncio.wait_for(Events(asyncio.Event()).send(one, line.receive, gone), 1)


def test_an_event_that_cannot_be_answered_is_an_error_and_the_stream_goes_on() -> None:
    class Late(Script):
        def stamped(
            self, query: str, variables: Mapping[str, object] | None = None, operation_name: str | None = None
        ) -> tuple[bytes, str]:
            if variables and variables.get("number") == 3:
                raise DeadlineExceeded("too slow")
            return super().stamped(query, variables, operation_name)

    text = TestClient(endpoint(Late(), Bell())).post("/graphql", json={"query": SUBSCRIPTION}, headers=EVENTS).text
    assert '"message":"too slow"' in text
    assert '"path":["datasetChanged"]' in text
    assert '"code":"DEADLINE_EXCEEDED"' in text
    assert '{"data":{"datasetChanged":{"number":4}}}' in text
