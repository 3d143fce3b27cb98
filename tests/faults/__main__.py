"""The proofs at length: `python tests/faults inject|kill|read --help`. One line a case; stops at the first fault."""

import argparse
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from api.database import migrating, opened
from api.settings import Settings
from faults.injecting import harmed, laboratory, points
from faults.killing import Slaughterhouse
from faults.material import write_edition
from faults.points import chosen
from faults.states import faults_in
from faults.warming import warmed
from faults.witnessing import reloaded_under_readers
from seeds.loading import applying
from seeds.loading.applying import MANY


def inject(options: argparse.Namespace, folder: Path) -> None:
    """Try faults at system calls of a reload on SQLite."""
    url = f"sqlite:///{folder}/empty.db"
    migrate(url)
    with warmed(options.many) as starter:
        lab = laboratory(folder, folder / "empty.db", options.posts, starter, held=options.held)
        every = points(lab)
        tried = chosen(every, options.points or len(every))
        found: Counter[str] = Counter()
        for number, point in enumerate(tried, 1):
            result = harmed(lab, point)
            ended = "killed" if result.code < 0 else f"exit {result.code}"
            found[f"{ended}, {'new' if result.is_new else 'old'}"] += 1
            say(f"{number:>5} {point}: {ended}, {'new' if result.is_new else 'old'}")
    say(f"{len(tried)} of {len(every)} points: {told(found)}")


def kill(options: argparse.Namespace, folder: Path) -> None:
    """Kill reloads at random moments."""
    url = options.url or f"sqlite:///{folder}/parley.db"
    migrate(url)

    def damage() -> list[str]:
        return [] if options.url else faults_in(folder / "parley.db")

    found: Counter[str] = Counter()
    held, weapon = 0.0, signal.Signals[options.signal]
    with warmed(options.many) as starter:
        house = Slaughterhouse(folder, url, editions(folder, options.posts), starter, damage, weapon)
        for number, one in enumerate(house.kills(options.kills, options.seed), 1):
            ended = "killed" if one.code < 0 else f"exit {one.code}"
            found[f"{ended}, {'new' if one.is_new else 'old'}"] += 1
            held = max(held, one.held)
            say(f"{number:>5} after {one.after:.3f} s: {ended}, {'new' if one.is_new else 'old'}")
    say(f"{options.kills} kills: {told(found)}; the next reload was done {held:.2f} s after the kill at the latest")


def read(options: argparse.Namespace, folder: Path) -> None:
    """Reload under readers."""
    url = options.url or f"sqlite:///{folder}/parley.db"
    migrate(url)
    applying.MANY = options.many  # the reloads are made here
    witness = reloaded_under_readers(url, editions(folder, options.posts), options.reloads)
    say(
        f"{options.reloads} reloads, {witness.asked:,} questions, {witness.revisions} revisions seen, no error and no"
        f" mixture; the slowest answer took {witness.slowest * 1000:.1f} ms"
    )


def editions(folder: Path, posts: int) -> tuple[Path, Path]:
    return write_edition(folder / "A", "A", posts), write_edition(folder / "B", "B", posts)


def migrate(url: str) -> None:
    with opened(url, Settings(), writes=True) as engine:
        migrating.upgrade(engine)


def told(found: Counter[str]) -> str:
    return ", ".join(f"{count} × {ended}" for ended, count in sorted(found.items()))


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def laid_out() -> Iterator[Path]:
    """Give a folder for the length of a run; after a failure it stays, to be looked at."""
    folder = Path(tempfile.mkdtemp(prefix="parley-faults-"))
    try:
        yield folder
    except BaseException:
        say(f"what was left stands in {folder}")
        raise
    shutil.rmtree(folder)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests/faults", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for run in (inject, kill, read):
        command = commands.add_parser(run.__name__, help=run.__doc__)
        command.set_defaults(run=run)
        command.add_argument("--posts", type=int, default=60, help="how large the dataset is")
        command.add_argument("--many", type=int, default=MANY, help="posts from which on indexes are made at the end")
        if run is not inject:
            command.add_argument("--url", help="an empty PostgreSQL database, instead of an SQLite file")
    commands.choices["inject"].add_argument("--points", type=int, default=150, help="how many; 0 for all there are")
    commands.choices["inject"].add_argument("--held", action="store_true", help="while a reader has the file open")
    commands.choices["kill"].add_argument("--kills", type=int, default=200)
    commands.choices["kill"].add_argument("--signal", default="SIGKILL", help="SIGKILL, SIGTERM or SIGINT")
    commands.choices["kill"].add_argument("--seed", type=int, default=1)
    commands.choices["read"].add_argument("--reloads", type=int, default=50)
    return parser.parse_args()


if __name__ == "__main__":
    given = arguments()
    with laid_out() as place:
        given.run(given, place)
