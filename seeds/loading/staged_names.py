"""Tags and accounts that written nodes use, by id and key, in the private database."""

from collections.abc import Iterable, Iterator

from seeds.loading.staging import Scratch


class StagedNames:
    """Each method is one statement or one stream. `kind` is Hashtag or Account."""

    def __init__(self, database: Scratch) -> None:
        self._database = database

    def use(self, kind: str, names: Iterable[tuple[int, str]]) -> None:
        """Remember tags or accounts that written nodes use, by id and key."""
        self._database.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", ((kind, *name) for name in names))

    def used(self, kind: str) -> Iterator[tuple[int, str]]:
        """Stream the tags or accounts that written nodes use, by id."""
        yield from self._database.execute("SELECT id, key FROM names WHERE type = ? ORDER BY id", (kind,))

    def among_used(self, kind: str, ids: list[int]) -> set[int]:
        """Return those of some tags or accounts that written nodes use."""
        order = "SELECT id FROM names WHERE type = ? AND id IN (SELECT value FROM json_each(?))"
        return {number for (number,) in self._database.execute(order, (kind, str(ids)))}
