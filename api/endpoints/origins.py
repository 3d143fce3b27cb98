"""Which pages of other sites may ask: CORS headers for fetching, and a check for WebSocket, which CORS does not guard.

Answers hold public content and depend on no cookie, so every site may ask unless the setting says otherwise.
"""

from urllib.parse import urlsplit

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Scope

EVERY = "*"
NONE = "none"
EXPOSED = ("ETag", "Link", "Retry-After", "X-Request-ID")
MAX_AGE = 86_400


class Origins:
    """The origins allowed, such as `https://maps.example`; `*` allows every one, `none` only this server's own."""

    def __init__(self, allowed: str) -> None:
        self._allowed = [origin.rstrip("/") for origin in allowed.split() if origin != NONE]

    def allow(self, scope: Scope) -> bool:
        """Tell whether a WebSocket may be opened: from our own pages, from an allowed site, or by no browser at all."""
        headers = {name: value.decode("latin-1") for name, value in scope["headers"] if name in {b"origin", b"host"}}
        origin = headers.get(b"origin")
        if origin is None or EVERY in self._allowed or origin in self._allowed:
            return True
        return bool(urlsplit(origin).netloc == headers.get(b"host"))

    def shared(self, app: ASGIApp) -> ASGIApp:
        """Wrap an application so that allowed pages of other sites may read its answers."""
        if not self._allowed:
            return app
        return CORSMiddleware(
            app,
            allow_origins=self._allowed,
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=[EVERY],
            expose_headers=EXPOSED,
            max_age=MAX_AGE,
        )
