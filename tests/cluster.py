"""Keeps one PostgreSQL cluster for a test session: `python cluster.py BINARIES DIRECTORY`.

It makes a cluster in DIRECTORY, says `ready`, and waits for the end of its standard input: that comes when whoever
started it closes the pipe or dies, however it dies. Then it stops the server and removes DIRECTORY.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TypedDict

SECONDS = 30
SERVER = [
    *("-c", "listen_addresses="),  # the socket in the directory is the only way in
    *("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"),
    *("-c", "max_connections=50", "-c", "timezone=UTC"),
]


class Identity(TypedDict, total=False):
    user: str
    group: str
    extra_groups: list[str]


def identity() -> Identity:
    """PostgreSQL refuses to run as root: become the user its Debian packages make."""
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}


def initialise(binaries: Path, data: Path) -> None:
    """Make the cluster. It sorts words as English does, not by code points, so that no answer can lean on either."""
    words = ["--locale=C", "--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en"]
    command = [str(binaries / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "--no-sync"]
    for locale in (words, ["--locale=C", "--encoding=UTF8"]):  # before version 15 initdb knows no ICU
        made = subprocess.run([*command, *locale], capture_output=True, text=True, check=False, cwd="/", **identity())
        if made.returncode == 0:
            return
    raise SystemExit(made.stderr)


def serve(binaries: Path, directory: Path) -> "subprocess.Popen[bytes]":
    """Start the server and wait until it answers."""
    command = [str(binaries / "postgres"), "-D", str(directory / "data"), "-k", str(directory), *SERVER]
    with (directory / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd="/", **identity())
    until = time.monotonic() + SECONDS
    while server.poll() is None and time.monotonic() < until:
        asked = subprocess.run([str(binaries / "pg_isready"), "-q", "-h", str(directory)], check=False)
        if asked.returncode == 0:
            return server
        time.sleep(0.05)
    server.kill()
    raise SystemExit((directory / "log").read_text())


def keep(binaries: Path, directory: Path) -> None:
    """Make, serve, wait, stop, remove."""
    server = None
    try:
        initialise(binaries, directory / "data")
        server = serve(binaries, directory)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.buffer.read()
    finally:
        if server:
            server.send_signal(signal.SIGQUIT)  # at once: nothing in it is worth a checkpoint
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(SECONDS)
        shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    for unwelcome in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(unwelcome, signal.SIG_IGN)  # meant for the tests; their end reaches us by the pipe
    keep(Path(sys.argv[1]), Path(sys.argv[2]))
