"""The application: settings enter, an ASGI application leaves, with every surface wired to one mill."""

import gc
import logging
from asyncio import Event
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version

import orjson
from sqlalchemy import Engine
from starlette.routing import Router
from starlette.types import ASGIApp, Receive, Scope, Send

from api import database, settings
from api.database import migrating
from api.database.asking import asker
from api.endpoints import bounds, health, pages, problems
from api.endpoints.caching import Caching
from api.endpoints.compressing import Compressing
from api.endpoints.csp import SecurityHeaders
from api.endpoints.current import Current
from api.endpoints.documents import Documents
from api.endpoints.graphql import GraphQL
from api.endpoints.introducing import introducing
from api.endpoints.mill import Mill
from api.endpoints.milling import Milling
from api.endpoints.questions import Bodies, Question
from api.endpoints.request_ids import RequestIds
from api.endpoints.rest.application import Rest
from api.endpoints.sharing import Origins, Sharing
from api.endpoints.shortcut import AT_HAND, shortcut
from api.endpoints.stopping import told_of
from api.endpoints.streams import Streams
from api.endpoints.watching import Watcher
from api.errors import APIError
from api.schema import build, promise
from api.settings import Settings

log = logging.getLogger("parley")

REVISION = Question("{ dataset { revision { number } } }")

BODIES_SHARE = 8
"""Of the memory for responses, one part in so many is for the requests that ask for them."""


def from_environment() -> ASGIApp:
    """Make the application of the environment's settings: what a server's worker imports."""
    return create(settings.read())


def create(chosen: Settings) -> ASGIApp:
    """Make the application; raises a StartupError when a setting cannot be used, or promise and storage disagree.

    A database that cannot be reached, or has other tables, is no reason not to start: `/readyz` says what to do.
    """
    engine = database.create(chosen.reading_url, chosen)
    schema = build()
    milling = Milling(Mill(schema, engine, chosen, stamped=True), chosen.pool_size)
    remembered = chosen.cache_bytes - chosen.cache_bytes // BODIES_SHARE
    caching = Caching(milling.answer, Current(milling.stamp), remembered, salt(chosen))
    ready, stopping, origins = readiness(milling, engine), Event(), Origins(chosen.allowed_origins)
    documents = Documents(chosen.trusted_documents, only=chosen.trusted_only)
    streams = Streams(promise(schema), milling, Watcher(revision_of(milling)))
    bodies = Bodies(chosen.cache_bytes // BODIES_SHARE)
    graphql = GraphQL(caching, streams, documents, origins, stopping, bodies, chosen.body_limit)
    rest = Rest(schema, caching, documents, chosen)
    routes = [
        *pages.routes(introducing(milling)),
        *health.routes(ready),
        *bounds.routes(chosen),
        *problems.routes(),
        rest,
    ]
    closing = (rest.close, milling.close, engine.dispose)
    handed = {AT_HAND: shortcut(graphql, origins.headers(None))} if origins.every else {}
    others = Router(routes, redirect_slashes=False, lifespan=lifespan(ready, stopping, closing, handed))
    front = Front(graphql, SecurityHeaders(problems.Problems(others)))
    sharing = Sharing(Compressing(front), origins)
    return RequestIds(sharing, sharing.always)


def salt(chosen: Settings) -> str:
    """What answers depend on beside the dataset: this program, and the sizes of pages nobody asked for."""
    return f"{version('parley')} {chosen.default_page} {chosen.nested_page} {chosen.page_limit}"


Living = Callable[[object], AbstractAsyncContextManager[Mapping[str, object]]]


class Front:
    """Sends a request to the GraphQL endpoint, at the least cost there is, or to the routes of everything else."""

    def __init__(self, graphql: ASGIApp, others: ASGIApp) -> None:
        self.graphql = graphql
        self.others = others

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] != "lifespan" and scope["path"] == f"{scope.get('root_path', '')}/graphql":
            return self.graphql(scope, receive, send)
        scope["app"] = self  # tells Starlette's routes to raise what they refuse
        return self.others(scope, receive, send)


def revision_of(milling: Milling) -> Callable[[], Awaitable[int]]:
    """Return the function that asks for the current revision's number, as any client would."""

    async def revision() -> int:
        number: int = orjson.loads(await milling.data(REVISION))["dataset"]["revision"]["number"]
        return number

    return revision


def readiness(milling: Milling, engine: Engine) -> health.Ready:
    """Return the function that tells whether queries can be answered: right tables, and a trivial answer."""
    wanted, revision, ask = migrating.newest(), revision_of(milling), asker(engine)

    def check() -> None:
        migrating.checked(migrating.current_by(ask), wanted)

    async def ready() -> int:
        await milling.run(check)
        return await revision()

    return ready


def lifespan(
    ready: health.Ready, stopping: Event, closing: Iterable[Callable[[], None]], handed: Mapping[str, object]
) -> Living:
    """Return what happens when a server starts, and when it stops: `stopping` ends the streams still open.

    `handed` is what the server is given as the lifespan's state.
    """

    @asynccontextmanager
    async def living(_app: object) -> AsyncGenerator[dict[str, object], None]:
        try:
            await ready()
        except APIError as error:
            log.warning("not ready to answer: %s", error.message)
        gc.collect()
        gc.freeze()
        with told_of(stopping):
            yield dict(handed)
        for close in closing:
            close()

    return living
