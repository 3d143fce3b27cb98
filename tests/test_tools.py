"""What the tests lean on: skips that are seen, failures where nothing may be skipped, a cluster that goes away."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from databases import Statements
from postgres import CLUSTER, binaries, hand_over
from tools import missing, required

STARTER = """
import subprocess, sys, time
keeper = subprocess.Popen([sys.executable, *sys.argv[1:]], stdin=subprocess.PIPE, start_new_session=True)
time.sleep(60)
"""


def test_a_missing_tool_skips_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARLEY_REQUIRE_ALL", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-tool or no-other is not installed"):
        required("no-such-tool", "no-other")


def test_where_all_tests_must_run_a_missing_tool_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_REQUIRE_ALL", "1")
    with pytest.raises(pytest.fail.Exception, match="no abacus"):
        missing("no abacus")


def test_a_tool_that_is_there_is_given_with_its_path() -> None:
    assert Path(required("no-such-tool", "sh")).name == "sh"


def test_every_database_of_a_test_is_its_own(engine: Engine) -> None:
    with engine.begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM hashtag_aliases")) == 0
        connection.execute(text("INSERT INTO hashtag_aliases (alias, concept) VALUES ('armenie', 'armenia')"))


def test_the_record_tells_reads_from_writes(engine: Engine, statements: Statements) -> None:
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM hashtag_aliases"))
        connection.execute(text("WITH one AS (SELECT 1) SELECT * FROM one"))
    assert len(statements.reads) == 1
    assert "DELETE FROM hashtag_aliases" in statements


def test_a_cluster_ends_with_whoever_started_it_however_that_ended() -> None:
    found = binaries()
    if found is None:
        missing("no PostgreSQL on this machine to make a cluster with")
    with tempfile.TemporaryDirectory(prefix="parley-postgres-", ignore_cleanup_errors=True) as folder:
        hand_over(folder)
        starter = subprocess.Popen([sys.executable, "-c", STARTER, str(CLUSTER), str(found), folder])
        wait_for(lambda: Path(folder, "data", "postmaster.pid").exists())
        starter.kill()
        starter.wait()
        wait_for(lambda: not Path(folder).exists())


def wait_for(came: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not came():
        assert time.monotonic() < until
        time.sleep(0.05)
