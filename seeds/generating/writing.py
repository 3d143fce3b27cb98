"""Writing generated records: a folder enters, NDJSON files of at most ten thousand posts leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import orjson

from api.errors import SeedError
from seeds.generating.corpus import Corpus, heading
from seeds.generating.vocabulary import vocabulary

POSTS_IN_A_FILE: Final = 10_000


@dataclass(frozen=True, slots=True)
class Generated:
    """What was written: how many posts, in how many files, of how many bytes."""

    posts: int
    files: int
    size: int


def generate(posts: int, folder: Path, seed: int = 1) -> Generated:
    """Write exactly so many posts into a new or empty folder; `SeedError` where it cannot be made, or is not empty."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if next(folder.iterdir(), None) is not None:
            raise SeedError(f"{folder} is not empty: generated seeds want a folder of their own")
        size = write(folder / "sources.ndjson", list(map(line, heading(posts, seed))))
        files = 1
        for lines in in_files(posts, seed):
            size += write(folder / f"posts-{files:05}.ndjson", lines)
            files += 1
    except OSError as fault:
        raise SeedError(f"{folder}: {fault.strerror}; nothing else was written") from fault
    return Generated(posts, files, size)


def in_files(posts: int, seed: int) -> Iterator[list[bytes]]:
    """Yield the lines of each file. A thread may go on in the next."""
    lines: list[bytes] = []
    held = 0
    for record, counts in Corpus(posts, seed, vocabulary()).records():
        if held + counts > POSTS_IN_A_FILE:
            yield lines
            lines, held = [], 0
        lines.append(line(record))
        held += counts
    if lines:
        yield lines


def line(record: dict[str, object]) -> bytes:
    """Write a record as a line."""
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def write(path: Path, lines: list[bytes]) -> int:
    """Write a file and return its size."""
    return path.write_bytes(b"".join(lines))
