"""Rows as the loader carries them: plain tuples in the order of the table's columns, so that they pickle and copy fast.

A `Bundle` holds all rows of one node by table, its own row first.
"""

from typing import Final, NamedTuple

from api.models import Base

Value = str | int | float | bool | None
Row = tuple[Value, ...]
Bundle = dict[str, list[Row]]

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    table.name: tuple(column.name for column in table.columns) for table in Base.metadata.tables.values()
}
NODE_TABLES: Final = {
    "Source": "sources",
    "Thread": "threads",
    "Post": "posts",
    "Hashtag": "hashtags",
    "Place": "places",
    "Account": "accounts",
}
"""The types of nodes in the order the dataset counts them, and where each is stored."""

CHILD_TABLES: Final = {
    "Source": ("related_items",),
    "Thread": (),
    "Post": ("post_texts", "post_hashtags", "account_mentions", "place_mentions", "links", "media", "footnotes"),
    "Place": ("place_names", "place_parents"),
}
"""The tables that belong to one node alone, by its type; their first column is its id."""


def row(table: str, /, **values: Value) -> Row:
    """Put values into the order of the table's columns; KeyError or TypeError where they do not fit it exactly."""
    columns = COLUMNS[table]
    if len(values) != len(columns):
        raise TypeError(f"{table} has {len(columns)} columns, given were {len(values)}: {set(columns) ^ set(values)}")
    return tuple([values[column] for column in columns])


def cell(table: str, given: Row, column: str) -> Value:
    """Read one column of a row."""
    return given[COLUMNS[table].index(column)]


class Prepared(NamedTuple):
    """A node ready to be compared and written: `rows` is its bundle as JSON, digest included.

    `tags` and `handles` are the hashtags and the accounts, as spelt, that its rows refer to, `author` among them. Of a
    post, `newest_first` says where it stands in the timeline, `position` and `opening` where in its thread and
    what words it begins with.
    """

    id: int
    key: str
    digest: str
    rows: bytes
    newest_first: int = 0
    thread: int | None = None
    tags: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    author: str | None = None
    position: int = 0
    opening: str | None = None
