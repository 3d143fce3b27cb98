"""`parley schema`: prints what the API promises, for the tools of those who ask it."""

import typer

from api.commands.speaking import data

app = typer.Typer(no_args_is_help=True, help="Print what the API promises.")


@app.command()
def graphql() -> None:
    """Print the GraphQL schema in its definition language."""
    from api.schema import build, sdl

    data(sdl(build()))


@app.command()
def seed() -> None:
    """Print the JSON Schema of seed files, for editors and other programs."""
    from seeds.records.publishing import schema_text

    data(schema_text())
