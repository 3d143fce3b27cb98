"""Answers a request for a feed: one question to the mill, and the writer of its format."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from starlette.types import Scope, Send

from api.endpoints.rest import links
from api.endpoints.rest.answering import Answer, Answers, Read, held, marked, understood
from api.endpoints.rest.composing import REVISION, Frame
from api.endpoints.rest.exporting.choosing import credited
from api.endpoints.rest.feeds import atom, json_feed
from api.endpoints.rest.feeds.entries import Feed, entries, feed_id, printable, title
from api.endpoints.rest.formats import MEDIA_TYPES
from api.endpoints.rest.operations import Operation
from api.endpoints.rest.paths import raw_path
from api.endpoints.rest.routing import Found
from api.endpoints.rest.sending import respond
from api.endpoints.rest.showing import ARGUMENTS

SHOWN = ("id", "key", "author", "source", "title", "excerpt", "text", "language", "published", "url", "hashtags")
LEFT_OUT = {"after", "before", "fields", "include", "span.unit"}
NEWEST_FIRST = [{"by": "PUBLISHED", "direction": "DESC"}]

FRAME = Frame(
    dataset=f"name citation licences {REVISION}",
    root="revisions(first: 100) { nodes { number committedAt } }",
    names={
        "hashtag": "display",
        "place": f"name{ARGUMENTS['Place', 'name']}",
        "source": "title",
        "thread": "title",
        "account": "handle",
    },
)

WRITERS: Mapping[str, Callable[[Feed], bytes]] = {"atom": atom.written, "feed.json": json_feed.written}


@lru_cache(maxsize=64)
def fed(operation: Operation) -> Operation:
    """Return what is asked for a feed: what its entries show, and the parameters that choose posts."""
    asked = {name: each for name, each in operation.parameters.items() if name not in LEFT_OUT}
    names = (*SHOWN, "provenance")
    fields = {name: replace(credited("Post", name, operation.fields[name]), at_once=True) for name in names}
    return replace(operation, parameters=asked, fields=fields)


class Feeds:
    """Answers with feeds."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    async def answer(self, found: Found, scope: Scope, send: Send) -> None:
        """Answer with one feed."""
        read = understood(found, fed(found.operation), scope["query_string"], FRAME)
        if await self._answers.is_unchanged(read.sown, scope, send):
            return
        variables = {"orderBy": NEWEST_FIRST} | dict(read.variables)
        data = await self._answers.ask(replace(read.asked, variables=variables))
        feed = made(read, scope, data, held(read, data)["nodes"])
        told = marked(data, read.sown) | {"Content-Type": MEDIA_TYPES[found.format]}
        await respond(scope, send, 200, told, WRITERS[found.format](feed))


def made(read: Read, scope: Scope, data: Answer, nodes: list[Answer]) -> Feed:
    """Make a feed of an answer."""
    dataset, path = data["meta"], raw_path(scope)
    query = scope["query_string"].decode("latin-1")
    here = links.address(scope, {})
    searched = str(read.variables.get("search", "")) or None
    return Feed(
        id=feed_id(f"{path}?{query}"),
        title=printable(title(data, read.operation.steps[0].name, searched)),
        description=printable(dataset["citation"]),
        address=here,
        page=here.replace(f".{read.found.format}", "", 1),
        updated=dataset["revision"]["committedAt"],
        revision=dataset["revision"]["number"],
        rights=printable("; ".join(dataset["licences"])),
        entries=entries(nodes, data["revisions"]["nodes"], f"{links.root(scope)}/posts"),
    )
