"""How a command writes its data: for a person, or for a program."""

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """Text for a person, or JSON for a program."""

    TEXT = "text"
    JSON = "json"


Written = Annotated[Format, typer.Option("--format", help="How to write it: for a person or for a program.")]
