"""The REST API as one route: a request below `/api/v1` enters, the answer to one question leaves."""

from typing import NoReturn

from graphql import GraphQLSchema
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match, NoMatchFound
from starlette.types import Receive, Scope, Send

from api.endpoints.mill import Mill
from api.endpoints.milling import Milling
from api.endpoints.rest.answering import Answers
from api.endpoints.rest.exporting.sending import Exports
from api.endpoints.rest.feeds.answering import Feeds
from api.endpoints.rest.formats import EXPORTS, FEEDS, MEDIA_TYPES, formats
from api.endpoints.rest.operations import operations
from api.endpoints.rest.paths import ROOT, raw_path
from api.endpoints.rest.routing import Routes
from api.endpoints.rest.sending import check_accepted

ALLOWED = {"Allow": "GET, HEAD"}


class Rest(BaseRoute):
    """Everything below `/api/v1`. No mount: the prefix an application is served under stays what it is."""

    def __init__(self, schema: GraphQLSchema, milling: Milling, exporting: Mill, default_page: int) -> None:
        every = operations(schema)
        self._routes = Routes(every, {each: formats(each) for each in every})
        self._answers = Answers(milling, default_page)
        self._feeds = Feeds(self._answers)
        self.exports = Exports(exporting, self._answers)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Take what is below `/api/v1`."""
        ours = scope["type"] == "http" and raw_path(scope).startswith(f"{ROOT}/")
        return (Match.FULL if ours else Match.NONE), {}

    def url_path_for(self, name: str, /, **_parameters: object) -> NoReturn:
        """Know no names: addresses are made in `links`."""
        raise NoMatchFound(name, {})

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["method"] not in {"GET", "HEAD"}:
            raise HTTPException(405, headers=ALLOWED)
        found = self._routes.find(raw_path(scope).removeprefix(ROOT))
        scope["path_template"] = ROOT + found.template
        check_accepted(scope, MEDIA_TYPES[found.format])
        if found.format in EXPORTS:
            await self.exports.answer(found, scope, receive, send)
        elif found.format in FEEDS:
            await self._feeds.answer(found, scope, send)
        else:
            await self._answers.answer(found, scope, send)
