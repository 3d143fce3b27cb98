"""A small dataset in two files, its records one by one, and what a database holds of it."""

from typing import Any

from sqlalchemy import Engine, select

from drawn_seeds import Files
from seeds.loading.stored import TABLES

Record = dict[str, Any]  # Any: JSON, as seeds hold it


def place(key: str, **more: object) -> Record:
    return {"type": "place", "key": key, "kind": "CITY", "label": key.title(), **more}


def source(key: str, **more: object) -> Record:
    return {"type": "source", "key": key, "kind": "THREAD_LISTING", "title": key.title(), **more}


def thread(key: str, home: str, rank: int, **more: object) -> Record:
    return {"type": "thread", "key": key, "source": home, "rank": rank, **more}


def post(key: str, home: str, position: int, words: str, **more: object) -> Record:
    return {"type": "post", "key": key, "thread": home, "position": position, "text": words, **more}


def dataset() -> Files:
    """Two files: one with places, a source and its first thread, one with another thread."""
    first = [place("northmark"), source("a", hashtags=["Peace"]), thread("a/1", "a", 1)]
    first += [post(f"a/1/{number}", "a/1", number, f"Day {number} in Northmark #lakes") for number in range(1, 6)]
    second = [thread("a/2", "a", 2), post("a/2/1", "a/2", 1, "@Ann writes #Hills", author="Bo")]
    return {"first.ndjson": first, "second.ndjson": second}


def column(engine: Engine, table: str, name: str) -> list[Any]:
    found = TABLES[table].columns[name]
    with engine.connect() as connection:
        return sorted(connection.scalars(select(found)))


def changes(engine: Engine, revision: int) -> list[tuple[Any, ...]]:
    table = TABLES["changes"].c
    order = select(table.action, table.type, table.key, table.fields).where(table.revision == revision)
    with engine.connect() as connection:
        return [tuple(found) for found in connection.execute(order.order_by(table.ordinal))]
