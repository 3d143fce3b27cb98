"""`parley seed log`: the revisions, and what each of them changed."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.formats import Format, Written
from api.commands.speaking import data
from api.errors import InvalidArgument

if TYPE_CHECKING:
    from seeds.history.revisions import Entry, Logged


def log(
    number: Annotated[int | None, typer.Argument(min=0, help="One revision, with each of its changes.")] = None,
    format: Written = Format.TEXT,  # noqa: A002 (the option's name)
) -> None:
    """Print the revisions, newest first; or one of them, with every node it added, changed or removed."""
    from api import settings
    from api.database import opened
    from seeds.history import revisions

    chosen = settings.read()
    with opened(chosen.reading_url, chosen) as engine:
        if number is None:
            write_revisions(revisions.log(engine), format)
            return
        entry = revisions.revision(engine, number)
        if entry is None:
            raise InvalidArgument(f"there is no revision {number}; `parley seed log` lists them")
        write_changes(entry, revisions.changes(engine, number), format)


def write_revisions(entries: "Iterable[Entry]", format: Format) -> None:  # noqa: A002 (as the option is called)
    """Write a line a revision, or a list of them in JSON."""
    if format is Format.TEXT:
        for entry in entries:
            data(f"{revision_line(entry)}\n")
        return
    for piece in json_list(asdict(entry) for entry in entries):
        data(piece)
    data("\n")


def write_changes(entry: "Entry", changes: "Iterable[Logged]", format: Format) -> None:  # noqa: A002 (as above)
    """Write a revision with a line a change, or as one object in JSON; a million changes are never held at once."""
    import orjson

    from api.commands.plans import change_line

    if format is Format.TEXT:
        data(f"{revision_line(entry)}\n")
        for one in changes:
            data(f"{change_line(one.action, one.type, one.key, one.fields)}\n")
        return
    data(f'{orjson.dumps(asdict(entry)).decode()[:-1]},"changes":')
    for piece in json_list(asdict(one) for one in changes):
        data(piece)
    data("}\n")


def revision_line(entry: "Entry") -> str:
    """Write `3  2026-01-02T03:04:05Z  +2 ~1 -0  9f86d081884c`; the whole digest is in JSON."""
    counts = f"+{entry.added:,} ~{entry.changed:,} -{entry.removed:,}"
    return f"{entry.number}  {entry.committed_at}  {counts}  {entry.digest[:12] or 'empty'}"


def json_list(items: Iterable[object]) -> Iterator[str]:
    """Write a JSON list piece by piece, an item a line."""
    import orjson

    before = "[\n"
    for item in items:
        yield before + orjson.dumps(item).decode()
        before = ",\n"
    yield "\n]" if before == ",\n" else "[]"
