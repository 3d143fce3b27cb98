"""`parley seed explain`: where a node comes from, with the line it stands in, and what the reloads did to it."""

from collections.abc import Iterator
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

STRETCH = 120
"""Code points of a line that are shown."""


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
        renamed = "" if quote.path.name == Path(stand.file).name else f" of {stand.file}"
        moved = f", then in line {stand.line}{renamed}" if renamed or quote.line != stand.line else ""
        changed = "" if quote.is_as_read else "; this file is not what was loaded"
        column = quote.column or 1
        window = max(1, column - STRETCH // 2)
        text = quote.text[window - 1 : window - 1 + STRETCH]
        told = f"{read}{moved}{changed}"
        yield render([Fault(shown(quote, stand), quote.line, column, "", told, source_line=text, window=window)])
    yield f"  sha256 {stand.sha256}"


def shown(quote: "Quote", stand: "Stand") -> str:
    """Name the file as the seeds do where it is that very one, by its path where it may be another."""
    same = quote.is_as_read and quote.path.name == Path(stand.file).name
    return stand.file if same else str(quote.path)
