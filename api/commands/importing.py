"""`parley seed import`: a captured page in, reviewable seed YAML on standard output."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.commands.speaking import data
from api.errors import CaptureError


def import_(
    capture: Annotated[str, typer.Argument(help="A page saved as text, or a server's answer in JSON; - reads it.")],
    kind: Annotated[str | None, typer.Option("--as", help="What it is, when its own marks mislead.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was found; never guessed.")] = None,
) -> None:
    """Turn a captured page into seed YAML on standard output. Whatever is not certain carries a `review:` note."""
    from seeds.captures import import_capture, to_yaml

    data(to_yaml(import_capture(text_of(capture), name=capture, kind=kind, url=url)))


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
