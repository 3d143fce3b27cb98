"""`parley seed import`: a captured page in, reviewable seed YAML or its account on standard output."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.commands.formats import Format
from api.commands.speaking import data
from api.errors import CaptureError


def import_(
    capture: Annotated[str, typer.Argument(help="A page saved as text, or a server's answer in JSON; - reads it.")],
    kind: Annotated[str | None, typer.Option("--as", help="What it is, when its own marks mislead.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was found; never guessed.")] = None,
    account: Annotated[
        bool, typer.Option("--account", help="Instead of YAML, list where each character range went.")
    ] = False,
    format: Annotated[Format, typer.Option("--format", help="How to write the account.")] = Format.TEXT,  # noqa: A002 (the option's name)
) -> None:
    """Turn a captured page into seed YAML on standard output. Whatever is not certain carries a `review:` note.

    With --account, list each range of characters instead: post, heading, footer, or under review. Together the ranges
    are the whole capture.
    """
    from seeds.captures import import_capture, to_yaml

    if format is Format.JSON and not account:
        raise typer.BadParameter("only an account is written so: seeds are YAML; say --account", param_hint="--format")
    text = text_of(capture)
    imported = import_capture(text, name=capture, kind=kind, url=url)
    if account:
        from api.commands.accounting import told

        data(told(text, imported.accounts, format))
    else:
        data(to_yaml(imported))


def text_of(capture: str) -> str:
    """Read a capture as it is, ends of lines included; `CaptureError` when it cannot be opened or is not UTF-8."""
    try:
        content = sys.stdin.buffer.read() if capture == "-" else Path(capture).read_bytes()
        return content.decode()
    except OSError as fault:
        raise CaptureError(f"{capture}: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        raise CaptureError(f"{capture}:{line}: this is not UTF-8 text; save the page again as UTF-8") from fault
