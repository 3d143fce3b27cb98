"""The other end of `warm.py`: starts commands as processes of their own, lets them go, and learns how they ended."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from seeds.loading.applying import MANY

ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Running:
    """A command that was started; it does nothing before `go`."""

    starter: "Starter"
    pid: int
    output: Path

    def go(self) -> None:
        self.starter.tell(go=self.pid)

    def wait(self) -> int:
        """Wait for its end: its exit code, or the number of the signal that ended it, negative."""
        return self.ended()["code"]

    def ended(self) -> dict[str, int]:
        """Wait for its end: `code` as above, and the `milliseconds` of a processor that it took."""
        return self.starter.ask(wait=self.pid)

    @property
    def said(self) -> str:
        """All it wrote, to standard output and standard error."""
        return self.output.read_text(encoding="utf-8", errors="replace")


@dataclass(slots=True)
class Starter:
    """The process that starts commands; from so `many` posts on, their reloads make the indexes of posts anew."""

    process: "subprocess.Popen[str]"
    many: int = MANY
    count: int = field(default=0)

    def start(self, folder: Path, url: str, *words: str) -> Running:
        """Start `parley` with these words in a folder, on a database; it waits for `go`."""
        self.count += 1
        output = folder / f"said-{self.count}"
        environment = {"PARLEY_DATABASE_URL": url, "TMPDIR": str(folder)}
        place = {"folder": str(folder), "environment": environment, "output": str(output)}
        return Running(self, self.ask(words=words, many=self.many, **place)["pid"], output)

    def tell(self, **order: object) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{json.dumps(order)}\n")
        self.process.stdin.flush()

    def ask(self, **order: object) -> dict[str, int]:
        self.tell(**order)
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "the process that starts commands has ended"
        members: dict[str, int] = json.loads(line)
        return members


@contextmanager
def warmed(many: int = MANY) -> Iterator[Starter]:
    """Keep a starter for a while."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(Path(__file__).with_name("warm.py"))]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    ) as process:
        yield Starter(process, many)
        assert process.stdin
        process.stdin.close()
