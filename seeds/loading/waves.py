"""Reading in waves: first the files that changed, then those that depend on what these say; the others stay unread."""

from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection

from api.errors import SeedInvalid
from seeds.extraction.gazetteer import Gazetteer
from seeds.loading import sifting
from seeds.loading.clashes import find_clashes
from seeds.loading.contexts import Elsewhere, look_elsewhere
from seeds.loading.files import StoredFiles, reader_of, stored_holdings
from seeds.loading.gathering import Gathering
from seeds.loading.holdings import KINDS, Holding
from seeds.loading.making import Recipe, gazetteer_places
from seeds.loading.progress import Progress
from seeds.loading.reading import batches, unpacked, whole
from seeds.loading.rooms import Staging
from seeds.loading.suppression import united
from seeds.loading.surveying import Input, bundled_gazetteer
from seeds.loading.workers import processors, workers
from seeds.reading import SeedPath, cross_check

_WORTH_PROCESSES: Final = 16 * 1024 * 1024
"""Bytes to read from which on other processes are started: fewer are read sooner than these are."""
_LARGE: Final = 32 * 1024 * 1024
"""Bytes from which on a file is read here, batch by batch, rather than at once by another process."""


@dataclass(slots=True)
class Read:
    """What reading found: the files read and what they held before, those left unread and those that are gone."""

    gathering: Gathering
    recipe: Recipe
    reader: str
    unread: dict[str, Input]
    gone: list[str]
    before: dict[str, Holding] = field(default_factory=dict)
    elsewhere: Elsewhere = field(default_factory=Elsewhere)


def read_in_waves(
    connection: Connection,
    staging: Staging,
    inputs: dict[str, Input],
    stored: StoredFiles,
    revision: int,
    progress: Progress,
) -> Read:
    """Read what must be read, and check it against itself and against what stays unread. Raises SeedInvalid."""
    gathering = Gathering(staging)
    unread = dict(inputs)
    _read(gathering, unread, sifting.changed(inputs.values(), stored), progress)
    if not gathering.gathered.places:
        bundled = bundled_gazetteer()
        _read(gathering, unread | {bundled.file: bundled}, [bundled], progress)
    read = _with_recipe(gathering, unread, revision, stored)
    _read(gathering, unread, sifting.outdated(unread.values(), read.reader, stored), progress)
    _recall(connection, read)
    dependent = sifting.dependent(connection, gathering, read.before, list(unread.values()), stored)
    _read(gathering, unread, dependent, progress)
    _recall(connection, read)
    read.elsewhere = look_elsewhere(connection, gathering, unread)
    _check(connection, read)
    return read


def _with_recipe(gathering: Gathering, unread: dict[str, Input], revision: int, stored: StoredFiles) -> Read:
    suppression = united(gathering.gathered.suppressed)
    recipe = Recipe(gazetteer_places(place for place, _ in gathering.gathered.places), suppression, revision)
    reader = reader_of(Gazetteer(recipe.places).digest, suppression.digest)
    present = {*unread, *(given.file for given in gathering.gathered.inputs)}
    return Read(gathering, recipe, reader, unread, sorted(stored.known.keys() - present))


def _recall(connection: Connection, read: Read) -> None:
    """Look up what the files read, and those gone, held when they were last read."""
    files = {*read.gone, *(given.file for given in read.gathering.gathered.inputs)} - read.before.keys()
    for file, holding in stored_holdings(connection, files):
        read.before[file] = holding


def _compare_holdings(read: Read) -> None:
    """Note what the files read hold and held before: what else is stored stands in unread files."""
    nodes = read.gathering.staging.nodes
    for kind in KINDS:
        for holding in read.before.values():
            nodes.held_before(kind, holding.defined[kind])
        for holding in read.gathering.gathered.holdings.values():
            nodes.hold(kind, holding.defined[kind])


def _check(connection: Connection, read: Read) -> None:
    """Check the files read against each other, and against what stays unread."""
    gathering = read.gathering
    if read.unread:
        _compare_holdings(read)
        find_clashes(connection, gathering, read.unread)
    seeds = [SeedPath(given.path, given.file) for given in gathering.gathered.inputs]
    if read.elsewhere.facts:
        gathering.crossing.add(read.elsewhere.facts)
        seeds.append(SeedPath("", "files not read again"))
    cross_check(gathering.crossing, seeds, gathering.faults, partial=gathering.gathered.partial)
    if gathering.faults.total:
        raise SeedInvalid(gathering.faults.in_order(), gathering.faults.total)


def _read(gathering: Gathering, unread: dict[str, Input], files: list[Input], progress: Progress) -> None:
    """Read some files, small ones in other processes where there is enough to do, and take them off `unread`."""
    small = [given for given in files if given.size <= _LARGE]
    worth = len(small) > 1 and sum(given.size for given in small) > _WORTH_PROCESSES
    with workers(processors() if worth else 0) as running:
        elsewhere = running.map(whole, small, size=lambda given: given.size)
        for done, given in enumerate(files, 1):
            gathering.take(given, unpacked(next(elsewhere)) if given.size <= _LARGE else batches(given))
            unread.pop(given.file, None)
            progress("read", done, len(files))
