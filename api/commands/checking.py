"""`parley seed check`: every fault of seeds, with file, line and column, without touching a database."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.formats import Format, Written
from api.commands.speaking import data, note
from api.errors import SeedInvalid

Seeds = Annotated[Path | None, typer.Argument(help="A seed file or a folder of them; the bundled corpus when absent.")]


def check(
    path: Seeds = None,
    format: Written = Format.TEXT,  # noqa: A002 (the option's name)
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Check seeds without touching a database; every fault is told with file, line and column, and exits with 1."""
    from seeds.reading import BUNDLED, as_json
    from seeds.reading import check as checked

    found = checked(path or BUNDLED)
    if json or format is Format.JSON:
        data(f"{as_json(found.faults, found.total)}\n")
        raise typer.Exit(1 if found.total else 0)
    if found.total:
        raise SeedInvalid(found.faults, found.total)
    counted = ", ".join(f"{count:,} × {kind}" for kind, count in sorted(found.counts.items()))
    note(f"no faults in {found.files:,} files: {counted or 'nothing'}")
