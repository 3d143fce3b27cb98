"""How work grows with the text it is given: a ratio of CPU times, which is the same on any machine, however busy."""

from collections.abc import Callable
from time import process_time

SHORT, TIMES = 10_000, 4
IN_PROPORTION = 2 * TIMES
"""Work in proportion takes four times as long for four times the text, and what is quadratic sixteen."""


ENOUGH = 0.5
"""Seconds of CPU after which no more runs are made: what is quick is measured more often, up to fifty times."""


def growth(work: Callable[[str], object], unit: str) -> float:
    """Return how many times as long a text four times as long takes; of three runs or more the quickest count."""
    short, long = (unit * (length // len(unit)) for length in (SHORT, SHORT * TIMES))
    runs: list[tuple[float, float]] = []
    while len(runs) < 3 or (len(runs) < 50 and sum(map(sum, runs)) < ENOUGH):
        runs.append((_seconds(work, short), _seconds(work, long)))
    return min(longer for _, longer in runs) / min(shorter for shorter, _ in runs)


def _seconds(work: Callable[[str], object], text: str) -> float:
    began = process_time()
    work(text)
    return process_time() - began
