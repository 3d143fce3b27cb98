"""Which files a dataset is made of: a path enters, the files and their hashes leave, nothing parsed yet."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from api.errors import Fault, SeedInvalid
from seeds.reading import BUNDLED, Faults, Unreadable, collect, fingerprint

BUNDLED_PLACES: Final = "parley:places.yaml"
"""The name under which the bundled gazetteer is known where a dataset brings no places of its own."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to load: where it lies, its name within the dataset, the SHA-256 of its bytes and how many they are."""

    path: str
    file: str
    sha256: str
    size: int


def survey(path: Path | None) -> list[Input]:
    """Return the files of a dataset, by name; without a path, of the bundled one. Raises SeedInvalid."""
    faults = Faults()
    inputs: list[Input] = []
    for seed in collect(BUNDLED if path is None else path, faults):
        try:
            inputs.append(_input(seed.path, seed.file))
        except Unreadable as problem:
            faults.add(Fault(seed.file, 0, 0, "", problem.message, problem.hint))
    if faults.total:
        raise SeedInvalid(faults.listed, faults.total)
    return inputs


def bundled_gazetteer() -> Input:
    """Return the bundled gazetteer as a file of the dataset. Raises SeedInvalid where it cannot be read."""
    path = str(BUNDLED / "places.yaml")
    try:
        return _input(path, BUNDLED_PLACES)
    except Unreadable as problem:
        raise SeedInvalid([Fault(path, 0, 0, "", problem.message, problem.hint)]) from problem


def _input(path: str, file: str) -> Input:
    return Input(path, file, fingerprint(path), Path(path).stat().st_size)
