"""Answers as lines: the data of a query enters, its first list leaves as NDJSON or as a CSV table.

The first list is the first in reading order, outermost first; the edges of a connection count as their nodes.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

import orjson

from api.errors import InvalidArgument

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula when a cell begins with it; a quote before it keeps it text."""

Data = Mapping[str, object]


def ndjson_of(data: Data) -> str:
    """Write the first list's items as JSON, one a line."""
    return "".join(f"{orjson.dumps(row).decode()}\n" for row in rows_of(data))


def csv_of(data: Data) -> str:
    """Write the first list as a table: nested fields as `source.key`, lists as JSON (RFC 4180, headed)."""
    rows = [dict(_flat(row)) for row in rows_of(data)]
    names = list(dict.fromkeys(name for row in rows for name in row))
    written = io.StringIO()
    table = csv.writer(written)
    if names:
        table.writerow(names)
    table.writerows([_cell(row.get(name)) for name in names] for row in rows)
    return written.getvalue()


def rows_of(data: Data) -> list[Data]:
    """Find the first list of objects; `InvalidArgument` where the answer has none."""
    level: list[Data] = [data]
    while level:
        for each in level:
            for value in each.values():
                if (found := _objects(value)) is not None:
                    return found
        level = [value for each in level for value in each.values() if isinstance(value, dict)]
    raise InvalidArgument("the answer holds no list to write line by line; --format json writes all of it")


def _objects(value: object) -> list[Data] | None:
    """Return the objects of a list, nulls left out and edges as their nodes; None for anything else."""
    if not isinstance(value, list) or any(not isinstance(each, dict | None) for each in value):
        return None
    objects: list[Data] = [each for each in value if each is not None]
    return [each["node"] if isinstance(each.get("node"), dict) else each for each in objects]  # type: ignore[misc]


def _flat(row: Data, prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in row.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _cell(value: object) -> object:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    if isinstance(value, bool):
        return str(value).lower()
    return orjson.dumps(value).decode() if isinstance(value, Sequence) else value
