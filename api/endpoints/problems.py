"""Errors outside GraphQL: whatever is raised below enters, a problem document leaves (RFC 9457).

Each kind of problem is explained at `/problems/<code>`, where its `type` leads. What is not ours is masked and logged.
"""

from collections.abc import Iterator
from http import HTTPStatus
from inspect import cleandoc
from urllib.parse import quote

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.endpoints.refusals import LOCATIONS, known
from api.endpoints.replying import Headers, reply, spelt
from api.endpoints.request_ids import request_id
from api.errors import APIError, InternalError, MethodNotAllowed, NotFound, RequestError

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = "1"


class Problems:
    """ASGI middleware: every exception from below becomes a problem document, once."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun, root = False, scope.get("root_path", "")

        async def noticed(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, noticed)
        except Exception as error:
            if begun:
                raise  # half an answer is out; the server cuts it off and logs the reason
            told, headers = translated(error, scope)
            within = {**scope, "root_path": root}  # a mount that found nothing has left its own path there
            await reply(send, told.status, headers, document(told, within))


def translated(error: Exception, scope: Scope) -> tuple[APIError, Headers]:
    """Say an error in the words of our tree, with the headers that go with it."""
    headers = spelt([("Content-Type", MEDIA_TYPE)])
    if isinstance(error, HTTPException):
        told = _routing(error, scope)
        return told, headers + spelt((error.headers or {}).items())
    told = known(error)
    return told, headers + spelt(
        [("Retry-After", RETRY_SECONDS)]
    ) if told.status == HTTPStatus.SERVICE_UNAVAILABLE else headers


def _routing(error: HTTPException, scope: Scope) -> APIError:
    """Translate what Starlette says of a path or a method."""
    if error.status_code == HTTPStatus.NOT_FOUND:
        return NotFound(f"nothing is served at {scope['path']}")
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return MethodNotAllowed(f"{scope['method']} is not for this path")
    return RequestError(error.detail) if error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR else known(error)


def document(error: APIError, scope: Scope) -> bytes:
    """Write a problem document; its `type` is a page of this server."""
    members: dict[str, object] = {
        "type": f"{scope.get('root_path', '')}/problems/{slug(error.code)}",
        "title": error.title,
        "status": error.status,
        "detail": error.message,
        "code": error.code,
        "instance": quote(scope["path"]),
        **{name: each for name, each in error.members.items() if name != LOCATIONS},  # of a document nobody sent
    }
    if isinstance(error, InternalError):
        members["requestId"] = request_id()
    return orjson.dumps(members)


def slug(code: str) -> str:
    """Spell a code as a path segment: `BAD_CURSOR` is `bad-cursor`."""
    return code.lower().replace("_", "-")


def kinds() -> dict[str, type[APIError]]:
    """Return the kinds of problem by the last segment of their page; of kinds with one code, the general one."""
    found: dict[str, type[APIError]] = {}
    for kind in _tree(APIError):
        found.setdefault(slug(kind.code), kind)
    return found


def _tree(kind: type[APIError]) -> Iterator[type[APIError]]:
    if kind is not APIError:
        yield kind
    for child in kind.__subclasses__():
        yield from _tree(child)


def explained(kind: type[APIError]) -> dict[str, object]:
    """Explain a kind of problem: what it means, from the class itself."""
    meaning = cleandoc(kind.__doc__ or "").replace("\n", " ")
    return {"code": kind.code, "status": kind.status, "title": kind.title, "meaning": meaning}


def routes() -> list[Route]:
    """Give the routes of the pages that explain problems."""
    return [Route("/problems", listed), Route("/problems/{code}", explain)]


async def listed(request: Request) -> Response:
    """Answer with every kind of problem there is."""
    root = request.scope.get("root_path", "")
    every = [{"type": f"{root}/problems/{name}", **explained(kind)} for name, kind in sorted(kinds().items())]
    return Response(orjson.dumps({"problems": every}), media_type="application/json")


async def explain(request: Request) -> Response:
    """Answer with one kind of problem; the code may be spelt either way."""
    kind = kinds().get(slug(request.path_params["code"]))
    if kind is None:
        raise NotFound(f"there is no problem `{request.path_params['code']}`; /problems lists them")
    return Response(orjson.dumps(explained(kind)), media_type="application/json")
