"""`parley query`: asks the mill without a server, and writes its answer as JSON, or its first list line by line."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.speaking import data
from api.errors import APIError, InvalidArgument, ParseFailed

if TYPE_CHECKING:
    from collections.abc import Mapping


class Format(StrEnum):
    """How an answer is written."""

    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"


def query(
    document: Annotated[str, typer.Argument(metavar="FILE", help="A file with a GraphQL query; - reads it.")],
    variables: Annotated[str, typer.Option(help="Their values as JSON, or @FILE with it.")] = "{}",
    operation: Annotated[str | None, typer.Option(help="Which operation, when the file holds several.")] = None,
    format: Annotated[  # noqa: A002 (the option's name)
        Format, typer.Option(help="All of the answer, or the first list in it: a JSON object a line, or a table.")
    ] = Format.JSON,
) -> None:
    """Answer a GraphQL query from the database, as the server would."""
    import orjson

    from api.endpoints.rest.exporting.rows import csv_of, ndjson_of

    answer = asked(text_of(document), values_of(variables), operation, name=document)
    if format is Format.JSON:
        data(orjson.dumps(orjson.loads(answer), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode())
    else:
        data((csv_of if format is Format.CSV else ndjson_of)(orjson.loads(answer)).decode())


def asked(text: str, variables: "Mapping[str, object]", operation: str | None, *, name: str) -> bytes:
    """Ask the mill; what it refuses is told with file, line and column."""
    from api import settings
    from api.database import opened
    from api.endpoints.mill import Mill
    from api.endpoints.refusals import wire
    from api.schema import build

    chosen = settings.read()
    with opened(chosen.reading_url, chosen) as engine:
        try:
            return Mill(build(), engine, chosen).answer(text, variables, operation)
        except APIError as error:
            error.message = "\n".join(placed(name, each) for each in wire(error))
            raise


def placed(name: str, fault: "Mapping[str, object]") -> str:
    """Tell one fault, with its place in the file where it has one."""
    match fault:
        case {"locations": [{"line": int(line), "column": int(column)}, *_]}:
            return f"{name}:{line}:{column}: {fault['message']}"
    return f"{name}: {fault['message']}"


def text_of(document: str) -> str:
    """Read the query; `ParseFailed` when it cannot be opened or is not UTF-8."""
    try:
        return (sys.stdin.buffer.read() if document == "-" else Path(document).read_bytes()).decode()
    except OSError as fault:
        raise ParseFailed(f"{document}: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise ParseFailed(f"{document}: this is not UTF-8 text") from fault


def values_of(variables: str) -> dict[str, object]:
    """Read the values of variables; `InvalidArgument` when they are no JSON object."""
    import orjson

    try:
        text = Path(variables[1:]).read_bytes() if variables.startswith("@") else variables
        values = orjson.loads(text)
    except OSError as fault:
        raise InvalidArgument(f"--variables {variables}: {fault.strerror}") from fault
    except orjson.JSONDecodeError as fault:
        raise InvalidArgument(f"--variables are not JSON: {fault}") from fault
    if not isinstance(values, dict):
        raise InvalidArgument('--variables must be a JSON object such as {"name": "NKpeace"}')
    return values
