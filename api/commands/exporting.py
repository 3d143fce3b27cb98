"""`parley export`: writes all of a list from the database to a file or to standard output, as the REST API would."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from api.commands.speaking import note
from api.errors import InvalidArgument

if TYPE_CHECKING:
    from api.endpoints.rest.exporting.reading import Export


def export(
    path: Annotated[str, typer.Argument(help="A list and a format: posts.csv, hashtags/NKpeace/posts.ndjson, …")],
    parameters: Annotated[list[str] | None, typer.Argument(metavar="NAME=VALUE", help="hashtag=NKpeace, …")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to write it, once it is whole.")] = None,
) -> None:
    """Write all of a list as NDJSON, CSV or GeoJSON, of one revision whatever is reloaded meanwhile."""
    from api import settings
    from api.database import opened
    from api.endpoints.mill import Mill
    from api.endpoints.rest.exporting.asking import asked
    from api.endpoints.rest.exporting.reading import bounds
    from api.schema import build

    chosen = bounds(settings.read())
    with ExitStack() as closing:
        engine = closing.enter_context(opened(chosen.reading_url, chosen))
        schema = build()
        written = asked(schema, Mill(schema, engine, chosen), path, pairs(parameters or []))
        closing.callback(written.end)
        written.begin()
        copy(written, closing, output)
    note(f"{written.rows:,} rows of revision {written.revision}")


def pairs(parameters: list[str]) -> list[tuple[str, str]]:
    """Read `hashtag=NKpeace`; `InvalidArgument` for a word without a sign of equality."""
    for each in parameters:
        if "=" not in each:
            raise InvalidArgument(f"`{each}` is no parameter: write it as name=value, such as limit=10")
    return [(name, value) for name, _, value in (each.partition("=") for each in parameters)]


def copy(written: "Export", closing: ExitStack, output: Path | None) -> None:
    """Copy an export to a file, which bears its name only when it is whole, or to standard output."""
    if output is None:
        pour(written, sys.stdout.buffer)
        return
    part = output.with_name(f"{output.name}.part")
    closing.callback(part.unlink, missing_ok=True)
    with part.open("wb") as file:
        pour(written, file)
    part.replace(output)


def pour(written: "Export", file: BinaryIO) -> None:
    """Write every stretch as it comes."""
    while (chunk := written.chunk()) is not None:
        file.write(chunk)
    file.flush()
