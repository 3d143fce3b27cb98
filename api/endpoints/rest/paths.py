"""Paths as they were sent, still percent-encoded: a key may hold slashes of its own."""

from urllib.parse import quote

from starlette.types import Scope

ROOT = "/api/v1"


def raw_path(scope: Scope) -> str:
    """Return the path below the prefix that the whole application is served under."""
    raw = scope.get("raw_path")
    path = raw.decode("latin-1") if raw else quote(scope["path"])
    return path.partition("?")[0].removeprefix(quote(scope.get("root_path", "")))
