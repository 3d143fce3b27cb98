"""`parley seed reload`: makes the dataset what its seeds say, prints the plan, answers a script by the exit code."""

import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.checking import Seeds
from api.commands.formats import Format, Written
from api.commands.speaking import last_word, note
from api.errors import ChangesPending

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from api.settings import Settings
    from seeds.loading.reloading import Outcome

REMARKS = 5
"""So many addresses of several posts are told in words."""


def reload(
    path: Seeds = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would change; exits with 2 when something would.")
    ] = False,
    allow_delete: Annotated[
        bool, typer.Option("--allow-delete", help="Let more than a fifth of the dataset be removed.")
    ] = False,
    format: Written = Format.TEXT,  # noqa: A002 (the option's name)
    quiet: Annotated[bool, typer.Option("--quiet", help="Tell nothing about the progress.")] = False,
) -> None:
    """Make the dataset what the seeds say, in one transaction: readers see the old one or the new one.

    Exits with 0 when it is done or nothing was to do, 1 when the seeds have faults or anything else stood in the way,
    2 when a dry run found changes, 75 while another reload runs. Whenever it is not 0, the dataset is as it was.
    """
    from api import settings

    chosen = settings.read()
    from api.commands.plans import told
    from api.commands.progressing import shown
    from seeds.loading import reloading

    with writer(chosen, dry_run=dry_run) as engine, shown(quiet=quiet) as progress:
        turn_deaf_at_the_commit(engine)
        outcome = reloading.reload(engine, path, allow_delete=allow_delete, dry_run=dry_run, progress=progress)
    pending = dry_run and not outcome.plan.empty
    remark(outcome)
    last_word(told(outcome, format), None if quiet and outcome.refusal is None else concluded(outcome, pending=pending))
    if pending:
        raise ChangesPending


def remark(outcome: "Outcome") -> None:
    """Tell what is no fault and may still not be meant."""
    if outcome.missed:
        note(f"suppressed, but in no seed: {', '.join(outcome.missed)}; a post whose key changed is not suppressed")
    for each in outcome.repeated[:REMARKS]:
        note(f"{each.url} is the address of {', '.join(each.posts)}: each counts; suppress what shall not")
    if len(outcome.repeated) > REMARKS:
        note("there are more addresses of several posts: `--format json` lists them")


@contextmanager
def writer(chosen: "Settings", *, dry_run: bool) -> Iterator["Engine"]:
    """Open the database to write; a file of ours that is not there yet, or is of an older Parley, is made ready.

    A dry run makes nothing: where there is no file, it is planned against an empty one that vanishes.
    """
    from api.commands.serving import current
    from api.database import migrating, opened
    from api.database.owning import absent, elsewhere, owned
    from seeds.loading.holders import let_go

    with ExitStack() as stack:
        reader = stack.enter_context(opened(chosen.database_url, chosen))
        url = chosen.database_url
        if dry_run and absent(reader):
            url = elsewhere(reader, Path(stack.enter_context(TemporaryDirectory())))
        engine = stack.enter_context(opened(url, chosen, writes=True))
        if not owned(reader) or (dry_run and not absent(reader)):
            migrating.check(reader)
        elif not current(reader):
            let_go()  # an upgrade writes too
            _, version = migrating.upgrade(engine)
            note(f"the tables are at {version} now")
        yield engine


def turn_deaf_at_the_commit(engine: "Engine") -> None:
    """From the commit on, pass over Ctrl-C and SIGTERM until the process ends: what is done must not look undone."""
    from sqlalchemy import event

    def turn_deaf(_connection: object) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)

    event.listen(engine, "commit", turn_deaf)


def concluded(outcome: "Outcome", *, pending: bool) -> str:
    """Say in a sentence where the dataset stands."""
    if outcome.wrote:
        return f"revision {outcome.revision} is visible now"
    if pending and outcome.refusal is not None:
        return f"this would be refused: {outcome.refusal}"
    if pending:
        return f"this would make revision {outcome.plan.revision}; nothing was written"
    return f"nothing to do: revision {outcome.revision} is what the seeds say"
