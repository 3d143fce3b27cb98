"""The pages for people: the home page, the query page, the description of the REST API, and the files they need.

A request enters, HTML leaves, under the policy that page needs. All files lie in `static/`; no page asks another host
for anything.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Mount, Route

from api.endpoints import csp
from api.endpoints.assets import MEDIA_TYPES, Assets

STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True)
class Introduction:
    """What the home page says of the dataset: its name, citation and revision, and its counts by noun (`threads`)."""

    name: str
    citation: str
    revision: int
    counts: Mapping[str, int]


Describe = Callable[[], Awaitable[Introduction | None]]
"""Asks for the dataset being served; None while nothing has been loaded."""


async def undescribed() -> None:
    """Say nothing of the dataset."""


def routes(describe: Describe = undescribed) -> list[Route | Mount]:
    """Give the routes of every page but the query page, which shares its path with the GraphQL endpoint."""
    return [
        Route("/", partial(home, describe=describe)),
        Route("/docs", docs),
        Route("/favicon.ico", icon),
        Mount("/static/graphiql/assets", Assets(STATIC / "graphiql" / "assets", csp.GRAPHIQL)),
        Mount("/static/swagger", Assets(STATIC / "swagger", csp.SWAGGER)),
        Mount("/static/pages", Assets(STATIC / "pages", csp.HOME)),
    ]


async def home(request: Request, describe: Describe = undescribed) -> Response:
    """Answer with the page that says what Parley is and what it serves."""
    introduction = await describe()
    dataset = _NOTHING if introduction is None else _introduce(introduction)
    return _page(request, "pages/home.html", csp.HOME, **dataset)


async def graphiql(request: Request) -> Response:
    """Answer with the query page; it sends its queries to the path it was asked for at."""
    endpoint = escape(request.url.path)
    return _page(request, "graphiql/index.html", csp.GRAPHIQL, endpoint=endpoint, subscriptions=endpoint)


async def docs(request: Request) -> Response:
    """Answer with the page that draws `openapi.json`."""
    return _page(request, "swagger/index.html", csp.SWAGGER)


async def icon(_request: Request) -> Response:
    """Answer browsers that ask for an icon by its old fixed name, as they do beside JSON."""
    headers = csp.headers(csp.HOME) | {"Cache-Control": "public, max-age=86400"}
    return FileResponse(STATIC / "pages" / "icon.svg", headers=headers, media_type=MEDIA_TYPES[".svg"])


_NOTHING = {
    "name": "No dataset is loaded yet",
    "summary": "<code>parley seed reload</code> loads one.",
    "citation": "",
}


def _introduce(introduction: Introduction) -> dict[str, str]:
    counts = ", ".join(_counted(noun, count) for noun, count in introduction.counts.items())
    return {
        "name": escape(introduction.name),
        "summary": f"Revision {introduction.revision}: {counts}." if counts else f"Revision {introduction.revision}.",
        "citation": escape(introduction.citation),
    }


def _counted(nouns: str, count: int) -> str:
    return f"{count:,} {escape(nouns.removesuffix('s') if count == 1 else nouns)}"


def _page(request: Request, file: str, policy: str, **values: str) -> Response:
    """Fill in a page; `$root` is the path prefix under which the whole application is served."""
    html = _template(file).substitute(values, root=escape(request.scope.get("root_path", "").rstrip("/")))
    return HTMLResponse(html, headers=csp.headers(policy) | {"Cache-Control": "no-cache"})


@cache
def _template(file: str) -> Template:
    return Template((STATIC / file).read_text(encoding="utf-8"))
