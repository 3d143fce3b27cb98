"""The files that the database was made from: their hashes, and what each holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

import orjson
from sqlalchemy import Connection, delete, select

from seeds.extraction import EXTRACTOR_VERSION
from seeds.loading.batches import in_batches
from seeds.loading.holdings import Holding, read, written
from seeds.loading.stored import BATCH, TABLES
from seeds.loading.surveying import Input

LOADER_VERSION = 2
"""Raise it with every change that may make other rows of the same seeds: all files are then read anew."""
_TABLE = TABLES["seed_files"]
_CODE = f"{LOADER_VERSION}.{EXTRACTOR_VERSION}"


def reader_of(gazetteer: str, suppression: str) -> str:
    """Return what rows depend on beside their file, from the digests of the gazetteer and the suppression list."""
    return f"{_CODE}:{sha256(orjson.dumps([gazetteer, suppression])).hexdigest()}"


@dataclass(frozen=True, slots=True)
class StoredFiles:
    """The files of the last reload: hash and reader by name, and which of them others may depend on."""

    known: dict[str, tuple[str, str]]
    shared: frozenset[str]
    needy: frozenset[str]
    """Files whose records refer to sources or threads in other files."""

    def holds(self, given: Input) -> bool:
        """Tell whether a file is as it was, and was read by this version."""
        sha256, reader = self.known.get(given.file, ("", ""))
        return sha256 == given.sha256 and reader.startswith(f"{_CODE}:")

    def reader(self, file: str) -> str:
        """Return what the rows of a file depended on when it was read."""
        return self.known[file][1]


def stored_files(connection: Connection) -> StoredFiles:
    """Read which files the database was made from."""
    found = connection.execute(select(_TABLE.c.path, _TABLE.c.sha256, _TABLE.c.reader))
    known = {path: (digest, reader) for path, digest, reader in found}
    shared = connection.scalars(select(_TABLE.c.path).where(_TABLE.c.contents.contains('"is_shared":true')))
    needy = connection.scalars(select(_TABLE.c.path).where(~_TABLE.c.contents.contains('"needed":""')))
    return StoredFiles(known, frozenset(shared), frozenset(needy))


def stored_holdings(connection: Connection, files: Iterable[str]) -> Iterator[tuple[str, Holding]]:
    """Stream what some files hold, one at a time."""
    for file in sorted(files):
        text = connection.scalar(select(_TABLE.c.contents).where(_TABLE.c.path == file))
        if text is not None:
            yield file, read(text)


def write_files(
    connection: Connection, inputs: Iterable[Input], holdings: dict[str, Holding], gone: Iterable[str], reader: str
) -> None:
    """Remember the files that were read, and forget those that are gone."""
    given = list(inputs)
    for names in in_batches(sorted({*gone, *(one.file for one in given)}), BATCH):
        connection.execute(delete(_TABLE).where(_TABLE.c.path.in_(names)))
    for one in given:
        row = {"path": one.file, "sha256": one.sha256, "reader": reader, "contents": written(holdings[one.file])}
        connection.execute(_TABLE.insert(), row)
