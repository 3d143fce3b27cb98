"""Tables for spreadsheets: nodes enter, CSV leaves (RFC 4180, UTF-8, headed).

A nested field is a column such as `source.key`; a list is one cell of JSON. Text that a spreadsheet would take for a
formula gets a quote before it, so that opening the file runs nothing.
"""

import csv
import io
from collections.abc import Iterable, Iterator

import orjson
from graphql import FieldNode, OperationDefinitionNode, SelectionSetNode, parse

from api.endpoints.rest.exporting.writing import Node

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What spreadsheets take for a formula when a cell begins with it, the wide forms of East Asian input included."""

BYTE_ORDER_MARK = "\ufeff"
"""What Excel needs to see that a file is UTF-8; others read over it, or take it for a part of the first name."""

Path = tuple[str, ...]


class Table:
    """One CSV file with these columns."""

    def __init__(self, columns: Iterable[Path], *, mark: bool = False) -> None:
        self._columns = tuple(columns)
        self._mark = mark

    def head(self, _dataset: Node) -> bytes:
        names = written([[".".join(column) for column in self._columns]])
        return (BYTE_ORDER_MARK + names if self._mark else names).encode()

    def rows(self, nodes: Iterable[Node]) -> bytes:
        return written([cell(value(node, column)) for column in self._columns] for node in nodes).encode()

    def tail(self) -> bytes:
        return b""


def written(rows: Iterable[Iterable[object]]) -> str:
    """Write rows as CSV."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def value(node: Node, column: Path) -> object:
    """Return what a node has in a column; None where an object on the way is null."""
    found: object = node
    for name in column:
        if not isinstance(found, dict):
            return None
        found = found.get(name)
    return found


def cell(value: object) -> object:
    """Write one value: text made harmless, lists and objects as JSON, nothing for null."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    if isinstance(value, bool):
        return str(value).lower()
    return orjson.dumps(value).decode() if isinstance(value, list | dict) else value


def columns(selections: Iterable[tuple[str, bool]]) -> Iterator[Path]:
    """Yield the columns of fields, each given by its selection and whether it holds a list."""
    for selection, is_list in selections:
        [definition] = parse(f"{{ {selection} }}").definitions
        if isinstance(definition, OperationDefinitionNode):
            [field] = definition.selection_set.selections
            if isinstance(field, FieldNode):
                yield from [(field.name.value,)] if is_list else _below(field, ())


def _below(field: FieldNode, above: Path) -> Iterator[Path]:
    path = (*above, field.name.value)
    if not isinstance(field.selection_set, SelectionSetNode):
        yield path
        return
    for each in field.selection_set.selections:
        if isinstance(each, FieldNode):
            yield from _below(each, path)
