"""`parley serve`, as a process of its own: it makes its database, says where to look, shares a port, and stops."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.__main__ import main

PARLEY = [sys.executable, "-c", "from api.__main__ import main; main()", "serve"]
PATIENCE = 60.0
GRACE = 8.0
"""Seconds: less than a server waits for answers that do not end."""


def asked(port: int, path: str) -> dict[str, object]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
        content: dict[str, object] = json.load(answer)
    return content


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


@contextlib.contextmanager
def serving(folder: Path, port: int, *words: str, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    """Serve from a folder until the end of the block; wait until it is ready."""
    server = subprocess.Popen(
        [*PARLEY, "--port", str(port), *words],
        cwd=folder,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            assert server.poll() is None, server.communicate()[1]
            assert time.monotonic() < deadline
            with contextlib.suppress(OSError):
                asked(port, "/readyz")
                break
            time.sleep(0.02)
        yield server
    finally:
        server.kill()
        server.communicate()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a server has made its database."""
    made = tmp_path_factory.mktemp("served")
    port = free_port()
    with serving(made, port) as server:
        assert asked(port, "/readyz") == {"status": "ready", "revision": 1}
        server.send_signal(signal.SIGTERM)
        out, err = server.communicate(timeout=PATIENCE)
    assert (server.returncode, out) == (0, ""), err
    assert "loading the bundled corpus" in err
    assert f"http://127.0.0.1:{port}/graphql" in err
    return made


def test_a_second_start_finds_the_database_as_the_first_one_made_it(folder: Path) -> None:
    port = free_port()
    made = (folder / "parley.db").read_bytes()
    with serving(folder, port) as server:
        assert asked(port, "/graphql?query={threads{totalCount}}") == {"data": {"threads": {"totalCount": 24}}}
        server.send_signal(signal.SIGTERM)
        _, err = server.communicate(timeout=PATIENCE)
    assert "loading the bundled corpus" not in err
    assert "the tables are at" not in err
    assert (folder / "parley.db").read_bytes() == made


def test_an_interrupt_is_a_stop(folder: Path) -> None:
    with serving(folder, free_port()) as server:
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=PATIENCE)
    assert (server.returncode, out) == (0, ""), err
    assert "stopped" in err
    assert "Traceback" not in err


def test_an_open_stream_does_not_hold_up_the_stop(folder: Path) -> None:
    port = free_port()
    query = "/graphql?query=subscription{datasetChanged{number}}"
    stream = urllib.request.Request(f"http://127.0.0.1:{port}{query}", headers={"accept": "text/event-stream"})
    with serving(folder, port) as server, urllib.request.urlopen(stream, timeout=5) as opened:  # noqa: S310
        assert opened.read(3) == b":\n\n"
        begun = time.monotonic()
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=PATIENCE)
        assert time.monotonic() - begun < GRACE
        assert b"complete" not in opened.read()


def test_several_workers_share_the_port(folder: Path) -> None:
    port = free_port()
    with serving(folder, port, "--workers", "2") as server:
        assert asked(port, "/readyz")["revision"] == 1
        server.send_signal(signal.SIGTERM)
        out, err = server.communicate(timeout=PATIENCE)
    assert (server.returncode, out) == (0, ""), err
    assert "Traceback" not in err


def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[object, str]:
    """Run `parley serve` where it cannot start; give its exit code and what it said."""
    monkeypatch.setattr(sys, "argv", ["parley", "serve", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    out, err = capsys.readouterr()
    assert out == ""
    return ended.value.code, err


def test_a_port_in_use_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, said = told(monkeypatch, capsys, "--port", str(taken.getsockname()[1]))
    assert code == 1
    assert "--port chooses another" in said
    assert list(tmp_path.iterdir()) == []


def test_an_address_that_is_not_here_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for host in ("nowhere.invalid", "192.0.2.1"):
        code, said = told(monkeypatch, capsys, "--port", "0", "--host", host)
        assert code == 1
        assert host in said


def test_a_server_s_database_is_its_keeper_s_to_upgrade(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], postgres: str
) -> None:
    monkeypatch.setenv("PARLEY_DATABASE_URL", postgres)
    code, said = told(monkeypatch, capsys, "--port", "0")
    assert code == 1
    assert "run `parley db upgrade`" in said
