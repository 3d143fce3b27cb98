"""The command line: every command by its name; what each does stands in `api/commands`."""

from importlib.metadata import version as installed
from typing import Annotated

import typer

from api.commands import databases, exporting, querying, schemas, seeding, serving
from api.commands.speaking import data

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, help="A content API for public conversations.")
app.command()(serving.serve)
app.command()(querying.query)
app.command()(exporting.export)
app.add_typer(databases.app, name="db")
app.add_typer(schemas.app, name="schema")
app.add_typer(seeding.app, name="seed")


def show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        data(f"{installed('parley')}\n")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""
