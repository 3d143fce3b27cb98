"""The REST API as routes: a request to `/openapi.json` or below `/api/v1` enters, the answer to one question leaves."""

from typing import NoReturn

import strawberry
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match, NoMatchFound
from starlette.types import Receive, Scope, Send

from api import database
from api.endpoints.caching import Caching
from api.endpoints.documents import Documents
from api.endpoints.mill import Mill
from api.endpoints.rest.answering import Answers
from api.endpoints.rest.exporting.reading import bounds
from api.endpoints.rest.exporting.sending import Exports
from api.endpoints.rest.feeds.answering import Feeds
from api.endpoints.rest.formats import EXPORTS, FEEDS, MEDIA_TYPES, formats
from api.endpoints.rest.index import Description, index
from api.endpoints.rest.openapi.document import document
from api.endpoints.rest.openapi.examples import kept
from api.endpoints.rest.operations import operations
from api.endpoints.rest.paths import ROOT, raw_path
from api.endpoints.rest.routing import Routes
from api.endpoints.rest.sending import check_accepted
from api.endpoints.rest.stored.answering import PATH, StoredQueries
from api.endpoints.rest.stored.reading import stored
from api.schema import promise
from api.settings import Settings

ALLOWED = {"Allow": "GET, HEAD"}
DESCRIPTION = "/openapi.json"


class Rest(BaseRoute):
    """The whole REST API as one route. No mount: the prefix an application is served under stays what it is.

    Exports have an engine of their own, so that a slow reader takes no connection from anybody else.
    """

    def __init__(self, schema: strawberry.Schema, caching: Caching, documents: Documents, chosen: Settings) -> None:
        promised, bounded = promise(schema), bounds(chosen)
        self._engine = database.create(chosen.reading_url, bounded)
        self._operations = operations(promised)
        self._routes = Routes(self._operations, {each: formats(each) for each in self._operations})
        self._answers = Answers(caching, chosen.default_page)
        self._feeds = Feeds(self._answers)
        self._exports = Exports(Mill(schema, self._engine, bounded), self._answers)
        self._queries = StoredQueries(stored(promised, documents.named), self._answers)
        self._description = Description(lambda: document(promised, kept(), self._queries.stored))

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Take `/openapi.json`, `/api/v1` and what is below."""
        path = raw_path(scope) if scope["type"] == "http" else ""
        ours = path in {ROOT, DESCRIPTION} or path.startswith(f"{ROOT}/")
        return (Match.FULL if ours else Match.NONE), {}

    def url_path_for(self, name: str, /, **_parameters: object) -> NoReturn:
        """Know no names: addresses are made in `links`."""
        raise NoMatchFound(name, {})

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["method"] not in {"GET", "HEAD"}:
            raise HTTPException(405, headers=ALLOWED)
        whole = raw_path(scope)
        path = whole.removeprefix(ROOT)
        if whole == DESCRIPTION:
            await self._description(scope, receive, send)
        elif path == "":
            await index(self._operations, scope, send)
        elif path == PATH or path.startswith(f"{PATH}/"):
            await self._queries.answer(path, scope, send)
        else:
            await self._resource(path, scope, receive, send)

    async def _resource(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        found = self._routes.find(path)
        check_accepted(scope, MEDIA_TYPES[found.format])
        if found.format in EXPORTS:
            await self._exports.answer(found, scope, receive, send)
        elif found.format in FEEDS:
            await self._feeds.answer(found, scope, send)
        else:
            await self._answers.answer(found, scope, send)

    def close(self) -> None:
        """Let the threads and connections of exports go."""
        self._exports.close()
        self._engine.dispose()
