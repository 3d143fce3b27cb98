"""The way in: what there is below `/api/v1`, and the OpenAPI document that describes it."""

import asyncio
from collections.abc import Callable, Sequence
from hashlib import blake2b

import orjson
from starlette.types import Receive, Scope, Send

from api.endpoints.preconditions import ASK_AGAIN, matches
from api.endpoints.rest.formats import MEDIA_TYPES, formats
from api.endpoints.rest.kinds import Schema
from api.endpoints.rest.links import root
from api.endpoints.rest.operations import Operation
from api.endpoints.rest.sending import header, respond

SERVICE = '</openapi.json>; rel="service-desc", </docs>; rel="service-doc"'


async def index(operations: Sequence[Operation], scope: Scope, send: Send) -> None:
    """Answer with every path there is (RFC 8631 names the links)."""
    listed = [
        {"href": root(scope) + each.path, "summary": each.summary, "formats": ["json", *formats(each)]}
        for each in operations
    ]
    queries = {"href": f"{root(scope)}/queries", "summary": "Stored queries", "formats": ["json"]}
    body = orjson.dumps({"nodes": [*listed, queries]})
    await respond(
        scope, send, 200, {"Content-Type": MEDIA_TYPES["json"], "Link": SERVICE, "Cache-Control": ASK_AGAIN}, body
    )


class Description:
    """Answers with the OpenAPI document, which is made when it is asked for first."""

    def __init__(self, make: Callable[[], Schema]) -> None:
        self._make = make
        self._made: tuple[bytes, str] | None = None

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        if self._made is None:
            body = await asyncio.to_thread(lambda: orjson.dumps(self._make()))
            self._made = body, f'W/"{blake2b(body, digest_size=8).hexdigest()}"'
        body, tag = self._made
        told = {"Content-Type": MEDIA_TYPES["json"], "ETag": tag, "Cache-Control": ASK_AGAIN}
        if matches(header(scope, b"if-none-match"), tag):
            await respond(scope, send, 304, told)
        else:
            await respond(scope, send, 200, told, body)
