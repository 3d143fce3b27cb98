"""Which files a path stands for: a file or a folder enters, seed files in a fixed order leave.

In a folder every *.yaml, *.yml, *.json, *.ndjson and *.jsonl below it counts, but for hidden names (those that begin
with a dot). Links are followed to files inside the folder only.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from api.errors import Fault
from seeds.reading.faults import Faults

SUFFIXES: Final = (".yaml", ".yml", ".json", ".ndjson", ".jsonl")
_KINDS: Final = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


class SeedPath(NamedTuple):
    """A file to read, and its name in faults and provenance: relative to the folder, with forward slashes."""

    path: str
    file: str


def kind_of(mode: int) -> str:
    """What a file that is not a regular one is, in words."""
    return _KINDS.get(stat.S_IFMT(mode), "something else")


def _walk(folder: Path, faults: Faults) -> Iterator[Path]:
    """All visible files below a folder, those of each folder in the order of their names."""

    def unreadable(error: OSError) -> None:
        where = os.fsdecode(error.filename or folder)
        faults.add(Fault(_name(Path(where), folder), 0, 0, "", f"the folder cannot be read: {error.strerror}"))

    for root, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if Path(root, name).is_symlink():
                _inside(Path(root, name), folder, faults)
        yield from (Path(root, name) for name in sorted(files) if not name.startswith("."))


def _name(path: Path, folder: Path) -> str:
    try:
        return PurePosixPath(path.relative_to(folder)).as_posix()
    except ValueError:
        return str(path)


def _inside(path: Path, folder: Path, faults: Faults) -> bool:
    """True when the path, its links followed, stays in the folder."""
    try:
        inside = path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        faults.add(Fault(_name(path, folder), 0, 0, "", "is a link that leads nowhere"))
        return False
    if not inside:
        hint = "copy the file into the folder"
        faults.add(Fault(_name(path, folder), 0, 0, "", "is a link that leads out of the folder", hint))
    return inside


def _acceptable(path: Path, folder: Path, faults: Faults) -> bool:
    name = _name(path, folder)
    if path.is_symlink() and not _inside(path, folder, faults):
        return False
    try:
        name.encode()
    except UnicodeEncodeError:
        hint = "rename the file"
        faults.add(Fault(name.encode("utf-8", "replace").decode(), 0, 0, "", "its name is not UTF-8", hint))
        return False
    return True


def _in_folder(folder: Path, faults: Faults) -> list[SeedPath]:
    before = faults.total
    found = [path for path in _walk(folder, faults) if path.suffix.lower() in SUFFIXES]
    seeds = [SeedPath(str(path), _name(path, folder)) for path in found if _acceptable(path, folder, faults)]
    if not seeds and faults.total == before:
        hint = f"a seed ends in {', '.join(SUFFIXES)}"
        faults.add(Fault(str(folder), 0, 0, "", "no seeds are in this folder", hint))
    return sorted(seeds, key=lambda seed: seed.file)


def collect(path: Path, faults: Faults) -> list[SeedPath]:
    """The seed files that a path stands for, sorted by name. What cannot be one is told to `faults`."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        reason = (
            "does not exist"
            if isinstance(error, FileNotFoundError)
            else f"cannot be read: {getattr(error, 'strerror', None) or error}"
        )
        faults.add(Fault(str(path), 0, 0, "", reason, "give a seed file or a folder of seeds"))
        return []
    if stat.S_ISDIR(mode):
        return _in_folder(path, faults)
    if path.suffix.lower() not in SUFFIXES:
        hint = f"a seed ends in {', '.join(SUFFIXES)}; `parley seed import` reads captures"
        faults.add(Fault(str(path), 0, 0, "", "is not a seed by its name", hint))
        return []
    return [SeedPath(str(path), path.name)]
