"""The last step: a status, headers and a body enter, the two messages of an ASGI answer leave."""

from collections.abc import Iterable
from typing import NamedTuple

from starlette.types import Send

from api.endpoints import csp

Headers = tuple[tuple[bytes, bytes], ...]


def spelt(headers: Iterable[tuple[str, str]]) -> Headers:
    """Spell headers as ASGI wants them."""
    return tuple((name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers)


GUARD = spelt(csp.headers(csp.DATA).items())
"""What a browser may do with data: nothing. Ready-made, since every answer carries it."""


class Whole(NamedTuple):
    """The headers and the body of a whole answer."""

    headers: Headers
    body: bytes


def whole(headers: Headers, body: bytes) -> Whole:
    """Put an answer together: its length is told."""
    return Whole((*headers, (b"content-length", b"%d" % len(body))), body)


async def reply(send: Send, status: int, headers: Headers, body: bytes) -> None:
    """Send a whole answer."""
    answer = whole(headers, body)
    await send({"type": "http.response.start", "status": status, "headers": list(answer.headers)})
    await send({"type": "http.response.body", "body": answer.body})
