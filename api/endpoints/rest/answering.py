"""Answers one request of the REST API: an operation and a URL enter, one question goes to the mill, JSON leaves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import orjson
from starlette.types import Scope, Send

from api.endpoints.caching import Caching
from api.endpoints.preconditions import ASK_AGAIN, matches
from api.endpoints.questions import Question
from api.endpoints.rest import composing, links, parameters, validators
from api.endpoints.rest.arguments import paged
from api.endpoints.rest.choosing import ON_A_PAGE, chosen
from api.endpoints.rest.composing import PLAIN, Frame, composed
from api.endpoints.rest.formats import MEDIA_TYPES
from api.endpoints.rest.operations import Operation
from api.endpoints.rest.parameters import Given, ParametersRefused
from api.endpoints.rest.resources import HOMES
from api.endpoints.rest.routing import Found
from api.endpoints.rest.sending import header, respond
from api.endpoints.rest.showing import plain
from api.errors import NotFound

Answer: TypeAlias = Mapping[str, Any]  # Any: JSON, as the database wrote it

ONLY_REVISION = Question(f"{{ meta: dataset {{ {composing.REVISION} }} }}")


@dataclass(frozen=True, slots=True)
class Read:
    """A request that was understood: what to ask, and what digests it for an ETag."""

    found: Found
    operation: Operation
    given: Given
    names: tuple[str, ...]
    asked: Question
    sown: bytes

    @property
    def variables(self) -> Mapping[str, object]:
        """The variables of the question."""
        return self.asked.variables or {}


def understood(
    found: Found, operation: Operation, query_string: bytes, frame: Frame = PLAIN, default_page: int = 0
) -> Read:
    """Turn a URL into a question; raises ParametersRefused with every fault. Pages both ways need a default size."""
    given = parameters.read(query_string, operation.parameters)
    variables = paged(given.variables, default_page) if "before" in operation.parameters else given.variables
    names = chosen(operation.fields, given, operation.always)
    extras = tuple(name for name in ON_A_PAGE if name in given.names("include"))
    asked = Question(composed(operation, names, extras, frame), variables | key_of(found))
    return Read(found, operation, given, names, asked, validators.seed(asked, found.format))


def key_of(found: Found) -> dict[str, object]:
    """Read the key in a path as the variable of its argument."""
    if found.operation.key is None:
        return {}
    name, kind = found.operation.key
    try:
        return {name: kind.read(found.key or "")}
    except ValueError as fault:
        raise ParametersRefused([{"parameter": name, "detail": str(fault)}]) from None


def held(read: Read, data: Answer) -> Any:
    """Return what the last field of an answer holds; raises NotFound where the first one found nothing."""
    content = data["data"]
    for step in read.operation.steps[1:]:
        if content is None:
            break
        content = content[step.name]
    if content is None:
        what, key = read.operation.steps[0].name, read.found.key
        raise NotFound(f"there is no {what} `{key}`" if key is not None else f"no {what} was found")
    return content


def body(read: Read, scope: Scope, content: Any) -> bytes:
    """Write the body of an answer: a list always stands in an object, under `nodes`."""
    if read.operation.form == "list":
        content = {"nodes": content}
    elif read.operation.form == "reference":
        content = at_home(scope, content)
    elif read.operation.form == "page" and read.operation.node is None:
        content["edges"] = [edge | {"node": at_home(scope, edge["node"])} for edge in content["edges"]]
    return orjson.dumps(content)


def at_home(scope: Scope, node: Answer) -> dict[str, object]:
    """Show a node of any type plainly, and say where it lives."""
    shown = plain(node)
    return {**shown, "href": links.root(scope) + links.home(HOMES[str(shown["__typename"])], shown)}


class Answers:
    """Answers in JSON, and tells clients whose copy is still good that it is."""

    def __init__(self, caching: Caching, default_page: int) -> None:
        self._caching = caching
        self._default_page = default_page

    async def answer(self, found: Found, scope: Scope, send: Send) -> None:
        """Answer with one object or one page."""
        read = understood(found, found.operation, scope["query_string"], default_page=self._default_page)
        if await self.is_unchanged(read.sown, scope, send):
            return
        data = await self.ask(read.asked)
        content = held(read, data)
        told = marked(data, read.sown) | {"Content-Type": MEDIA_TYPES[found.format]}
        if read.operation.form == "page":
            backwards = "before" in read.operation.parameters
            told["Link"] = links.pages(scope, content["pageInfo"], backwards=backwards)
        await respond(scope, send, 200, told, body(read, scope, content))

    async def ask(self, question: Question) -> Answer:
        """Ask the mill the one question of a request."""
        data: Answer = orjson.loads(await self._caching.data(question))
        return data

    async def is_unchanged(self, sown: bytes, scope: Scope, send: Send) -> bool:
        """Answer 304 where the client's copy is still good; of clients without one nothing is asked."""
        if not (copy := header(scope, b"if-none-match")):
            return False
        told = marked(orjson.loads(await self._caching.data(ONLY_REVISION)), sown)
        if not matches(copy, told["ETag"]):
            return False
        await respond(scope, send, 304, told | {"Vary": "Accept-Encoding"})  # as the 200 has it, which was compressed
        return True


def marked(data: Answer, sown: bytes) -> dict[str, str]:
    """Return the headers of every answer: what it was read from, and that it is to be asked for again each time."""
    revision = data["meta"]["revision"]
    return {
        "ETag": validators.etag(revision, sown),
        "Cache-Control": ASK_AGAIN,
        "Parley-Revision": str(revision["number"]),
    }
