"""Asks for an export without a server: a path and parameters enter, an export that can be written leaves."""

from collections.abc import Sequence
from urllib.parse import urlencode

import strawberry

from api.endpoints.mill import Mill
from api.endpoints.rest.answering import understood
from api.endpoints.rest.exporting.choosing import FRAME, exported, writer
from api.endpoints.rest.exporting.reading import Export
from api.endpoints.rest.formats import EXPORTS, formats
from api.endpoints.rest.operations import operations
from api.endpoints.rest.routing import Routes
from api.errors import NotFound
from api.schema import promise


def asked(schema: strawberry.Schema, mill: Mill, path: str, parameters: Sequence[tuple[str, str]]) -> Export:
    """Return the export that a path such as `posts.csv` asks for; NotFound where there is none."""
    every = operations(promise(schema))
    found = Routes(every, {each: formats(each) for each in every}).find(f"/{path.strip('/')}")
    if found.format not in EXPORTS:
        raise NotFound(f"`{path}` is no export: end it with .{', .'.join(EXPORTS)}")
    read = understood(found, exported(found.operation, found.format), urlencode(parameters).encode(), FRAME)
    return Export(mill, read, writer(read, found.format))
