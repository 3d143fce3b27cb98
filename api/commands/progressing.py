"""How far a reload is, on standard error: a bar on a terminal, a plain line now and then anywhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from api.commands.speaking import note

if TYPE_CHECKING:
    from rich.progress import Progress as Bars

    from seeds.loading.progress import Phase, Progress

PHASES: dict["Phase", str] = {"read": "reading files", "prepare": "preparing posts", "write": "writing posts"}
SECONDS = 5.0
"""How long plain lines keep silent."""


@contextmanager
def shown(*, quiet: bool) -> Iterator["Progress"]:
    """Give the function that a reload tells its progress. Whether anybody can read it makes no difference to it."""
    if quiet:
        yield lambda *_: None
    elif sys.stderr.isatty():
        with bars() as shown_bars:
            yield shown_bars
    else:
        yield Lines()


class Lines:
    """Plain lines: the first of each phase, its end, and one every few seconds between."""

    def __init__(self) -> None:
        self._told = ""
        self._phase = ""
        self._when = 0.0

    def __call__(self, phase: "Phase", done: int, total: int) -> None:
        now = monotonic()
        line = f"{PHASES[phase]}: {done:,} of {total:,}" if total else PHASES[phase]
        is_due = phase != self._phase or done == total or now - self._when >= SECONDS
        if is_due and line != self._told:
            self._phase, self._when, self._told = phase, now, line
            note(line)


@contextmanager
def bars() -> Iterator["Progress"]:
    """Draw a bar for each phase; they vanish when all is done."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as drawn:
        yield _drawing(drawn)


def _drawing(drawn: "Bars") -> "Progress":
    tasks = {}

    def draw(phase: "Phase", done: int, total: int) -> None:
        if phase not in tasks:
            tasks[phase] = drawn.add_task(PHASES[phase], total=total or None)
        drawn.update(tasks[phase], completed=done, total=total or None)

    return draw
