"""The shortest way to an answer that is at hand: a request enters as the server has it, the whole answer leaves.

A server that knows of it finds it in the lifespan's state under `AT_HAND`, and asks before it starts the application
for a request (see `api/commands/connections.py`). Others never ask, and give the same answers by the long way.
"""

from collections.abc import Callable, Mapping
from typing import Any

from api.endpoints.graphql import GraphQL
from api.endpoints.replying import Headers, Whole
from api.endpoints.request_ids import label

AT_HAND = "parley.at_hand"
"""Under this name a server finds `AtHand`."""
Asked = Mapping[str, Any]  # an ASGI scope
AtHand = Callable[[Asked, bytes], Whole | None]
"""The scope of a POST request and its body in, the answer out; None where it is not at hand."""


def shortcut(graphql: GraphQL, always: Headers) -> AtHand:
    """Return the way to what the endpoint remembers, with the headers that every answer carries."""

    def at_hand(scope: Asked, body: bytes) -> Whole | None:
        if scope["path"] != f"{scope['root_path']}/graphql":
            return None
        headers = scope["headers"]
        for name, _ in headers:
            if name == b"accept-encoding":  # another form of it may be wanted
                return None
        found = graphql.at_hand(headers, body)
        return None if found is None else Whole((*found.headers, label(headers), *always), found.body)

    return at_hand
