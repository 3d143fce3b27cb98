"""The server's HTTP connections: bytes enter as a client sent them, the bytes of an answer leave.

Four things are other than uvicorn has them. Clients of the JVM send `Upgrade: h2c` with every request to an http://
address. A server may ignore it (RFC 9110, section 7.8); uvicorn's parser stops there instead and loses the body (its
issue 2722). uvicorn looks for control characters in every header of every answer: here a header that was found sound is
known again. Head and body leave together. And where the application has the whole answer at hand, no task is started.
"""

import re
from collections.abc import Awaitable, Generator, Iterable
from functools import lru_cache

from uvicorn._types import ASGI3Application, ASGISendEvent, HTTPResponseBodyEvent, HTTPResponseStartEvent
from uvicorn.protocols.http.httptools_impl import (
    HEADER_RE,
    HEADER_VALUE_RE,
    STATUS_LINE,
    HttpToolsProtocol,
    RequestResponseCycle,
)

from api.endpoints.shortcut import AT_HAND, AtHand

OFFER = re.compile(rb"\r\nupgrade(?=:[ \t]*h2c)", re.IGNORECASE)
IGNORED = b"\r\nx-offer"
"""What an offer is called instead: a header that means nothing to anyone."""
FRAMING = frozenset({b"connection", b"transfer-encoding"})
"""Headers that say how an answer ends, other than by its length."""
LENGTH = b"content-length"


class Connection(HttpToolsProtocol):
    """A connection on which every request is HTTP/1.1, or opens a WebSocket."""

    _reading = False
    _begun: tuple["Answering", ASGI3Application] | None = None
    """The request whose head was just read: perhaps all of it is there, and its answer at hand."""

    def data_received(self, data: bytes) -> None:
        self._reading = True
        try:
            super().data_received(OFFER.sub(IGNORED, data) if b"h2c" in data or b"H2C" in data else data)
        finally:
            self._reading = False
            begun, self._begun = self._begun, None
            if begun is not None and not self._answered(begun[0]):
                super()._start_asgi_task(*begun)

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        cycle.__class__ = Answering  # the protocol makes it by name, just before this, and nothing was sent yet
        cycle.access_log = self.access_log and self.config.access_log  # others may listen to that logger unasked
        if self._reading and isinstance(cycle, Answering):
            self._begun = cycle, app
        else:
            super()._start_asgi_task(cycle, app)

    def _answered(self, cycle: "Answering") -> bool:
        """Answer by the application's shortcut, if it has one and the answer is at hand; no task is needed for that."""
        at_hand: AtHand | None = self.app_state.get(AT_HAND)
        if at_hand is None or cycle.more_body or cycle.scope["method"] != "POST" or self.transport.is_closing():
            return False
        if not cycle.stays:
            return False
        found = at_hand(cycle.scope, bytes(cycle.body))
        return found is not None and cycle.sent(200, found.headers, found.body)


class Answering(RequestResponseCycle):
    """One request and its answer. An answer that comes whole leaves in one piece, others as uvicorn sends them.

    Head and body apart are two system calls, and wake the client twice: that is a third of what a short answer takes.
    """

    begun: ASGISendEvent | None = None
    """How an answer of known length begins, kept back until its body is there."""

    def send(self, message: ASGISendEvent) -> Awaitable[None]:  # type: ignore[override]  # awaited like a coroutine
        begun, self.begun = self.begun, None
        if message["type"] == "http.response.start":  # a second one is an error's: what was kept back is void
            if self._may_wait(message):
                self.begun = message
                return NOTHING
        elif begun is not None and begun["type"] == "http.response.start":
            if message["type"] == "http.response.body" and self._sent(begun, message):
                return NOTHING
            return self._apart(begun, message)
        return super().send(message)

    async def _apart(self, *messages: ASGISendEvent) -> None:
        for message in messages:
            await super().send(message)

    @property
    def stays(self) -> bool:
        """Whether nothing was sent yet, nobody logs it, and the connection stays."""
        return not (self.response_started or self.access_log) and self.keep_alive

    def _may_wait(self, start: HTTPResponseStartEvent) -> bool:
        """Tell whether a body of known length follows."""
        if not self.stays or self.scope["method"] == "HEAD":
            return False
        return any(name == LENGTH for name, _ in start["headers"])

    def _sent(self, start: HTTPResponseStartEvent, content: HTTPResponseBodyEvent) -> bool:
        """Send all in one piece; false where uvicorn has to, and nothing was done then."""
        return not content.get("more_body") and self.sent(start["status"], start["headers"], content["body"])

    def sent(self, status: int, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> bool:
        """Send a whole answer; false where it cannot leave in one piece, and nothing was done then."""
        if self.disconnected or self.flow.write_paused:
            return False
        lines = [STATUS_LINE[status]]
        for name, value in (*self.default_headers, *headers):
            if name in FRAMING or (name == LENGTH and int(value) != len(body)):
                return False
            lines.append(line(name, value))
        lines += (b"\r\n", body)
        self.response_started = self.response_complete = True
        self.waiting_for_100_continue = False
        self.transport.write(b"".join(lines))
        self.message_event.set()
        self.on_response()
        return True


class Nothing:
    """What is done already: waiting for it takes no time."""

    def __await__(self) -> Generator[None, None, None]:
        return
        yield


NOTHING = Nothing()


@lru_cache(maxsize=512)
def line(name: bytes, value: bytes) -> bytes:
    """Spell a header (RFC 9112, section 5); RuntimeError, as uvicorn has it, where it would break the answer."""
    if HEADER_RE.search(name) or HEADER_VALUE_RE.search(value):
        raise RuntimeError(f"an answer has a header that is none: {name!r}")
    return b"%b: %b\r\n" % (name.lower(), value)
