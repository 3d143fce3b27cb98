"""Whether this process lives (`/healthz`), and whether it can answer queries (`/readyz`)."""

from collections.abc import Awaitable, Callable
from functools import partial

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

Ready = Callable[[], Awaitable[int]]
"""Answers a trivial query on tables of this version: the revision, or an APIError that says what to do."""

HEADERS = {"Cache-Control": "no-store"}


def routes(ready: Ready) -> list[Route]:
    """Give both routes."""
    return [Route("/healthz", healthz), Route("/readyz", partial(readyz, ready=ready))]


async def healthz(_request: Request) -> Response:
    """Answer that the process lives."""
    return _json({"status": "ok"})


async def readyz(_request: Request, ready: Ready) -> Response:
    """Answer with the revision being served; a problem (503) when queries cannot be answered."""
    return _json({"status": "ready", "revision": await ready()})


def _json(content: dict[str, object]) -> Response:
    return Response(orjson.dumps(content), headers=HEADERS, media_type="application/json")
