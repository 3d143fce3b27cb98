"""A glance at the lock of reloads, before anything is loaded that a glance does not need."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from api.errors import ReloadBusy
from api.settings import Settings
from seeds.loading import glancing
from seeds.loading.glancing_far import glance_at_server
from seeds.loading.holders import let_go, of_file
from seeds.loading.locking import locked

REFUSED = """
import sys
from api.__main__ import main
sys.argv = ["parley", "seed", "reload"]
try:
    main()
except SystemExit as ended:
    print(ended.code, *({name.split(".")[0] for name in sys.modules} & {"sqlalchemy", "pydantic", "typer"}))
"""


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    yield
    let_go()


def reload_elsewhere(url: str) -> "subprocess.CompletedProcess[str]":
    """Another process that means to reload."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), glancing.VARIABLE: url}
    return subprocess.run([sys.executable, "-c", REFUSED], check=False, capture_output=True, text=True, env=environment)


def glance(url: str) -> None:
    if not glancing.glance_at_file(url):
        glance_at_server(url)


def test_a_glance_names_the_reload_that_runs_and_passes_when_it_is_over(engine: Engine, database_url: str) -> None:
    glance(database_url)
    with locked(engine), pytest.raises(ReloadBusy, match=rf"process {os.getpid()}\b"):
        glance(database_url)
    glance(database_url)


def test_a_glance_makes_no_file_and_leaves_what_it_cannot_tell(tmp_path: Path) -> None:
    absent, strange = tmp_path / "absent.db", tmp_path / "strange.db"
    strange.write_text("no database")
    for url in (f"sqlite:///{absent}", f"sqlite:///{strange}", "postgresql://nobody@/none?host=/nowhere", "mysql://a"):
        glance(url)
    assert not absent.exists()


def test_it_looks_where_the_settings_will(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(glancing.VARIABLE, raising=False)
    assert glancing.address() == Settings().database_url == glancing.DEFAULT
    for name, value in ((glancing.VARIABLE, ""), (glancing.VARIABLE.lower(), "sqlite:///other.db")):
        monkeypatch.setenv(name, value)
        assert glancing.address() == Settings().database_url
        monkeypatch.delenv(name)


def test_a_second_reload_is_refused_before_anything_heavy_is_loaded(engine: Engine, database_url: str) -> None:
    with locked(engine):
        ended = reload_elsewhere(database_url)
    assert ended.stdout == "75\n"
    assert ended.stderr.startswith("parley: another reload is running (")
    assert f"process {os.getpid()} " in ended.stderr.replace(",", " ")


def test_of_two_that_start_together_the_second_is_refused_while_the_first_still_loads(
    engine: Engine, database_url: str
) -> None:
    glance(database_url)
    ended = reload_elsewhere(database_url)
    assert (ended.stdout, f"process {os.getpid()} " in ended.stderr.replace(",", " ")) == ("75\n", True)
    with locked(engine):
        assert reload_elsewhere(database_url).stdout == "75\n"
    glance(database_url)  # and the lock that the reload took over is free again


def test_a_glance_keeps_no_lock_of_a_file_that_is_not_in_wal_mode_yet(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "old.db", isolation_level=None, timeout=0)) as database:
        database.execute("CREATE TABLE a (b)")
        glance(f"sqlite:///{tmp_path / 'old.db'}")
        assert database.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)


def test_the_holder_is_named_through_a_link_to_the_file(sqlite_template: Path, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(sqlite_template)
    with closing(sqlite3.connect(sqlite_template, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        assert of_file(str(tmp_path / "link.db")) == f"process {os.getpid()} holds the lock"
