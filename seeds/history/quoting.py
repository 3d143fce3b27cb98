"""The line of a seed that a node was read from: where it stood enters; the line leaves while the file is as it was."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from seeds.history.provenance import Stand
from seeds.loading.surveying import BUNDLED_PLACES
from seeds.reading import BUNDLED, Unreadable
from seeds.reading.opening import MAX_DOCUMENT, opened

_LINE_BREAK: Final = re.compile(r"\r\n?|\n")


def quoted(stand: Stand, seeds: Path | None) -> str | None:
    """Return the line without its end; None where no file of that name and hash is found.

    Without `seeds`, the file or folder that was loaded, it is sought in the bundled corpus, in the folder we are in,
    and in the folders below this one.
    """
    for path in _candidates(stand.file, seeds):
        line = _line(path, stand)
        if line is not None:
            return line
    return None


def _candidates(file: str, seeds: Path | None) -> Iterator[Path]:
    if file == BUNDLED_PLACES:
        yield BUNDLED / "places.yaml"
    elif seeds is not None:
        yield seeds / file if seeds.is_dir() else seeds
    else:
        yield BUNDLED / file
        yield Path(file)
        yield from sorted(Path().glob(f"*/{_literal(file)}"))


def _literal(file: str) -> str:
    return re.sub(r"([\[*?])", r"[\1]", file)


def _line(path: Path, stand: Stand) -> str | None:
    """Read the line and the file's hash in one go."""
    limit = MAX_DOCUMENT.get(path.suffix.lower())
    try:
        with opened(str(path)) as seed:
            if limit is None:
                lines = seed.lines()
                line = next(islice(lines, stand.line - 1, None), b"").decode("utf-8", "replace").rstrip("\r\n")
                for _ in lines:
                    pass
            else:
                text = seed.whole(limit).decode("utf-8-sig", "replace")
                line = next(islice(_LINE_BREAK.split(text), stand.line - 1, None), "")
            return line if seed.sha256 == stand.sha256 else None
    except Unreadable:
        return None
