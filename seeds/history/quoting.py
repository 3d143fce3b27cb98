"""The line of a seed that a node was read from: where it stood enters; the line leaves, while the node is there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Final

from seeds.history.provenance import Explained, Stand
from seeds.loading.surveying import BUNDLED_PLACES
from seeds.reading import BUNDLED, SUFFIXES, SeedPath, SeedStream, Unreadable
from seeds.reading.opening import MAX_DOCUMENT, opened

_MOST_FILES: Final = 1_000
_LINE_BREAK: Final = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Quote:
    """A line of a seed without its end, and where it is. `is_as_read`: in a file that was loaded, byte for byte.

    Otherwise the file changed since, or is another one of that name; the node's key stands in it.
    """

    path: Path
    line: int
    column: int | None
    text: str
    is_as_read: bool


def quoted(node: Explained, seeds: Path | None) -> Quote | None:
    """Return the line where a node stands; None where no file of that name holds it.

    Without `seeds`, the file or folder that was loaded, it is sought in the bundled corpus, in the folder we are in,
    and in the folders below this one: first the very file that was read, under whatever name it has now, then one of
    that name that has the node.
    """
    if node.stand is None:
        return None
    paths = [path for path in _candidates(node.stand.file, seeds) if path.is_file()]
    for path in chain(paths, _renamed(seeds)):
        sha256, text = _read(path, node.stand.line)
        if sha256 == node.stand.sha256:
            return Quote(path, node.stand.line, node.stand.column, text, is_as_read=True)
    found = [quote for path in paths if (quote := _sought(path, node, node.stand)) is not None]
    return max(found, key=lambda quote: quote.is_as_read, default=None)


def _candidates(file: str, seeds: Path | None) -> Iterator[Path]:
    if file == BUNDLED_PLACES:
        yield BUNDLED / "places.yaml"
    elif seeds is not None:
        yield seeds / file if seeds.is_dir() else seeds
    else:
        yield BUNDLED / file
        yield Path(file)
        yield from sorted(Path().glob(f"*/{_literal(file)}"))


def _renamed(seeds: Path | None) -> Iterator[Path]:
    """Files that may be the one that was read under another name; a bounded number of them."""
    around = seeds.rglob("*") if seeds is not None else chain(Path().glob("*"), Path().glob("*/*"))
    files = (path for path in around if path.suffix.lower() in SUFFIXES and path.is_file())
    return islice(files, _MOST_FILES)


def _literal(file: str) -> str:
    return re.sub(r"([\[*?])", r"[\1]", file)


def _sought(path: Path, node: Explained, stand: Stand) -> Quote | None:
    """Find a node in a file that changed since the node did; it may have been loaded since."""
    for located in SeedStream(SeedPath(str(path), path.name)):
        if located.kind == node.type.lower() and getattr(located.record, "key", None) == node.key:
            sha256, text = _read(path, located.line)
            return Quote(path, located.line, located.column, text, is_as_read=sha256 == stand.last_read)
    return None


def _read(path: Path, number: int) -> tuple[str, str]:
    """Read a file's SHA-256 and one of its lines in one go; both are empty where it cannot be read."""
    limit = MAX_DOCUMENT.get(path.suffix.lower())
    try:
        with opened(str(path)) as seed:
            if limit is None:
                text = _nth(seed.lines(), number).decode("utf-8", "replace").rstrip("\r\n")
            else:
                lines = _LINE_BREAK.split(seed.whole(limit).decode("utf-8-sig", "replace"))
                text = next(islice(lines, number - 1, None), "")
            return seed.sha256, text
    except Unreadable:
        return "", ""


def _nth(lines: Iterator[bytes], number: int) -> bytes:
    """Take one of the lines, and go on to the end: the hash is that of all of them."""
    found = b""
    for at, line in enumerate(lines, 1):
        if at == number:
            found = line
    return found
