"""`parley schema`: prints what the API promises, for the tools of those who ask it."""

import typer

from api.commands.speaking import data

app = typer.Typer(no_args_is_help=True, help="Print what the API promises.")


@app.command()
def graphql() -> None:
    """Print the GraphQL schema in its definition language."""
    from api.schema import build, sdl

    data(sdl(build()))


@app.callback()
def noun() -> None:
    """Keep `graphql` a word of its own: a lone command would take the noun's place."""
