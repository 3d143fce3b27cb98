"""One id for each request: taken from `X-Request-ID` where a proxy set a sound one, made here otherwise, and sent back.

Inside, `request_id()` tells it to whoever logs.
"""

import re
from contextvars import ContextVar
from random import getrandbits

from starlette.types import ASGIApp, Message, Receive, Scope, Send

SOUND = re.compile(rb"[A-Za-z0-9._:@/+=-]{1,128}")
"""What is taken over from outside: nothing that could break a line of a log, or fill one."""

HEADER = b"x-request-id"

_current: ContextVar[str] = ContextVar("request_id", default="")


def request_id() -> str:
    """Return the id of the request being answered; empty outside of one."""
    return _current.get()


class RequestIds:
    """ASGI middleware around everything else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        given = next((value for name, value in scope["headers"] if name == HEADER), b"")
        own = given if given and SOUND.fullmatch(given) else b"%016x" % getrandbits(64)
        _current.set(own.decode())
        header = (HEADER, own)

        async def labelled(message: Message) -> None:
            if message["type"] == "http.response.start" or message["type"] == "websocket.accept":
                message["headers"] = [*message.get("headers", ()), header]
            await send(message)

        await self.app(scope, receive, labelled)
