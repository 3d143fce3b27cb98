"""Where to go on: addresses of this server, and the `Link` header of a page (RFC 8288)."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlencode

from starlette.types import Scope

from api.endpoints.rest.parameters import grouped
from api.endpoints.rest.paths import ROOT, raw_path

HOST = re.compile(r"[A-Za-z0-9._~-]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?")
READABLE = "/,:*-.@"


def base(scope: Scope) -> str:
    """Return the address of this server as the client wrote it, without a path; empty where it is not sound."""
    host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
    return f"{scope['scheme']}://{host}" if HOST.fullmatch(host) else ""


def root(scope: Scope) -> str:
    """Return the address of `/api/v1`."""
    return base(scope) + quote(scope.get("root_path", "")) + ROOT


def home(template: str, node: Mapping[str, object]) -> str:
    """Fill a path such as `/threads/{key}` with what it names of a node."""
    return re.sub(r"\{(\w+)\}", lambda found: quote(str(node[found[1]])), template)


def address(scope: Scope, changes: Mapping[str, str | None]) -> str:
    """Return the address of this request with some parameters changed, or taken away where they are None."""
    given = grouped(scope["query_string"])
    kept = {name: values for name, values in given.items() if name not in changes}
    new = {name: [value] for name, value in changes.items() if value is not None}
    query = urlencode([(name, value) for name, values in (kept | new).items() for value in values], safe=READABLE)
    path = base(scope) + quote(scope.get("root_path", "")) + raw_path(scope)
    return f"{path}?{query}" if query else path


def pages(scope: Scope, info: Mapping[str, object], *, backwards: bool) -> str:
    """Return the `Link` of a page: its first page, and the next and the previous one where they are."""
    return ", ".join(f'<{each}>; rel="{relation}"' for relation, each in _pages(scope, info, backwards))


def _pages(scope: Scope, info: Mapping[str, object], backwards: bool) -> Iterator[tuple[str, str]]:
    start, end = info["startCursor"], info["endCursor"]
    if info["hasNextPage"] and end:
        yield "next", address(scope, {"after": str(end), "before": None})
    if info["hasPreviousPage"] and start and backwards:
        yield "prev", address(scope, {"before": str(start), "after": None})
    yield "first", address(scope, {"after": None, "before": None})
