"""A server of the pages and of a GraphQL endpoint that invents its answers: enough for a browser to work against."""

import json
from collections.abc import Mapping
from typing import cast

from graphql import (
    GraphQLEnumType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    build_schema,
    graphql_sync,
)
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from api.endpoints import pages

SCHEMA = build_schema("""
    "Where every question begins."
    type Query {
      "The threads of every listing."
      threads(where: ThreadWhere, orderBy: [ThreadOrder!], first: Int): ThreadConnection!
      "One tag, whatever its spelling."
      hashtag(name: String!): Hashtag
    }
    type Subscription { datasetChanged: Revision! }
    type ThreadConnection { totalCount: Int! nodes: [Thread!]! }
    type Thread {
      rank: Int!
      title: String
      coverage: Coverage!
      posts(first: Int): PostConnection!
      hashtags: [HashtagUse!]!
    }
    type PostConnection { nodes: [Post!]! }
    type Post { marker: String text: String! }
    type Coverage { visible: Int! total: Int }
    type HashtagUse { hashtag: Hashtag! }
    type Hashtag { display: String! related(first: Int = 10): [RelatedHashtag!]! }
    type RelatedHashtag { hashtag: Hashtag! count: Int! }
    type Revision { number: Int! }
    input ThreadWhere { hashtags: TagFilter }
    input TagFilter { any: [String!] }
    input ThreadOrder { by: ThreadOrderKey! }
    enum ThreadOrderKey { RANK PUBLISHED }
""")

Invented = int | str | dict[str, str] | list["Invented"]


def invent(kind: GraphQLOutputType, name: str) -> Invented:
    """Make a value of a type: its field's name for a text, 7 for a number, two of each in a list."""
    if isinstance(kind, GraphQLNonNull):
        return invent(kind.of_type, name)
    if isinstance(kind, GraphQLList):
        return [invent(kind.of_type, name), invent(kind.of_type, name)]
    if isinstance(kind, GraphQLEnumType):
        return str(next(iter(kind.values)))
    if isinstance(kind, GraphQLObjectType):
        return {}
    return 7 if str(kind) in ("Int", "Float") else f"some {name}"


def resolve(parent: object, info: GraphQLResolveInfo[None], **_arguments: object) -> object:
    """Answer a field: introspection from the object it stands on, everything else invented."""
    if info.parent_type.name.startswith("__"):
        return getattr(parent, info.field_name, None)
    return invent(info.return_type, info.field_name)


async def graphql(request: Request) -> Response:
    """Answer a browser with the query page and a query with invented data."""
    if request.method == "GET":
        return await pages.graphiql(request)
    body = cast("Mapping[str, str]", await request.json())
    result = graphql_sync(SCHEMA, body["query"], operation_name=body.get("operationName"), field_resolver=resolve)
    return JSONResponse(result.formatted, media_type="application/graphql-response+json")


async def live(socket: WebSocket) -> None:
    """Speak as much of graphql-transport-ws as one event takes."""
    await socket.accept(subprotocol="graphql-transport-ws")
    try:
        while True:
            message = json.loads(await socket.receive_text())
            if message["type"] == "connection_init":
                await socket.send_json({"type": "connection_ack"})
            elif message["type"] == "subscribe":
                payload = {"data": {"datasetChanged": {"number": 7}}}
                await socket.send_json({"id": message["id"], "type": "next", "payload": payload})
                await socket.send_json({"id": message["id"], "type": "complete"})
    except WebSocketDisconnect:
        return


async def openapi(_request: Request) -> Response:
    """Describe a REST API of one path."""
    answers = {"200": {"description": "The threads."}}
    paths = {"/api/v1/threads": {"get": {"summary": "List the threads", "responses": answers}}}
    info = {"title": "Parley", "version": "0.1.0"}
    return JSONResponse({"openapi": "3.1.0", "info": info, "paths": paths})


async def describe() -> pages.Introduction:
    """Introduce a small dataset."""
    counts = {"sources": 3, "threads": 24, "posts": 1073, "hashtags": 27, "places": 28}
    return pages.Introduction("Karabakh, in public", "Parley (2026): an invented dataset, revision 7.", 7, counts)


app = Starlette(
    routes=[
        Route("/graphql", graphql, methods=["GET", "POST"]),
        WebSocketRoute("/graphql", live),
        Route("/openapi.json", openapi),
        *pages.routes(describe),
    ]
)
