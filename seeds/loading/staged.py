"""A dataset's seeds enter; every node that differs from what is stored leaves, staged to be planned and written."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from api.models import identify
from seeds.loading import temporary
from seeds.loading.accounts import stage_changed_accounts, stage_new_accounts, stage_tags
from seeds.loading.building import Building
from seeds.loading.describing import Description, described
from seeds.loading.files import StoredFiles
from seeds.loading.handles import account_key
from seeds.loading.holdings import Holding
from seeds.loading.making import maker
from seeds.loading.missed import missed_posts
from seeds.loading.progress import Progress
from seeds.loading.retiring import mark_gone, retire, retire_unused
from seeds.loading.rooms import Staging
from seeds.loading.spellings import spelt
from seeds.loading.surveying import Input
from seeds.loading.waves import Read, read_in_waves
from seeds.loading.workers import processors

_WORTH_PROCESSES: Final = 20_000
"""Posts to prepare from which on other processes are started."""


@dataclass(frozen=True, slots=True)
class Staged:
    """What a plan is made of, and what is remembered of the files."""

    rooms: Staging
    description: Description
    read: list[Input]
    holdings: dict[str, Holding]
    gone: list[str]
    reader: str
    missed: tuple[str, ...]


def stage_seeds(
    connection: Connection,
    rooms: Staging,
    inputs: dict[str, Input],
    stored: StoredFiles,
    revision: int,
    progress: Progress,
) -> Staged:
    """Read the seeds and stage what differs. Raises SeedInvalid."""
    read = read_in_waves(connection, rooms, inputs, stored, revision, progress)
    gathered = read.gathering.gathered
    building = Building(connection, rooms, read.recipe.suppression, revision, read.elsewhere.sources)
    building.build_seeded(gathered)
    building.drop_threads()
    _stage_posts(building, read, progress)
    has_unread = bool(read.unread)
    for kind in ("Source", "Post", "Place"):
        retire(connection, rooms, kind, has_unread=has_unread)
    building.build_threads(has_unread=has_unread)
    retire(connection, rooms, "Thread", has_unread=has_unread)
    _stage_names(connection, rooms, read)
    return Staged(
        rooms,
        described(gathered.dataset, gathered.aliases),
        gathered.inputs,
        gathered.holdings,
        read.gone,
        read.reader,
        missed_posts(connection, read),
    )


def _stage_posts(building: Building, read: Read, progress: Progress) -> None:
    total = sum(len(holding.defined["Post"]) for holding in read.gathering.gathered.holdings.values())
    done = 0
    with maker(read.recipe, processors() if total > _WORTH_PROCESSES else 0) as make:
        for count in building.build_posts(make):
            done += count
            progress("prepare", done, total)


def _stage_names(connection: Connection, rooms: Staging, read: Read) -> None:
    """Stage tags and accounts, when all posts and threads are."""
    mark_gone(connection, rooms)
    stage_tags(connection, rooms)
    gathered, suppression = read.gathering.gathered, read.recipe.suppression
    accounts = [account for account in gathered.accounts if not suppression.account(account.handle)]
    spellings = spelt(connection, gathered.holdings.values(), read.before.values(), read.unread)
    names = {account_key(account.handle): account.display_name for account in accounts}
    stage_new_accounts(connection, rooms, names, spellings)
    retire_unused(connection, rooms)
    stage_changed_accounts(connection, rooms, names, spellings)
    temporary.fill(connection, temporary.described_accounts, _ids(names))
    lost = (key for key in spellings.differing if spellings.of(key) is None)
    temporary.fill(connection, temporary.unspelt_accounts, _ids(lost))


def _ids(keys: Iterable[str]) -> list[int]:
    return sorted({identify("Account", key) for key in keys})
