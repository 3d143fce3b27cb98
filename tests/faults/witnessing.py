"""Reloads under readers: both editions by turns, while several processes ask and must never see a mixture."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from api.database import opened
from api.endpoints.mill import Mill
from api.schema import build
from api.settings import Settings
from faults.reading import QUESTION, Watched
from faults.states import loaded
from faults.warming import ROOT

READERS, PAUSE = 4, 0.002


@dataclass(frozen=True, slots=True)
class Witness:
    """What all readers together saw: how many questions and revisions, and the slowest answer in seconds."""

    asked: int
    revisions: int
    slowest: float


def reloaded_under_readers(
    url: str, editions: tuple[Path, Path], reloads: int, readers: int = READERS, pause: float = PAUSE
) -> Witness:
    """Reload so often; fail when a reader met an error, or an answer that is not all of one edition."""
    allowed = [answer_after(url, edition) for edition in editions]
    with asking(url, readers, pause) as processes:
        for n in range(reloads):
            assert loaded(url, editions[n % 2])
        seen = [ended(process) for process in processes]
    numbers = set()
    for one in seen:
        assert not one["errors"], one["errors"][:3]
        for answer in one["answers"]:
            number, edition = split(answer)
            numbers.add(number)
            assert edition == allowed[number % 2 == 0], f"a mixture in revision {number}: {answer[:1000]}"
    return Witness(sum(one["asked"] for one in seen), len(numbers), max(one["slowest"] for one in seen))


def answer_after(url: str, edition: Path) -> str:
    """Load an edition and ask undisturbed. The first becomes revision 1, the second revision 2."""
    assert loaded(url, edition)
    settings = Settings()
    with opened(url, settings) as engine:
        return split(Mill(build(), engine, settings).answer(QUESTION).decode())[1]


def split(answer: str) -> tuple[int, str]:
    """Take the revision's number out of an answer; all else is the edition's."""
    members = json.loads(answer)
    number = members["dataset"]["revision"].pop("number")
    return number, json.dumps(members)


@contextmanager
def asking(url: str, readers: int, pause: float) -> Iterator[list["subprocess.Popen[str]"]]:
    """Start readers and wait until each has asked once."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "faults.reading", url, str(pause)]
    processes = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
        for _ in range(readers)
    ]
    try:
        for process in processes:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        yield processes
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def ended(process: "subprocess.Popen[str]") -> Watched:
    """Tell a reader to stop, and hear what it saw."""
    said, _ = process.communicate("", timeout=60)
    seen: Watched = json.loads(said)
    return seen
