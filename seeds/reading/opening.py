"""Opening a seed file safely: a path enters, bounded bytes and their SHA-256 leave; pipes and devices never open."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from seeds.reading.collecting import kind_of

MAX_LINE: Final = 8 * 1024 * 1024
"""Bytes in one line of NDJSON."""
MAX_DOCUMENT: Final = {".yaml": 32 * 1024 * 1024, ".yml": 32 * 1024 * 1024, ".json": 64 * 1024 * 1024}
"""Bytes in one YAML or JSON file: each is held in memory whole."""
_CHUNK: Final = 1024 * 1024


class Unreadable(Exception):  # noqa: N818 (it is caught next door, never shown)
    """The file cannot be read, or not any further."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class OpenSeed:
    """An open seed file. `digest` is that of the bytes read so far."""

    def __init__(self, stream: BinaryIO, status: os.stat_result) -> None:
        self._stream = stream
        self._status = status
        self._digest = hashlib.sha256()
        self._length = 0

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    def _take(self, data: bytes) -> bytes:
        self._digest.update(data)
        self._length += len(data)
        return data

    def whole(self, limit: int) -> bytes:
        """All bytes of a file of `limit` bytes or fewer."""
        if self._status.st_size > limit:
            hint = "split it into several files, or write NDJSON: one record a line"
            raise Unreadable(f"is larger than {limit // 1024 // 1024} MiB", hint)
        data = self._take(self._stream.read(limit + 1))
        self._unchanged()
        return data

    def lines(self) -> Iterator[bytes]:
        """The lines, with their ends. Raises `Unreadable` at one that is longer than `MAX_LINE`."""
        number = 0
        while line := self._stream.readline(MAX_LINE + 1):
            number += 1
            if len(line) > MAX_LINE:
                message = f"line {number:,} is longer than {MAX_LINE // 1024 // 1024} MiB"
                raise Unreadable(message, "NDJSON is one record a line; the lines after this one were not read")
            yield self._take(line)
        self._unchanged()

    def skim(self) -> str:
        """Only the SHA-256 of the whole file."""
        while chunk := self._stream.read(_CHUNK):
            self._take(chunk)
        self._unchanged()
        return self.sha256

    def _unchanged(self) -> None:
        now = os.fstat(self._stream.fileno())
        before = self._status
        if (now.st_size, now.st_mtime_ns) != (before.st_size, before.st_mtime_ns) or self._length != now.st_size:
            raise Unreadable("was changed while it was read", "try again when nobody writes to it")


@contextmanager
def opened(path: str) -> Iterator[OpenSeed]:
    """Open a regular file. Raises `Unreadable` for anything else, and for what the system refuses."""
    try:
        # O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError as error:
        raise Unreadable(f"cannot be opened: {(error.strerror or str(error)).lower()}") from error
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise Unreadable(f"is {kind_of(status.st_mode)}, not a file", "seeds are regular files")
    with os.fdopen(descriptor, "rb") as stream:
        try:
            yield OpenSeed(stream, status)
        except OSError as error:
            raise Unreadable(f"cannot be read: {(error.strerror or str(error)).lower()}") from error


def fingerprint(path: str) -> str:
    """The SHA-256 of a file, without parsing it. Raises `Unreadable`."""
    with opened(path) as seed:
        return seed.skim()
