"""`parley seed`: checks seed files, and makes them from captured pages."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.commands.speaking import data, note
from api.errors import CaptureError, SeedInvalid

app = typer.Typer(no_args_is_help=True, help="Look after what the database is filled from.")

Seeds = Annotated[Path | None, typer.Argument(help="A seed file or a folder of them; the bundled corpus when absent.")]


@app.command()
def check(path: Seeds = None, json: Annotated[bool, typer.Option(help="Print the faults as JSON.")] = False) -> None:
    """Check seeds without touching a database; every fault is told with file, line and column, and exits with 1."""
    from seeds.reading import BUNDLED, as_json
    from seeds.reading import check as checked

    found = checked(path or BUNDLED)
    if json:
        data(f"{as_json(found.faults, found.total)}\n")
        raise typer.Exit(1 if found.total else 0)
    if found.total:
        raise SeedInvalid(found.faults, found.total)
    counted = ", ".join(f"{count:,} × {kind}" for kind, count in sorted(found.counts.items()))
    note(f"no faults in {found.files:,} files: {counted or 'nothing'}")


@app.command("import")
def import_(
    capture: Annotated[str, typer.Argument(help="A page saved as text, or a server's answer in JSON; - reads it.")],
    kind: Annotated[str | None, typer.Option("--as", help="What it is, when its own marks mislead.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was found; never guessed.")] = None,
) -> None:
    """Turn a captured page into seed YAML on standard output. Whatever is not certain carries a `review:` note."""
    from seeds.captures import import_capture, to_yaml

    data(to_yaml(import_capture(text_of(capture), name=capture, kind=kind, url=url)))


@app.command()
def generate(
    posts: Annotated[int, typer.Option(min=1, help="How many posts, exactly.")],
    out: Annotated[Path, typer.Option(help="The folder to write into: new, or empty.")],
    seed: Annotated[int, typer.Option(help="Another number gives another corpus; the same one the same bytes.")] = 1,
) -> None:
    """Write generated posts with tags, mentions and places as NDJSON seeds, for load tests."""
    from seeds.generating import generate as generated

    made = generated(posts, out, seed)
    note(f"{made.posts:,} posts in {made.files:,} files, {made.size:,} bytes: {out}")


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
