"""One id for each request: taken from `X-Request-ID` where a proxy set a sound one, made here otherwise, and sent back.

Inside, `request_id()` tells it to whoever logs.
"""

import re
from collections.abc import Awaitable, Iterable
from contextvars import ContextVar
from random import getrandbits

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.endpoints.replying import Headers

SOUND = re.compile(rb"[A-Za-z0-9._:@/+=-]{1,128}")
"""What is taken over from outside: nothing that could break a line of a log, or fill one."""

HEADER = b"x-request-id"

_current: ContextVar[str] = ContextVar("request_id", default="")


def request_id() -> str:
    """Return the id of the request being answered; empty outside of one."""
    return _current.get()


def label(headers: Iterable[tuple[bytes, bytes]]) -> tuple[bytes, bytes]:
    """Return the header that names a request: its own where it has a sound one."""
    own = b""
    for name, value in headers:
        if name == HEADER and SOUND.fullmatch(value):
            own = value
    return HEADER, own or b"%016x" % getrandbits(64)


class RequestIds:
    """ASGI middleware around everything else; `always` are further headers that every answer over HTTP carries."""

    def __init__(self, app: ASGIApp, always: Headers = ()) -> None:
        self.app = app
        self.always = always

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        own = label(scope["headers"])
        _current.set(own[1].decode())
        headers = (own, *self.always) if scope["type"] == "http" else (own,)

        def labelled(message: Message) -> Awaitable[None]:
            if message["type"] == "http.response.start" or message["type"] == "websocket.accept":
                message["headers"] = [*message.get("headers", ()), *headers]
            return send(message)

        await self.app(scope, receive, labelled)
