"""For the tests of commands: each runs in a folder of its own, where the database is a file that is not there yet."""

from pathlib import Path

import pytest

from commanding import LETTERS, Run, runner


@pytest.fixture
def parley(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return runner(monkeypatch, capsys)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder of two letters."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "letters.yaml").write_text(LETTERS)
    return folder
