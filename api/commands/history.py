"""`parley seed log` and `parley seed explain`: what the reloads did, and where a node comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.formats import Format, Written
from api.commands.speaking import data
from api.errors import InvalidArgument

if TYPE_CHECKING:
    from seeds.history.provenance import Explained, Stand
    from seeds.history.quoting import Quote
    from seeds.history.revisions import Entry, Logged

STRETCH = 120
"""Code points of a line that are shown."""


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


def explain(
    name: Annotated[str, typer.Argument(metavar="ID", help="A node's id or key, a hashtag or a handle.")],
    seeds: Annotated[Path | None, typer.Argument(help="What was loaded, if it lies elsewhere.")] = None,
    format: Written = Format.TEXT,  # noqa: A002 (the option's name)
) -> None:
    """Print where a node comes from, with the line of the file while it is there, and what the reloads did to it."""
    import orjson

    from api import settings
    from api.database import opened
    from seeds.history.provenance import explain as explained
    from seeds.history.quoting import quoted

    chosen = settings.read()
    with opened(chosen.reading_url, chosen) as engine:
        found = [(one, quoted(one, seeds)) for one in explained(engine, name)]
    if not found:
        raise InvalidArgument(f"no node has or had the id or key {name}")
    if format is Format.JSON:
        nodes = [asdict(one) | {"quote": asdict(quote) if quote else None} for one, quote in found]
        data(orjson.dumps(nodes, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE, default=str).decode())
    else:
        data("".join(f"{line}\n" for one, quote in found for line in explanation(one, quote)))


def explanation(one: "Explained", quote: "Quote | None") -> Iterator[str]:
    """Write a node for a person: where it stood, the line with a caret, then its history."""
    from api.commands.plans import SIGNS

    signs = {str(action): sign for action, sign in SIGNS.items()}
    yield f"{one.type} {one.key} ({one.id})"
    if one.stand is not None:
        yield from placed(one.stand, quote)
    elif one.is_gone:
        yield "  is not in the dataset any more"
    else:
        yield "  is made by the posts that name it"
    for step in one.steps:
        yield f"  revision {step.revision}: {signs[step.action]} {', '.join(step.fields)}".rstrip()


def placed(stand: "Stand", quote: "Quote | None") -> Iterator[str]:
    """Write where a node stood as faults are written, so that editors find it; of a long line only a stretch."""
    from api.errors import Fault
    from seeds.reading import render

    read = f"by {stand.importer} in revision {stand.revision}"
    if quote is None:
        yield f"{render([Fault(stand.file, stand.line, stand.column or 1, '', read)])}; it is not there any more"
    else:
        moved = "" if quote.line == stand.line else f", then in line {stand.line}"
        column = quote.column or 1
        window = max(1, column - STRETCH // 2)
        text = quote.text[window - 1 : window - 1 + STRETCH]
        yield render([Fault(stand.file, quote.line, column, "", read + moved, source_line=text, window=window)])
    yield f"  sha256 {stand.sha256}"
