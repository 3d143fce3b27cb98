"""`parley seed`: all that is done with seeds, one word each."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands import checking, explaining, extracting, history, importing, reloading
from api.commands.speaking import note

app = typer.Typer(no_args_is_help=True, help="Look after what the database is filled from.")
app.command()(checking.check)
app.command()(reloading.reload)
app.command("import")(importing.import_)
app.command()(history.log)
app.command()(explaining.explain)
app.command()(extracting.entities)


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
