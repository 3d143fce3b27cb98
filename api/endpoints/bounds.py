"""The limits in force, so that a client need not find them by trial: the settings enter, a JSON object leaves."""

from functools import partial
from typing import Final

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.settings import Settings, variable

LIMITS: Final = (
    "page_limit",
    "default_page",
    "nested_page",
    "list_depth",
    "selection_depth",
    "filter_depth",
    "cost_limit",
    "token_limit",
    "alias_limit",
    "root_field_limit",
    "directive_limit",
    "response_key_repeats",
    "selected_field_limit",
    "body_limit",
    "statement_timeout",
)


def limits(settings: Settings) -> dict[str, dict[str, object]]:
    """Return each limit with its value, what it means, and the variable that sets it."""
    described = {name: Settings.model_fields[name].description for name in LIMITS}
    return {
        name: {"value": getattr(settings, name), "description": meaning, "setting": variable(name)}
        for name, meaning in described.items()
    }


def routes(settings: Settings) -> list[Route]:
    """Give the route of `/limits`."""
    return [Route("/limits", partial(show, content=orjson.dumps(limits(settings))))]


async def show(_request: Request, content: bytes) -> Response:
    """Answer with the limits."""
    return Response(content, media_type="application/json")
