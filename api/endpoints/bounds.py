"""The limits in force, so that a client need not find them by trial: the settings enter, a JSON object leaves."""

from functools import partial
from typing import Final

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.settings import Settings, variable

OTHERS: Final = ("default_page", "nested_page", "response_key_repeats", "statement_timeout")
LIMITS: Final = tuple(name for name in Settings.model_fields if name.endswith(("_limit", "_depth")) or name in OTHERS)
"""The settings that bound what may be asked, in the order in which they are described."""


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
