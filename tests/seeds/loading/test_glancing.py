"""A glance at the lock of reloads, before anything is loaded that a glance does not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from api.errors import ReloadBusy
from api.settings import Settings
from seeds.loading import glancing
from seeds.loading.glancing_far import glance_at_server
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
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), glancing.VARIABLE: database_url}
    with locked(engine):
        ended = subprocess.run(
            [sys.executable, "-c", REFUSED], check=False, capture_output=True, text=True, env=environment
        )
    assert ended.stdout == "75\n"
    assert ended.stderr.startswith("parley: another reload is running (")
    assert f"process {os.getpid()} " in ended.stderr.replace(",", " ")
