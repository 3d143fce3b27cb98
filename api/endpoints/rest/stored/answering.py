"""Answers a request for a stored query: its variables come from the URL, its data leaves as JSON, lines or a table."""

from collections.abc import Callable, Mapping
from urllib.parse import unquote

import orjson
from starlette.types import Scope, Send

from api.endpoints.questions import Question
from api.endpoints.rest import parameters, validators
from api.endpoints.rest.answering import Answers, marked
from api.endpoints.rest.exporting.rows import csv_of, ndjson_of
from api.endpoints.rest.formats import MEDIA_TYPES
from api.endpoints.rest.links import root
from api.endpoints.rest.sending import check_accepted, respond
from api.endpoints.rest.stored.reading import META, Stored
from api.errors import NotFound

WRITERS: Mapping[str, Callable[[dict[str, object]], bytes]] = {"json": orjson.dumps, "ndjson": ndjson_of, "csv": csv_of}
PATH = "/queries"


class StoredQueries:
    """Answers everything below `/api/v1/queries`."""

    def __init__(self, stored: Mapping[str, Stored], answers: Answers) -> None:
        self.stored = stored
        self._answers = answers

    async def answer(self, path: str, scope: Scope, send: Send) -> None:
        """Answer one stored query, or list them all."""
        name, _, suffix = unquote(path.removeprefix(PATH).strip("/")).partition(".")
        if not name:
            await respond(scope, send, 200, {"Content-Type": MEDIA_TYPES["json"]}, orjson.dumps(self._listed(scope)))
            return
        query, suffix = self.stored.get(name), suffix or "json"
        if query is None or suffix not in WRITERS:
            raise NotFound(f"there is no stored query at {unquote(path)}; {PATH} lists them")
        check_accepted(scope, MEDIA_TYPES[suffix])
        given = parameters.read(scope["query_string"], query.parameters)
        asked = Question(query.document, given.variables)
        sown = validators.seed(asked, suffix)
        if await self._answers.is_unchanged(sown, scope, send):
            return
        data = dict(await self._answers.ask(asked))
        told = marked({"meta": data.pop(META)}, sown) | {"Content-Type": MEDIA_TYPES[suffix]}
        await respond(scope, send, 200, told, WRITERS[suffix](data))

    def _listed(self, scope: Scope) -> dict[str, object]:
        listed = [
            {
                "name": each.name,
                "description": each.description,
                "href": f"{root(scope)}{PATH}/{each.name}",
                "parameters": [
                    {"name": one.name, "required": one.required, "description": one.description}
                    for one in each.parameters.values()
                ],
            }
            for each in self.stored.values()
        ]
        return {"nodes": listed}
