"""`./dev`, the script behind the README's two commands, in a copy where a pretended uv notes what it is asked."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRETENDED_UV = f"""#!/bin/sh
echo "uv $1 $2" >>"$CALLS"
echo "what a tool says"
for last; do :; done
[ "$1" != venv ] || {{
    mkdir -p "$last/bin"
    printf '#!/bin/sh\\nexec "{sys.executable}" "$@"\\n' >"$last/bin/python"
    printf '#!/bin/sh\\necho "parley $*"\\npwd\\n' >"$last/bin/parley"
    chmod +x "$last/bin/python" "$last/bin/parley"
}}
"""
SETUP = ["uv venv --quiet", "uv pip sync", "uv pip install"]
TOOLS = ["sh", "dirname", "cat", "cksum", "rm", "sleep", "awk", "mkdir", "chmod"]

Dev = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "a house with spaces"
    folder.mkdir()
    for name in ("dev", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    calls = tmp_path / "calls"
    calls.touch()
    return calls


@pytest.fixture
def dev(folder: Path, calls: Path, tmp_path: Path) -> Dev:
    path = tmp_path / "bin"
    path.mkdir()
    for tool in TOOLS:
        (path / tool).symlink_to(shutil.which(tool) or tool)
    (path / "uv").write_text(PRETENDED_UV)
    (path / "uv").chmod(0o755)

    def run(*arguments: str, cwd: Path = tmp_path, **more: str) -> "subprocess.CompletedProcess[str]":
        environment = {"PATH": str(path), "CALLS": str(calls), "PYTHON": sys.executable} | more
        command = [str(folder / "dev"), *arguments]
        return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)

    return run


def test_set_up_happens_once_and_says_so_on_standard_error(dev: Dev, calls: Path) -> None:
    first, second = dev("setup"), dev("setup")
    assert (first.returncode, first.stdout) == (0, "")
    assert "setting up .venv" in first.stderr
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert calls.read_text().splitlines() == SETUP


@pytest.mark.parametrize("file", ["requirements.lock", "pyproject.toml"])
def test_set_up_is_redone_when_what_it_was_made_from_changes(dev: Dev, calls: Path, folder: Path, file: str) -> None:
    dev("setup")
    with (folder / file).open("a") as changed:
        changed.write("# another line\n")
    dev("setup")
    assert calls.read_text().splitlines() == [*SETUP, *SETUP[1:]]


def test_a_folder_that_moved_is_set_up_again(dev: Dev, calls: Path, folder: Path, tmp_path: Path) -> None:
    dev("setup")
    elsewhere = folder.rename(tmp_path / "moved")
    folder.symlink_to(elsewhere)
    dev("setup")
    assert calls.read_text().splitlines() == [*SETUP, *SETUP[1:]]


def test_a_set_up_cut_off_half_way_starts_anew(dev: Dev, calls: Path, folder: Path) -> None:
    dev("setup")
    gone = subprocess.run(["sh", "-c", "echo $$"], capture_output=True, text=True, check=True).stdout
    (folder / ".venv" / "parley-setup").unlink()
    (folder / ".venv-setup").write_text(gone)
    assert "cut off" in dev("setup").stderr
    assert calls.read_text().splitlines() == [*SETUP, *SETUP]
    assert not (folder / ".venv-setup").exists()


def test_a_second_set_up_waits_for_the_first(dev: Dev, folder: Path) -> None:
    with subprocess.Popen(["sleep", "1.5"]) as first:
        (folder / ".venv-setup").write_text(str(first.pid))
        reap = subprocess.Popen(["sh", "-c", f'sleep 1.5; rm -f "{folder}/.venv-setup"'])
        second = dev("setup")
        reap.wait()
    assert second.returncode == 0
    assert "waiting" in second.stderr
    assert "cut off" not in second.stderr


def test_a_failed_set_up_says_so_and_is_tried_again(dev: Dev, folder: Path) -> None:
    failed = dev("parley", "help", PYTHON="", HOME="/nonexistent")
    assert failed.returncode == 1
    assert failed.stdout == ""
    assert "Parley needs Python 3.11 or newer" in failed.stderr
    assert not (folder / ".venv-setup").exists()
    assert dev("setup").returncode == 0


def test_a_command_keeps_its_arguments_its_folder_and_its_output(dev: Dev, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    assert dev("parley", "seed", "check", "my seeds", cwd=here).stdout == f"parley seed check my seeds\n{here}\n"
    assert dev("serve", "--port", "9", cwd=here).stdout == f"parley serve --port 9\n{here}\n"


def test_test_hands_its_arguments_to_pytest_in_the_repository(dev: Dev) -> None:
    ran = dev("test", "--collect-only", "-q", "-p", "no:cacheprovider", "no_such_file.py", PYTHONDONTWRITEBYTECODE="1")
    assert ran.returncode == pytest.ExitCode.USAGE_ERROR
    assert "no_such_file.py" in ran.stderr


def test_test_alone_runs_all_tests_on_several_processors(dev: Dev, folder: Path) -> None:
    (folder / "tests").mkdir()
    (folder / "tests" / "test_one.py").write_text("def test_one() -> None:\n    pass\n")
    ran = dev("test")
    assert ran.returncode == 0, ran.stderr
    assert re.search(r"[1-4] workers? \[1 item\]", ran.stdout)


def test_help_is_data_and_a_slip_is_not(dev: Dev, calls: Path) -> None:
    helped, slipped = dev("help"), dev("sevre")
    assert helped.returncode == 0
    assert "./dev serve" in helped.stdout
    assert (slipped.returncode, slipped.stdout) == (2, "")
    assert "no such command: sevre" in slipped.stderr
    assert calls.read_text() == ""


@pytest.mark.parametrize("script", ["dev", ".ci/run"])
def test_the_scripts_can_be_run(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
