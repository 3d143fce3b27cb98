"""How commands speak: data to standard output, everything for a person to standard error, an exit code for a script."""

import contextlib
import os
import sys
from typing import TextIO

from api.errors import DatabaseUnavailable, ParleyError, SeedInvalid


def data(text: str) -> None:
    """Write data, and nothing but data, to standard output; the text brings its own end of line."""
    sys.stdout.write(text)
    sys.stdout.flush()


def note(text: str) -> None:
    """Tell a person something, on standard error. That nobody can be told stops no command."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        give_up(sys.stderr)


def last_word(text: str, sentence: str | None = None) -> None:
    """Write data and a sentence when all is done: a reader who left, or a full disk, makes it no less done."""
    for stream, words in ((sys.stdout, text), (sys.stderr, f"{sentence}\n" if sentence else "")):
        try:
            stream.write(words)
            stream.flush()
        except OSError:
            give_up(stream)


def give_up(stream: TextIO) -> None:
    """Let what could not be written go nowhere: the interpreter would try again at its end, fail, and exit with 120."""
    with contextlib.suppress(OSError, ValueError):  # a stream of a test has no descriptor
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def confess(error: ParleyError) -> int:
    """Tell what went wrong, one line at a time, and return the exit code that says so."""
    if isinstance(error, SeedInvalid):
        from seeds.reading import render

        note(render(error.faults, error.total))
    for line in error.message.splitlines():
        note(f"parley: {line}")
    if isinstance(error, DatabaseUnavailable) and (cause := first_line(error.__cause__)):
        note(f"parley: the database says: {cause}")
    return error.exit_code


def first_line(cause: BaseException | None) -> str:
    """Take the line in which a driver says what is the matter."""
    return str(cause or "").strip().partition("\n")[0]
