"""What tests of the REST API share: where it lies, and how an answer of GraphQL is brought beside one of REST."""

from collections.abc import Callable
from typing import Any

ROOT = "/api/v1"

Get = Callable[[str], Any]
"""Gets a path below the root and reads its JSON; see the fixture `get`."""

PAGE = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"


def innermost(data: Any, names: str) -> Any:
    """Follow dotted names into an answer of GraphQL."""
    for name in names.split("."):
        data = data[name]
    return data
