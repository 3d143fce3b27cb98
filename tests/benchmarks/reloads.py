"""One reload, or its rows written plainly: a database enters, what each phase took leaves. Runs in its own process."""

import resource
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypedDict

from sqlalchemy import Connection, Engine, Table, select, text

from api.database import opened
from api.models import Base
from api.settings import Settings
from benchmarks.accounting import KILOBYTE, cpu_time
from seeds.loading import indexing, reloading, staged
from seeds.loading.dialects import analyse, bulk_insert
from seeds.loading.locking import locked

Spent = tuple[float, float, float]
"""Seconds on the clock, of processors, and of these the workers'."""
BATCH: Final = 10_000
UNCHANGED: Final = {"datasets", "seed_files"}
"""Tables of which the migration has made the row, or that hold no rows of the dataset."""


class Figures(TypedDict):
    """What a run took: by phase and in all, and the most memory in bytes that its first process had."""

    database: str
    phases: dict[str, Spent]
    wall: float
    peak: int


class Watch:
    """Looks at the clocks: the wall's, the processors' of this process, its workers and the server's."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.last = self.start = self._now()
        self.phases: dict[str, Spent] = {}

    def _now(self) -> Spent:
        own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        elsewhere = workers.ru_utime + workers.ru_stime
        return time.monotonic(), own.ru_utime + own.ru_stime + elsewhere + self._server(), elsewhere

    def _server(self) -> float:
        if self._engine.dialect.name == "sqlite":
            return 0.0
        others = text("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
        with self._engine.connect() as connection:
            return cpu_time(connection.scalars(others).all()) / 1e9

    def skip(self) -> None:
        """Count nothing of what was done since the last phase."""
        self.last = self._now()

    def lap(self, phase: str) -> None:
        """End a phase."""
        now = self._now()
        wall, cpu, workers = (new - old for new, old in zip(now, self.last, strict=True))
        before = self.phases.get(phase, (0.0, 0.0, 0.0))
        self.phases[phase] = (before[0] + wall, before[1] + cpu, before[2] + workers)
        self.last = now

    def figures(self) -> Figures:
        """Sum up."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE
        name = self._engine.dialect.name
        return Figures(database=name, phases=self.phases, wall=self.last[0] - self.start[0], peak=peak)


def reloaded(url: str, seeds: Path) -> Figures:
    """Reload, and note when each phase ends. What is called apply is all that writes, the commit included."""
    with opened(url, Settings(), writes=True) as engine:
        watch = Watch(engine)
        ended(staged, "read_in_waves", lambda: watch.lap("read"))
        ended(reloading, "stage_seeds", lambda: watch.lap("prepare"))
        ended(reloading, "dataset_digest", lambda: watch.lap("plan"))
        reloading.reload(engine, seeds)
        watch.lap("apply")
        return watch.figures()


def ended(module: Any, name: str, tell: Callable[[], None]) -> None:  # Any: a module, by whose name it is called
    """Have it told whenever a function has done its work."""
    function = getattr(module, name)

    def watched(*given: Any, **named: Any) -> Any:  # Any: whatever the function takes and gives
        try:
            return function(*given, **named)
        finally:
            tell()

    setattr(module, name, watched)


def plainly(source: str, target: str) -> Figures:
    """Write all rows of one database into another that is empty, and into its indexes; reading them is not counted."""
    with opened(source, Settings(), writes=True) as full, opened(target, Settings(), writes=True) as empty:
        watch = Watch(empty)
        with full.connect() as reading, locked(empty) as writing:
            for table in Base.metadata.sorted_tables:
                if table.name in UNCHANGED:
                    continue
                for batch in batches(reading, table):
                    watch.skip()
                    bulk_insert(writing, table, batch)
                    watch.lap("apply")
            watch.skip()
            for texts in ("post_texts", "name_texts"):
                indexing.rebuild(writing, texts)
            analyse(writing)
        watch.lap("apply")
        return watch.figures()


def batches(connection: Connection, table: Table) -> Iterator[list[tuple[Any, ...]]]:  # Any: whatever rows hold
    """Read the rows of a table in the order of their keys, but for those that a migration writes."""
    order = select(table).order_by(*table.primary_key.columns)
    if table.name == "revisions":
        order = order.where(table.c.number > 0)
    found: Iterable[Any] = connection.execute(order.execution_options(yield_per=BATCH))
    rows = map(tuple, found)
    while batch := list(islice(rows, BATCH)):
        yield batch
