"""What is compared: each row is a server, a database, and the requests that put an operation to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.asking import by_hand, get, graphql, post, segment
from benchmarks.operations import Operation, Samples

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"


@dataclass(frozen=True, slots=True)
class Subject:
    """A server: its kind (see `serving.py`), its database, and whether responses are remembered."""

    kind: str
    database: str
    cache: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What requests are made of: the values found in the corpus, how cursors are signed, how long answers are."""

    samples: Samples
    signature: str
    sizes: dict[str, int]


Requests = Callable[[Operation, Known], Sequence[bytes]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table. `requests` gives none for an operation that the row leaves out."""

    name: str
    subject: Subject
    requests: Requests
    data: bool = True
    """Whether it answers with the same `data` as all others."""


def asked_by_graphql(operation: Operation, known: Known) -> Sequence[bytes]:
    return [graphql(operation, variables) for variables in known.samples.variables(operation, known.signature)]


def asked_by_hand(operation: Operation, known: Known) -> Sequence[bytes]:
    return [by_hand(operation.name, values) for values in known.samples.values(operation)]


def asked_by_join(operation: Operation, known: Known) -> Sequence[bytes]:
    """Only the popular tag: its posts joined, sorted and counted when asked, with nothing kept by the reload."""
    if operation.name != "tag":
        return []
    return [by_hand("joined", values) for values in known.samples.values(operation)]


def asked_for_bytes(operation: Operation, known: Known) -> Sequence[bytes]:
    """As many answers of that size as the operation has."""
    count = len(known.samples.values(operation))
    return [post(f"/{known.sizes[operation.name]}/{number}", {}) for number in range(count)]


def asked_by_rest(operation: Operation, known: Known) -> Sequence[bytes]:
    """The nearest that REST has; it shows what it shows."""
    fields = "key,text,published,source"
    tagged = f"{fields},hashtags,places"
    if operation.name == "tag":
        shown = {"limit": "50", "fields": fields}
        return [get(f"/api/v1/hashtags/{segment(name)}/posts", shown) for name in known.samples.tags]
    if operation.name == "thread":
        threads = [key.rpartition("/")[0] for key in known.samples.posts]
        return [get(f"/api/v1/threads/{segment(key)}/posts", {"limit": "100", "fields": tagged}) for key in threads]
    limit, shown_fields = ("100", tagged) if operation.name == "hundred" else ("20", fields)
    shown = {"limit": limit, "fields": tagged if operation.name == "nested" else shown_fields}
    cursors = [values["after"] for values in known.samples.variables(operation, known.signature)]
    return [get("/api/v1/posts", {**shown, "after": str(cursor)}) for cursor in cursors]


def rows(databases: Sequence[str], *, rest: bool) -> list[Row]:
    """All rows for these databases."""
    found = []
    for name in databases:
        found.append(Row(f"Parley GraphQL, {name}", Subject("parley", name), asked_by_graphql))
        found.append(Row(f"Parley GraphQL, {name}, cached", Subject("parley", name, cache=True), asked_by_graphql))
        if rest:
            found.append(Row(f"Parley REST, {name}", Subject("parley", name), asked_by_rest, data=False))
        found.append(Row(f"by hand, {name}", Subject("bare", name), asked_by_hand))
        found.append(Row(f"by hand, joined, {name}", Subject("bare", name), asked_by_join))
    first = databases[0]
    found.append(Row(f"Strawberry, {first}", Subject("idiomatic", first), asked_by_graphql))
    found.append(Row("ready bytes", Subject("static", first), asked_for_bytes, data=False))
    return found
