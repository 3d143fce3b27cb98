"""A PostgreSQL for the session: the one PARLEY_TEST_POSTGRES_URL names, else a cluster of our own, else a skip."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import missing

CLUSTER = Path(__file__).with_name("cluster.py")


def binaries() -> Path | None:
    """Find the newest server: Debian keeps them off PATH, one folder a version."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda found: int(found.parts[-3]))
    on_path = shutil.which("initdb")
    return debian[-1].parent if debian else Path(on_path).resolve().parent if on_path else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a database from which others can be created and dropped."""
    if given := os.environ.get("PARLEY_TEST_POSTGRES_URL"):
        yield given
        return
    found = binaries()
    if found is None:
        missing("no PostgreSQL: neither PARLEY_TEST_POSTGRES_URL nor a server on this machine")
    with tempfile.TemporaryDirectory(prefix="parley-postgres-", ignore_cleanup_errors=True) as folder:
        hand_over(folder)
        yield from kept(found, folder)


def hand_over(folder: str) -> None:
    """Give the folder to the user that the server runs as: it refuses to be root."""
    if os.geteuid() != 0:
        return
    try:
        account = pwd.getpwnam("postgres")
    except KeyError:
        missing("PostgreSQL will not run as root, and there is no user `postgres` to run as")
    os.chown(folder, account.pw_uid, account.pw_gid)


def kept(found: Path, folder: str) -> Iterator[str]:
    """Have the cluster kept by a process of its own, which ends with this one."""
    keeper = subprocess.Popen(
        [sys.executable, str(CLUSTER), str(found), folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,  # so that Ctrl-C is for us alone
    )
    try:
        answer = keeper.stdout.readline() if keeper.stdout else b""
        if answer.strip() != b"ready":
            _, complaint = keeper.communicate()
            pytest.fail(f"the PostgreSQL cluster did not start:\n{complaint.decode()}", pytrace=False)
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        keeper.communicate()
