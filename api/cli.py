"""The command `parley`: words in, data on standard output and an exit code out; everything else on standard error."""

import sys
from importlib.metadata import version as installed
from io import TextIOWrapper
from typing import Annotated

import typer

from api.commands import databases, exporting, querying, schemas, seeding, serving
from api.commands.speaking import confess, data
from api.errors import ParleyError

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


def main() -> None:
    """Run the command line. Errors of ours are told in a sentence; any other keeps its traceback, for it is a bug."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale: data is UTF-8
    try:
        app(prog_name="parley")
    except ParleyError as error:
        sys.exit(confess(error))


if __name__ == "__main__":
    main()
