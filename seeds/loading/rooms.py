"""The three rooms of the private database: records as read, nodes to be written, names that these use."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from seeds.loading.staged_names import StagedNames
from seeds.loading.staged_nodes import StagedNodes
from seeds.loading.staged_records import StagedRecords
from seeds.loading.staging import scratch


@dataclass(frozen=True, slots=True)
class Staging:
    """The rooms together."""

    records: StagedRecords
    """Threads and posts as they were read."""
    nodes: StagedNodes
    """Nodes to be written, and which ones the seeds hold."""
    names: StagedNames
    """Tags and accounts that written nodes use."""


@contextmanager
def staging() -> Iterator[Staging]:
    """Open the rooms, empty, for as long as they are needed."""
    with scratch() as database:
        yield Staging(StagedRecords(database), StagedNodes(database), StagedNames(database))
