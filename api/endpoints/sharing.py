"""Which pages of other sites may ask: CORS headers for fetching, and a check for WebSocket, which CORS does not guard.

Answers hold public content and depend on no cookie, so every site may ask unless the setting says otherwise.
"""

from collections.abc import Awaitable
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.endpoints.replying import Headers, reply, spelt

EVERY = "*"
NONE = "none"
METHODS = "GET, HEAD, POST"
EXPOSED = "Content-Disposition, ETag, Link, Parley-Revision, Retry-After, X-Request-ID"
MAX_AGE = "86400"

VARIES: Headers = ((b"vary", b"Origin"),)


class Origins:
    """The origins allowed, such as `https://maps.example`; `*` allows every one, `none` only this server's own."""

    def __init__(self, allowed: str) -> None:
        self._allowed = {origin.rstrip("/").encode() for origin in allowed.split() if origin != NONE}
        self.every = EVERY.encode() in self._allowed

    def allow(self, scope: Scope) -> bool:
        """Tell whether a WebSocket may be opened: from our own pages, from an allowed site, or by no browser at all."""
        origin = _header(scope, b"origin")
        if origin is None or self.every or origin in self._allowed:
            return True
        return urlsplit(origin).netloc == _header(scope, b"host")

    def headers(self, origin: bytes | None) -> Headers:
        """Give the headers of an answer to a page of this origin: always the same where every site may ask."""
        if self.every:
            return _shared(EVERY)
        return _shared(origin.decode("latin-1")) + VARIES if origin in self._allowed and origin else VARIES


class Sharing:
    """ASGI middleware: allowed pages of other sites may read the answers, and are told so when they ask beforehand.

    Where every site may ask, all answers carry the same headers: `always`, for whoever writes headers anyway.
    """

    def __init__(self, app: ASGIApp, origins: Origins) -> None:
        self.app = app
        self.origins = origins
        self.always = origins.headers(None) if origins.every else ()

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] != "http":
            return self.app(scope, receive, send)
        headers = () if self.always else self.origins.headers(_header(scope, b"origin"))
        if scope["method"] == "OPTIONS" and _header(scope, b"access-control-request-method"):
            return reply(send, 204, headers + _permitted(_header(scope, b"access-control-request-headers")), b"")
        if self.always:
            return self.app(scope, receive, send)

        def shared(message: Message) -> Awaitable[None]:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *headers]
            return send(message)

        return self.app(scope, receive, shared)


def _shared(origin: str) -> Headers:
    return spelt([("Access-Control-Allow-Origin", origin), ("Access-Control-Expose-Headers", EXPOSED)])


def _permitted(wanted: bytes | None) -> Headers:
    """Permit what a page asks beforehand: our methods, and whatever headers it wants to send, since none means harm."""
    asked = ((b"access-control-allow-headers", wanted),) if wanted else ()
    permitted = spelt([("Access-Control-Allow-Methods", METHODS), ("Access-Control-Max-Age", MAX_AGE)])
    return permitted + asked + ((b"vary", b"Access-Control-Request-Headers"),)


def _header(scope: Scope, wanted: bytes) -> bytes | None:
    for name, value in scope["headers"]:
        if name == wanted:
            return bytes(value)
    return None
