"""Servers under load: each a process of its own on the servers' core, all by the same uvicorn with the same options.

`python -m benchmarks.serving KIND PORT [URL]` serves one of the applications that are not Parley.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from api.commands.connections import Connection
from benchmarks.accounting import on_core
from benchmarks.bare import Bare, Static
from benchmarks.idiomatic import Endpoint

TESTS = Path(__file__).resolve().parents[1]
START_SECONDS = 60
PARLEY = "from api.__main__ import main; main()"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    port: int
    process: int


@contextmanager
def served(kind: str, url: str, core: int, *, cache: bool = False) -> Iterator[Server]:
    """Run a server until the end of the block: `parley`, `bare`, `static` or `idiomatic`."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PARLEY_")}
    environment["PYTHONPATH"] = os.pathsep.join([str(TESTS), str(TESTS.parent)])
    if kind == "parley":
        environment["PARLEY_DATABASE_URL"] = url
        if not cache:
            environment["PARLEY_CACHE_BYTES"] = "0"
        command = [sys.executable, "-c", PARLEY, "serve", "--port", str(port)]
    else:
        command = [sys.executable, "-m", "benchmarks.serving", kind, str(port), url]
    with on_core(core):
        process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    try:
        await_port(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.communicate()


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


def await_port(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Wait until somebody listens; tell what the process said if it ends instead."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            _, said = process.communicate()
            raise SystemExit(f"a server did not start:\n{said.decode()}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise SystemExit("a server did not start in time")


def application(kind: str, url: str) -> ASGIApp:
    """Make one of the applications to compare with."""
    if kind == "static":
        return Static()
    return Bare(url) if kind == "bare" else Endpoint(url)


if __name__ == "__main__":
    name, number, *rest = sys.argv[1:]
    uvicorn.run(
        application(name, *rest),
        port=int(number),
        loop="uvloop",
        http=Connection,
        lifespan="off",
        access_log=False,
        log_level="warning",
        server_header=False,
    )
