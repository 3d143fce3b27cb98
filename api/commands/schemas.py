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
def openapi() -> None:
    """Print the OpenAPI document of the REST API, with the stored queries of this server."""
    from api import settings
    from api.endpoints.documents import Documents
    from api.endpoints.rest.openapi.document import document
    from api.endpoints.rest.openapi.examples import kept
    from api.endpoints.rest.openapi.printing import printed
    from api.endpoints.rest.stored.reading import stored
    from api.schema import build, promise

    promised = promise(build())
    queries = stored(promised, Documents(settings.read().trusted_documents).named)
    data(printed(document(promised, kept(), queries)))


@app.command()
def seed() -> None:
    """Print the JSON Schema of seed files, for editors and other programs."""
    from seeds.records.publishing import schema_text

    data(schema_text())
