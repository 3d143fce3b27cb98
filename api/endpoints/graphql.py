"""The GraphQL endpoint: HTTP, server-sent events and WebSocket at one path, by the GraphQL-over-HTTP specification.

A request enters, the bytes that the database wrote leave. This is the hot path, so it is plain ASGI: a warm query
passes one parse of its body, one hand-over to a worker thread and two messages.
"""

from asyncio import Event
from collections.abc import Iterable
from typing import NamedTuple

import orjson
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from api.endpoints import pages, sockets
from api.endpoints.caching import Caching
from api.endpoints.documents import Documents
from api.endpoints.events import Events
from api.endpoints.negotiation import JSON, RESPONSE, Accepted, accepted
from api.endpoints.preconditions import ASK_AGAIN
from api.endpoints.questions import Bodies, Gone, Question, check_media_type, from_query_string, is_json, read_body
from api.endpoints.refusals import NotAQuery, known, status, wire
from api.endpoints.replying import GUARD, Headers, Whole, reply, spelt, whole
from api.endpoints.sharing import Origins
from api.endpoints.streams import Streams
from api.errors import APIError, BodyTooLarge, MethodNotAllowed, NotAcceptable

METHODS = "GET, HEAD, POST"

HEADERS: dict[str, Headers] = {
    media_type: (*spelt([("Content-Type", f"{media_type}; charset=utf-8"), ("Vary", "Accept")]), *GUARD)
    for media_type in (JSON, RESPONSE)
}
REVALIDATED = spelt([("Cache-Control", ASK_AGAIN)])
UNCHANGED = (*spelt([("Vary", "Accept, Accept-Encoding")]), *GUARD)  # as the 200 has it, which may have been compressed
ALLOW = spelt([("Allow", METHODS)])
ALLOW_POST = spelt([("Allow", "POST")])
CLOSE = spelt([("Connection", "close")])


class Head(NamedTuple):
    """The headers of a request that matter here; `accept` may be several, and is one list then."""

    accept: bytes
    content_type: bytes
    content_encoding: bytes
    content_length: bytes


def head(headers: Iterable[tuple[bytes, bytes]]) -> Head:
    """Pick the headers that matter, empty where they are not sent."""
    accept = content_type = content_encoding = content_length = b""
    for name, value in headers:
        if name == b"accept":
            accept = accept + b"," + value if accept else value
        elif name == b"content-type":
            content_type = content_type + b"," + value if content_type else value
        elif name == b"content-encoding":
            content_encoding = content_encoding + b"," + value if content_encoding else value
        elif name == b"content-length":
            content_length = value
    return Head(accept, content_type, content_encoding, content_length)


class GraphQL:
    """The endpoint as an ASGI application."""

    def __init__(
        self,
        caching: Caching,
        streams: Streams,
        documents: Documents,
        origins: Origins,
        stopping: Event,
        bodies: Bodies,
        body_limit: int,
    ) -> None:
        self._caching = caching
        self._bodies = bodies
        self._streams = streams
        self._documents = documents
        self._origins = origins
        self._events = Events(stopping)
        self._body_limit = body_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
            return
        sent = head(scope["headers"])
        wanted = accepted(sent.accept.decode("latin-1"))
        if wanted.page and scope["method"] in {"GET", "HEAD"}:
            await (await pages.graphiql(Request(scope)))(scope, receive, send)
            return
        try:
            asked = await self._question(scope, receive, sent, wanted)
        except Gone:
            return
        except APIError as error:
            await self._refuse(send, error, wanted.json or JSON)
            return
        if wanted.json is None:
            await self._events.send(lambda: self._streams.results(asked), receive, send)
            return
        await self._answer(scope, receive, send, asked, wanted)

    def at_hand(self, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> Whole | None:
        """Answer a POST request whose answer is remembered and known to be current; None for any other."""
        asked = self._bodies.known(body)
        if asked is None or not self._says_all(asked):
            return None
        sent = head(headers)
        media_type = accepted(sent.accept.decode("latin-1")).json
        if media_type is None or not is_json(sent.content_type, sent.content_encoding):
            return None
        data = self._caching.at_hand(asked)
        return None if data is None else whole(HEADERS[media_type], b'{"data":%b}' % data)

    async def _question(self, scope: Scope, receive: Receive, sent: Head, wanted: Accepted) -> Question:
        """Read what is asked; raises an APIError when it is no request for this endpoint."""
        method = scope["method"]
        if method not in {"POST", "GET", "HEAD"}:
            raise MethodNotAllowed(f"{method} is not for this path: send a query by POST or GET")
        if wanted.json is None and not wanted.events:
            raise NotAcceptable(f"answers are `{JSON}`, `{RESPONSE}` or, as a stream, `text/event-stream`")
        if method == "POST":
            check_media_type(sent.content_type, sent.content_encoding)
            asked = self._bodies.question(await read_body(receive, sent.content_length, self._body_limit))
        else:
            asked = from_query_string(scope["query_string"])
        return self._filled(asked)

    def _says_all(self, asked: Question) -> bool:
        """Tell whether a question holds its document, and any document may be asked."""
        return asked.extensions is None and asked.document_id is None and not self._documents.only

    def _filled(self, asked: Question) -> Question:
        return asked if self._says_all(asked) else self._documents.filled(asked)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, asked: Question, wanted: Accepted) -> None:
        media_type = wanted.json or JSON
        try:
            if scope["method"] != "POST":
                await self._validated(scope, send, asked, media_type)
                return
            data = await self._caching.data(asked)
        except NotAQuery as other:
            if other.kind.value == "subscription" and wanted.events:
                await self._events.send(lambda: self._streams.events(asked), receive, send)
                return
            await self._refuse(send, other, media_type, by_get=scope["method"] != "POST")
        except Exception as error:  # every error is told, expected or masked
            await self._refuse(send, known(error), media_type)
        else:
            await reply(send, 200, HEADERS[media_type], b'{"data":%b}' % data)

    async def _validated(self, scope: Scope, send: Send, asked: Question, media_type: str) -> None:
        """Answer a GET: with a tag, and without a body where the client's copy is still good."""
        sent = {name: value for name, value in scope["headers"] if name in {b"if-none-match", b"accept-encoding"}}
        form = media_type.encode() + sent.get(b"accept-encoding", b"")
        tag, data = await self._caching.validated(asked, form, sent.get(b"if-none-match", b"").decode("latin-1"))
        told = ((b"etag", tag.encode()), *REVALIDATED)
        if data is None:
            await reply(send, 304, (*UNCHANGED, *told), b"")
        else:
            await reply(send, 200, (*HEADERS[media_type], *told), b'{"data":%b}' % data)

    async def _refuse(self, send: Send, error: APIError, media_type: str, *, by_get: bool = False) -> None:
        """Answer with errors alone. What is no query may not be asked by GET at all: 405, as the specification says."""
        headers = HEADERS[media_type]
        if isinstance(error, MethodNotAllowed):
            headers += ALLOW
        if isinstance(error, BodyTooLarge):
            headers += CLOSE  # the rest of the body is not read: what follows on this connection is not a request
        code = 405 if by_get else status(error, media_type)
        await reply(send, code, headers + ALLOW_POST if by_get else headers, orjson.dumps({"errors": wire(error)}))

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._origins.allow(scope):
            await receive()  # websocket.connect
            await send({"type": "websocket.close", "code": 1008, "reason": "This origin is not allowed"})
            return
        await sockets.serve(scope, receive, send, lambda asked: self._streams.results(self._filled(asked)))
