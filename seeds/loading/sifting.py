"""Which files must be read: those that changed, those that others depend on, and those that depend on what changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from api.models import identify
from seeds.loading.files import StoredFiles, stored_holdings
from seeds.loading.handles import account_key
from seeds.loading.holdings import KINDS
from seeds.loading.gathering import Gathering
from seeds.loading.staging import Staging, in_batches
from seeds.loading.stored import BATCH, TABLES
from seeds.loading.surveying import BUNDLED_PLACES, Input


@dataclass(frozen=True, slots=True)
class Sieve:
    """The files of a dataset, those there are and those there were."""

    connection: Connection
    staging: Staging
    inputs: dict[str, Input]
    stored: StoredFiles

    @property
    def unchanged(self) -> bool:
        """True when the dataset was made from these very files by this version."""
        known = self.stored.known.keys() - {BUNDLED_PLACES}
        return known == self.inputs.keys() - {BUNDLED_PLACES} and all(map(self.stored.holds, self.inputs.values()))

    def changed(self) -> list[Input]:
        """The files to read first: new ones, changed ones, and those that any other may depend on."""
        return [
            given
            for file, given in self.inputs.items()
            if not self.stored.holds(given) or file in self.stored.shared
        ]

    def outdated(self, unread: Iterable[Input], reader: str) -> list[Input]:
        """The unread files whose rows would be others now: the gazetteer or the suppression list changed."""
        return [given for given in unread if self.stored.reader(given.file) != reader]
