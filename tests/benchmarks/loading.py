"""`./dev bench loading --posts N`: what a reload costs, phase by phase.

A generated corpus is loaded, then loaded again with one post changed; then the very rows that the first reload wrote
are written plainly, by `executemany` or COPY, into tables with the same indexes, in one transaction. Each of the three
runs in a process of its own, so that its memory can be told. PostgreSQL is found as `./dev bench` finds it.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from api.database import migrating, opened
from api.settings import Settings
from benchmarks.corpora import say, server
from benchmarks.reloads import Figures, plainly, reloaded
from benchmarks.serving import TESTS
from databases import beside, order
from seeds.generating import generate

NAMES = ("first", "plain")
"""One database for the reloads, one for the plain rows."""


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="./dev bench loading", description=__doc__)
    parser.add_argument("--posts", type=int, default=10_000, help="how many posts (10000)")
    parser.add_argument("--sqlite-only", action="store_true", help="leave PostgreSQL out")
    parser.add_argument("--folder", type=Path, help="where files lie meanwhile (a temporary folder)")
    parser.add_argument("--step", nargs=3, help=argparse.SUPPRESS)  # one of the three runs, in its own process
    return parser.parse_args()


def main() -> None:
    """Measure each database and print a table for each."""
    given = arguments()
    if given.step:
        name, one, other = given.step
        figures = reloaded(one, Path(other)) if name == "reload" else plainly(one, other)
        sys.stdout.write(f"{json.dumps(figures)}\n")
        return
    with TemporaryDirectory(prefix="parley-loading-", dir=given.folder) as folder:
        seeds = Path(folder, "seeds")
        generate(given.posts, seeds)
        with server(os.environ.get("PARLEY_TEST_POSTGRES_URL"), wanted=not given.sqlite_only) as postgres:
            for urls in databases(Path(folder), postgres):
                print(*table(given.posts, measured(urls, seeds)), sep="\n", flush=True)  # noqa: T201


def databases(folder: Path, postgres: str | None) -> Iterator[list[str]]:
    """Yield the addresses of two fresh databases of each kind; they are gone afterwards."""
    yield [migrated(f"sqlite:///{folder / name}.db") for name in NAMES]
    if postgres:
        with on_server(postgres) as urls:
            yield urls


@contextmanager
def on_server(postgres: str) -> Iterator[list[str]]:
    """Have two databases on a server."""
    names = [f"parley_loading_{name}" for name in NAMES]
    for name in names:
        order(postgres, f"DROP DATABASE IF EXISTS {name}")
        order(postgres, f"CREATE DATABASE {name}")
    yield [migrated(beside(postgres, name)) for name in names]
    for name in names:
        order(postgres, f"DROP DATABASE {name} WITH (FORCE)")


def migrated(url: str) -> str:
    """Make the tables."""
    with opened(url, Settings(), writes=True) as engine:
        migrating.upgrade(engine)
    return url


def measured(urls: list[str], seeds: Path) -> dict[str, Figures]:
    """Load, write the same rows plainly, change a post, load again."""
    reloads, plain = urls
    say(f"loading into {reloads.partition(':')[0]}")
    found = {"first reload": apart("reload", reloads, seeds), "its rows, plainly": apart("plain", reloads, plain)}
    changed = change(seeds)
    found["one post changed"] = apart("reload", reloads, seeds)
    changed.rename(changed.with_suffix(".ndjson"))
    return found


def apart(*words: object) -> Figures:
    """Take a step in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.loading", "--step", *map(str, words)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=TESTS)
    figures: Figures = json.loads(done.stdout)
    return figures


def change(seeds: Path) -> Path:
    """Give one post in the middle another word; what was there before is kept beside it, under a name of no seed."""
    files = sorted(seeds.glob("posts-*.ndjson"))
    file = files[len(files) // 2]
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = file.rename(file.with_suffix(".kept"))
    middle = next(number for number in range(len(lines) // 2, len(lines)) if '"type":"post"' in lines[number])
    record = json.loads(lines[middle])
    lines[middle] = f"{json.dumps(record | {'text': record['text'] + ' And one word more.'})}\n"
    file.write_text("".join(lines), encoding="utf-8")
    return kept


def table(posts: int, found: dict[str, Figures]) -> Iterator[str]:
    """Write the figures down, and what they come to."""
    database = found["first reload"]["database"]
    yield f"\n{posts:,} posts, {database}\n\n| step | phase | wall s | CPU s | of these workers | peak MB |"
    yield "|---|---|---:|---:|---:|---:|"
    for step, figures in found.items():
        for phase, (wall, cpu, workers) in figures["phases"].items():
            yield f"| {step} | {phase} | {wall:.1f} | {cpu:.1f} | {workers:.1f} | |"
        yield f"| {step} | all | {figures['wall']:.1f} | | | {figures['peak'] / 1e6:.0f} |"
    first, plain, again = found.values()
    (wall, cpu, _), (plain_wall, plain_cpu, _) = first["phases"]["apply"], plain["phases"]["apply"]
    yield f"\nThe apply phase takes {wall / plain_wall:.2f} times as long as its rows do plainly ({cpu / plain_cpu:.2f}"
    yield f"in CPU time); {posts / first['wall']:,.0f} posts/s in all; a changed post costs {again['wall']:.1f} s,"
    yield f"{again['wall'] / first['wall']:.1%} of the first reload."


if __name__ == "__main__":
    main()
