"""What of a record the others need to know: located records enter, small tuples leave that can be pickled and kept."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from seeds.reading.flattening import Kind
from seeds.records import Account, Dataset, HashtagAlias, PlaceRecord, Post, Record, Source, Suppress, Thread

FactKind = Literal["source", "thread", "post", "place", "account", "tag", "dataset"]


class Located(NamedTuple):
    """A valid record and the place where it is written: lines and columns from 1, columns in code points."""

    kind: Kind
    record: Record
    file: str
    line: int
    column: int


class Fact(NamedTuple):
    """A name that a record takes, and the names it needs.

    `order` is a thread's rank or a post's position; `places` are a post's overridden places or a place's parents;
    `said` is what an account is said to be: it may be said as often as it is the same.
    """

    kind: FactKind
    key: str
    line: int
    column: int
    source: str | None = None
    thread: str | None = None
    order: int = 0
    places: tuple[str, ...] = ()
    said: tuple[str | None, ...] = ()


def facts_of(located: Located) -> Iterator[Fact]:
    """The facts of a record: one, but for the tags of an alias (one each) and for what is suppressed (none)."""
    record, line, column = located.record, located.line, located.column
    match record:
        case Post():
            places = tuple(one.place for one in record.places if one.place is not None) if record.places else ()
            yield Fact("post", record.key, line, column, record.source, record.thread, record.position, places)
        case Thread():
            yield Fact("thread", record.key, line, column, record.source, None, record.rank)
        case Source():
            yield Fact("source", record.key, line, column)
        case PlaceRecord():
            yield Fact("place", record.key, line, column, places=tuple(parent.place for parent in record.parents))
        case Account():
            said = (record.handle, record.display_name)
            yield Fact("account", record.handle.casefold(), line, column, said=said)
        case HashtagAlias():
            for tag in dict.fromkeys(tag.casefold() for tag in (record.name, *record.aliases)):
                yield Fact("tag", tag, line, column)
        case Dataset():
            yield Fact("dataset", "dataset", line, column)
        case Suppress():
            return
