"""The reload: a path enters, the dataset becomes what its seeds say, in one transaction; an outcome leaves.

    survey the files -> read them -> make rows and compare -> plan -> apply -> record -> commit
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

from api.errors import Fault, SeedInvalid
from seeds.extraction.gazetteer import Gazetteer
from seeds.loading import temporary
from seeds.loading.accounts import stage_accounts, stage_tags
from seeds.loading.applying import apply, fill
from seeds.loading.building import Building, build, gazetteer_places
from seeds.loading.describing import Description, described, differing, stored_description
from seeds.loading.dialects import locked
from seeds.loading.gathering import Gathered, gather
from seeds.loading.planning import Plan, planned, refuse_deletions
from seeds.loading.posts import Reader
from seeds.loading.preparing import Task, prepare_posts
from seeds.loading.recording import dataset_digest, record
from seeds.loading.retiring import retire, retire_unused
from seeds.loading.staging import Staging, staging
from seeds.loading.stored import TABLES, table_of
from seeds.loading.suppression import united
from seeds.loading.surveying import Input, bundled_gazetteer, same, survey
from seeds.loading.tables import NODE_TABLES, Prepared
from seeds.reading import Crossing, Faults, SeedPath, cross_check

Progress = Callable[[str, int, int], None]
"""Told the phase, how much of it is done, and of how much (0: not known)."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reload did. `wrote` is true when a new revision is visible; `digest` is the dataset's now, or planned."""

    revision: int
    plan: Plan
    wrote: bool
    counts: dict[str, int]
    digest: str


@dataclass(frozen=True, slots=True)
class State:
    """What the database holds before a reload."""

    revision: int
    digest: str
    description: Description
    counts: dict[str, int]
    files: dict[str, str]


def reload(
    engine: Engine,
    path: Path | None,
    *,
    allow_delete: bool = False,
    dry_run: bool = False,
    progress: Progress = lambda *_: None,
) -> Outcome:
    """Make the dataset what the seeds at `path` say (the bundled ones without a path). Needs a writing engine.

    Raises SeedInvalid with all faults, ReloadBusy while another reload runs, DeletionRefused when more than a fifth
    would go and `allow_delete` is not said. Whatever is raised, nothing was written.
    """
    inputs = survey(path)
    with locked(engine) as connection, staging() as staged:
        state = stored_state(connection)
        temporary.create(connection)
        after = _stage(connection, staged, inputs, state.revision + 1, progress)
        plan = planned(staged, state.revision + 1, differing(state.description, after), state.counts)
        digest = dataset_digest(staged, state.digest, state.description, after)
        if not allow_delete:
            refuse_deletions(plan)
        writes = not (dry_run or plan.empty)
        if writes:
            apply(connection, staged)
            record(connection, staged, plan, digest, state.description, after)
        temporary.drop(connection)
        revision = plan.revision if writes else state.revision
        return Outcome(revision, plan, writes, counted(connection), digest)


def stored_state(connection: Connection) -> State:
    """Read what the database holds now."""
    datasets, revisions, files = (TABLES[name] for name in ("datasets", "revisions", "seed_files"))
    current = select(revisions.c.number, revisions.c.digest).join(datasets, datasets.c.revision == revisions.c.number)
    number, digest = connection.execute(current).one()
    known = {path: sha256 for path, sha256 in connection.execute(select(files.c.path, files.c.sha256))}
    return State(number, digest, stored_description(connection), counted(connection), known)


def counted(connection: Connection) -> dict[str, int]:
    """Count the nodes of each type."""
    return {
        kind: connection.scalar(select(func.count()).select_from(table_of(kind))) or 0 for kind in NODE_TABLES
    }


def _stage(
    connection: Connection, staged: Staging, inputs: list[Input], revision: int, progress: Progress
) -> Description:
    """Read the seeds and stage all that differs from what is stored."""
    gathered = _gathered(inputs, staged, progress)
    suppression = united(gathered.suppressed)
    gazetteer = Gazetteer(gazetteer_places(place for place, _ in gathered.places))
    reader = Reader(gazetteer, suppression, revision)

    def prepare(batches: Iterable[Sequence[Task]]) -> Iterator[tuple[list[Prepared], list[Fault]]]:
        return (prepare_posts(batch, reader) for batch in batches)

    faults = Faults()
    building = Building(connection, staged, suppression, revision)
    build(building, gathered, prepare, faults)
    _require(faults)
    retire(connection, staged)
    for kind, table in (("Post", "gone_posts"), ("Thread", "gone_threads")):
        fill(connection, table, staged.ids(kind, "CHANGED", "REMOVED"))
    stage_tags(connection, staged)
    accounts = [account for account in gathered.accounts if not suppression.account(account.handle)]
    stage_accounts(connection, staged, accounts)
    retire_unused(connection, staged)
    return described(gathered.dataset, gathered.aliases)


def _gathered(inputs: list[Input], staged: Staging, progress: Progress) -> Gathered:
    """Read all files, and the bundled gazetteer where they bring no places. Raises SeedInvalid."""
    faults, crossing = Faults(), Crossing()
    gathered = gather(inputs, staged, crossing, faults)
    if not crossing.has_places:
        inputs.append(bundled_gazetteer())
        bundled = gather(inputs[-1:], staged, crossing, faults)
        gathered.places.extend(bundled.places)
    cross_check(crossing, [SeedPath(one.path, one.file) for one in inputs], faults)
    _require(faults)
    return gathered


def _require(faults: Faults) -> None:
    if faults.total:
        raise SeedInvalid(faults.listed, faults.total)
