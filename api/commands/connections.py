"""The server's HTTP connections: bytes enter as a client sent them, an offer of HTTP/2 is passed over.

Clients of the JVM send `Upgrade: h2c` with every request to an http:// address. A server may ignore it (RFC 9110,
section 7.8); uvicorn's parser stops there instead and loses the body (its issue 2722).
"""

import re

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

OFFER = re.compile(rb"\r\nupgrade(?=:[ \t]*h2c)", re.IGNORECASE)
IGNORED = b"\r\nx-offer"
"""What an offer is called instead: a header that means nothing to anyone."""


class Connection(HttpToolsProtocol):
    """A connection on which every request is HTTP/1.1, or opens a WebSocket."""

    def data_received(self, data: bytes) -> None:
        super().data_received(OFFER.sub(IGNORED, data) if b"h2c" in data or b"H2C" in data else data)
