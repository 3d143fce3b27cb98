"""Compression of answers: zstd, brotli or gzip, by Accept-Encoding, for everything that is text."""

from collections.abc import Awaitable

from starlette.types import ASGIApp, Receive, Scope, Send
from starlette_compress import CompressMiddleware, add_compress_type

from api.endpoints import problems
from api.endpoints.negotiation import RESPONSE
from api.endpoints.rest.formats import MEDIA_TYPES

COMPRESSED_FROM = 1024
"""Bytes below which an answer is not worth compressing."""
COMPRESSED = (RESPONSE, problems.MEDIA_TYPE, *MEDIA_TYPES.values())
"""What is text though the middleware does not know it, such as tables and feeds."""


class Compressing:
    """Compresses answers for those who take them so; the others are answered without a detour."""

    def __init__(self, app: ASGIApp) -> None:
        for media_type in COMPRESSED:
            add_compress_type(media_type.partition(";")[0])
        self.app = app
        self.compressing = CompressMiddleware(app, minimum_size=COMPRESSED_FROM)

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] == "http":
            for name, _ in scope["headers"]:
                if name == b"accept-encoding":
                    return self.compressing(scope, receive, send)
        return self.app(scope, receive, send)
