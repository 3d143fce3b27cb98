"""Rows of any answer: the data of a query enters, its first list of objects leaves, as lines or as a table.

The first list is the first in reading order, outermost first; the edges of a connection count as their nodes.
"""

from collections.abc import Iterable, Iterator, Sequence

import orjson

from api.endpoints.rest.exporting.tables import cell, written
from api.endpoints.rest.exporting.writing import Node
from api.errors import NotFound


def ndjson_of(data: Node) -> bytes:
    """Write the first list's items as JSON, one a line."""
    return b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows_of(data))


def csv_of(data: Node) -> bytes:
    """Write the first list as a table: nested fields as `source.key`, lists as JSON."""
    rows = [dict(_flat(row)) for row in rows_of(data)]
    names = _columns(dict.fromkeys(name for row in rows for name in row))
    table = [names] if names else []
    return written([*table, *([cell(row.get(name)) for name in names] for row in rows)]).encode()


def _columns(names: Iterable[str]) -> list[str]:
    """Return the columns of these names; an object that is null in some rows is none, where others show its fields."""
    objects = {name[:end] for name in names for end in range(len(name)) if name[end] == "."}
    return [name for name in names if name not in objects]


def rows_of(data: Node) -> Sequence[Node]:
    """Find the first list of objects; raises NotFound where the answer has none."""
    level: list[Node] = [data]
    while level:
        for each in level:
            for value in each.values():
                if (found := _objects(value)) is not None:
                    return found
        level = [value for each in level for value in each.values() if isinstance(value, dict)]
    raise NotFound("the answer holds no list to write line by line: ask for all of it, as JSON")


def _objects(value: object) -> list[Node] | None:
    """Return the objects of a list, nulls left out and edges as their nodes; None for anything else."""
    if not isinstance(value, list) or any(not isinstance(each, dict | None) for each in value):
        return None
    objects = [each for each in value if each is not None]
    return [each["node"] if isinstance(each.get("node"), dict) else each for each in objects]


def _flat(row: Node, prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in row.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
