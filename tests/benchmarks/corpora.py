"""Corpora to measure on: a size and a database enter, the address of a loaded database leaves; it is kept."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from sqlalchemy import make_url, select

from api.database import migrating, opened
from api.errors import DatabaseUnavailable
from api.models import Dataset
from api.settings import Settings
from databases import beside, order
from postgres import binaries, hand_over, kept
from seeds.generating import generate
from seeds.loading.reloading import reload


def say(text: str) -> None:
    """Tell whoever waits."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


@contextmanager
def server(given: str | None, *, wanted: bool) -> Iterator[str | None]:
    """Give a PostgreSQL to use: the one given, else a cluster of our own until the end; None where there is none."""
    found = binaries()
    if given or found is None or not wanted:
        yield given if wanted else None
        return
    with TemporaryDirectory(prefix="parley-postgres-", ignore_cleanup_errors=True) as folder:
        hand_over(folder)
        yield from kept(found, folder)


def in_file(posts: int, folder: Path) -> str:
    """Have a corpus of so many posts in an SQLite file."""
    url = f"sqlite:///{folder / f'posts-{posts}.db'}"
    fill(url, posts, folder)
    return url


def on_server(posts: int, folder: Path, postgres: str) -> str:
    """Have a corpus of so many posts on a PostgreSQL server."""
    url = beside(postgres, f"parley_bench_{posts}")
    if not holds(url, posts):
        name = make_url(url).database
        order(postgres, f"DROP DATABASE IF EXISTS {name}")
        order(postgres, f"CREATE DATABASE {name}")
        fill(url, posts, folder)
    return url


def holds(url: str, posts: int) -> bool:
    """Tell whether a database holds a corpus of so many posts already."""
    try:
        with opened(url, Settings()) as engine:
            if migrating.current(engine) != migrating.newest():
                return False
            with engine.connect() as connection:
                name = connection.scalar(select(Dataset.name))
    except DatabaseUnavailable:
        return False
    return name == f"Generated: {posts:,} posts"


def fill(url: str, posts: int, folder: Path) -> None:
    """Generate a corpus and load it, unless it is there."""
    if holds(url, posts):
        return
    seeds = folder / f"seeds-{posts}"
    shutil.rmtree(seeds, ignore_errors=True)
    generate(posts, seeds)
    start = monotonic()
    with opened(url, Settings(), writes=True) as engine:
        migrating.upgrade(engine)
        reload(engine, seeds, allow_delete=True)
    say(f"loaded {posts:,} posts into {make_url(url).get_backend_name()} in {monotonic() - start:,.0f} s")
    shutil.rmtree(seeds)
