"""The reload: a path enters, the dataset becomes what its seeds say, in one transaction; an outcome leaves.

survey the files -> read what changed -> make rows and compare -> plan -> apply -> record -> commit
"""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from api.errors import DeletionRefused
from seeds.loading import temporary
from seeds.loading.applying import apply
from seeds.loading.describing import Description, differing, stored_description
from seeds.loading.dialects import analyse
from seeds.loading.files import stored_files, write_files
from seeds.loading.locking import locked
from seeds.loading.planning import Plan, nothing_planned, planned, refusal_of
from seeds.loading.progress import Progress, silence
from seeds.loading.recording import dataset_digest, record
from seeds.loading.repeated import Repeated, repeated_posts
from seeds.loading.rooms import staging
from seeds.loading.sifting import unchanged
from seeds.loading.staged import Staged, stage_seeds
from seeds.loading.staged_nodes import ACTIONS
from seeds.loading.stored import TABLES
from seeds.loading.surveying import bundled_gazetteer, survey
from seeds.loading.tables import NODE_TABLES


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reload did. `wrote` is true when a new revision is visible; `digest` is the dataset's now, or planned.

    `refusal` is what the reload itself would raise, where only its plan was asked for; `missed` are suppressed posts
    that no seed holds; `repeated` are addresses of several posts, looked for where something was written.
    """

    revision: int
    plan: Plan
    wrote: bool
    counts: dict[str, int]
    digest: str
    refusal: DeletionRefused | None = None
    missed: tuple[str, ...] = ()
    repeated: tuple[Repeated, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """The dataset before a reload."""

    revision: int
    digest: str
    description: Description
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a reload is to be done."""

    allow_delete: bool
    dry_run: bool
    progress: Progress


_MUCH = 0.1
"""The share of the dataset that may change before the planner's figures of it are made anew."""


def reload(
    engine: Engine,
    path: Path | None,
    *,
    allow_delete: bool = False,
    dry_run: bool = False,
    progress: Progress = silence,
) -> Outcome:
    """Make the dataset what the seeds at `path` say (the bundled ones without a path). Needs a writing engine.

    Raises SeedInvalid with all faults, ReloadBusy while another reload runs, DeletionRefused when more than a fifth
    would go and `allow_delete` is not said: a dry run tells that beside its plan. Whatever is raised, nothing was
    written.
    """
    inputs = {given.file: given for given in survey(path)}
    with locked(engine) as connection:
        state, files = stored_state(connection), stored_files(connection)
        if unchanged(inputs, files, bundled_gazetteer()):
            return Outcome(state.revision, nothing_planned(state.revision), False, state.counts, state.digest)
        with staging() as rooms:
            temporary.create(connection)
            staged = stage_seeds(connection, rooms, inputs, files, state.revision + 1, progress)
            outcome = _carried_out(connection, staged, state, Wishes(allow_delete, dry_run, progress))
            temporary.drop(connection)
            return outcome


def _carried_out(connection: Connection, staged: Staged, state: State, wishes: Wishes) -> Outcome:
    """Plan, and unless only that was asked for, write."""
    fields = differing(state.description, staged.description)
    plan = planned(staged.rooms.nodes, state.revision + 1, fields, state.counts)
    digest = dataset_digest(staged.rooms.nodes, state.digest, state.description, staged.description)
    refusal = None if wishes.allow_delete else refusal_of(plan)
    if wishes.dry_run:
        return Outcome(state.revision, plan, False, state.counts, digest, refusal, staged.missed)
    if refusal is not None:
        raise refusal
    write_files(connection, staged.read, staged.holdings, staged.gone, staged.reader)
    if plan.empty:
        return Outcome(state.revision, plan, False, state.counts, state.digest, missed=staged.missed)
    apply(connection, staged.rooms, wishes.progress)
    record(connection, staged.rooms.nodes, plan, digest, state.description, staged.description)
    if sum(map(plan.total, ACTIONS)) > sum(state.counts.values()) * _MUCH:
        analyse(connection)
    counts, repeated = tallied(connection), repeated_posts(connection)
    return Outcome(plan.revision, plan, True, counts, digest, missed=staged.missed, repeated=repeated)


def stored_state(connection: Connection) -> State:
    """Read what the dataset is now."""
    datasets, revisions = TABLES["datasets"], TABLES["revisions"]
    current = select(revisions.c.number, revisions.c.digest).join(datasets, datasets.c.revision == revisions.c.number)
    number, digest = connection.execute(current).one()
    return State(number, digest, stored_description(connection), tallied(connection))


def tallied(connection: Connection) -> dict[str, int]:
    """Return how many nodes of each type there are, as the last reload counted them."""
    tallies = TABLES["tallies"]
    return dict.fromkeys(NODE_TABLES, 0) | dict(connection.execute(select(tallies.c.type, tallies.c.count)).all())
