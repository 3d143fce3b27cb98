"""Sends answers: headers of a request are read here, and a HEAD is answered with a GET's headers alone."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.types import Scope, Send

from api.endpoints.negotiation import welcome
from api.endpoints.replying import spelt
from api.errors import NotAcceptable


def header(scope: Scope, name: bytes) -> str:
    """Return a request's header, several of one name as one list; empty where there is none."""
    return ", ".join(value.decode("latin-1") for key, value in scope["headers"] if key == name)


def check_accepted(scope: Scope, media_type: str) -> None:
    """Raise NotAcceptable for a client that says it cannot read this type: the path alone chooses the format."""
    offered = media_type.partition(";")[0]
    if not welcome(header(scope, b"accept"), offered):
        raise NotAcceptable(f"this path answers in `{offered}`; other formats have paths of their own, such as .csv")


async def respond(scope: Scope, send: Send, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
    """Send a whole answer."""
    length = {} if status == HTTPStatus.NOT_MODIFIED else {"Content-Length": str(len(body))}
    wire = spelt([*headers.items(), *length.items()])
    await send({"type": "http.response.start", "status": status, "headers": list(wire)})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
