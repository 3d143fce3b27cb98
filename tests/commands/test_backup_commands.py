"""`parley db backup` and `parley db restore`, on both databases: the way back."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import Engine

from commanding import Run
from faults.material import write_edition
from faults.states import loaded, state
from seeds.loading.locking import locked


@pytest.fixture
def editions(tmp_path: Path) -> tuple[Path, Path]:
    return write_edition(tmp_path / "A", "A", 24), write_edition(tmp_path / "B", "B", 24)


@pytest.fixture
def command(parley: Run, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the database of this test."""
    monkeypatch.setenv("PARLEY_DATABASE_URL", database_url)
    return parley


Editions = tuple[Path, Path]


def test_a_backup_brings_the_dataset_back_as_it_was(command: Run, database_url: str, editions: Editions) -> None:
    loaded(database_url, editions[0])
    before = state(database_url)
    made = command("db", "backup", "kept")
    loaded(database_url, editions[1])
    assert state(database_url) != before
    assert (made.code, made.out) == (0, "")
    assert command("db", "restore", "kept") == (0, "", "kept is the dataset now\n")
    assert state(database_url) == before
    assert not loaded(database_url, editions[0])
    assert loaded(database_url, editions[1])


def test_backups_under_reloads_are_each_a_revision(
    command: Run, database_url: str, editions: Editions, tmp_path: Path
) -> None:
    states = {state(database_url)}

    def keep_reloading() -> None:
        for number in range(4):
            loaded(database_url, editions[number % 2])
            states.add(state(database_url))

    reloads = Thread(target=keep_reloading)
    reloads.start()
    count = 0
    while reloads.is_alive() or count < 2:
        assert command("db", "backup", f"kept-{count}").code == 0
        count += 1
    reloads.join()
    for number in range(count):
        assert command("db", "restore", f"kept-{number}").code == 0
        assert state(database_url) in states
    assert sorted(path.name for path in tmp_path.glob("*kept*")) == sorted(f"kept-{number}" for number in range(count))


def test_a_backup_never_replaces_a_file(command: Run, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("mine")
    code, out, err = command("db", "backup", "kept")
    assert (code, out) == (1, "")
    assert "never replaces" in err
    assert (tmp_path / "kept").read_text() == "mine"


def test_a_backup_that_cannot_be_written_leaves_nothing(command: Run, tmp_path: Path) -> None:
    code, _, err = command("db", "backup", "nowhere/kept")
    assert code == 1
    assert err == "parley: nowhere/kept: No such file or directory; no backup was written\n"
    assert not list(tmp_path.glob("*kept*"))


@pytest.mark.parametrize("kind", ["nothing", "text", "another database", "another archive", "half"])
def test_what_is_no_backup_is_refused_and_changes_nothing(
    command: Run, database_url: str, editions: Editions, tmp_path: Path, kind: str
) -> None:
    loaded(database_url, editions[0])
    before = state(database_url)
    command("db", "backup", "kept")
    write_imposter(tmp_path / "imposter", kind, (tmp_path / "kept").read_bytes())
    code, out, err = command("db", "restore", "imposter")
    assert (code, out) == (1, "")
    assert err.startswith("parley: imposter: ")
    assert state(database_url) == before


def write_imposter(path: Path, kind: str, backup: bytes) -> None:
    if kind == "text":
        path.write_text("Hello")
    elif kind == "another database":
        with closing(sqlite3.connect(path)) as database:
            database.execute("CREATE TABLE letters (id INTEGER)")
    elif kind == "another archive":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("letters.txt", "Hello")
    elif kind == "half":
        path.write_bytes(backup[: len(backup) // 2])


def test_a_restore_waits_for_nobody_and_says_who_is_in_its_way(
    command: Run, engine: Engine, database_url: str, editions: Editions
) -> None:
    loaded(database_url, editions[0])
    command("db", "backup", "kept")
    with locked(engine):
        code, out, err = command("db", "restore", "kept")
    assert (code, out) == (75, "")
    assert "another reload is running" in err


def test_readers_go_on_while_a_backup_is_put_back(
    command: Run, reader: Engine, database_url: str, editions: Editions
) -> None:
    loaded(database_url, editions[0])
    command("db", "backup", "kept")
    loaded(database_url, editions[1])
    counted = "SELECT number FROM revisions ORDER BY number DESC LIMIT 1"
    with reader.connect() as connection:
        assert connection.exec_driver_sql(counted).scalar() == 2
        assert command("db", "restore", "kept").code == 0
        assert connection.exec_driver_sql(counted).scalar() == 1
