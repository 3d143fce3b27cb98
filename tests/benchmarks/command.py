"""`./dev bench`: generates corpora, serves them in every way that is compared, loads the servers, prints the table.

Nothing leaves this machine. Corpora are kept in the folder, so that the second run starts at once; PostgreSQL is the
one that PARLEY_TEST_POSTGRES_URL names, else a cluster of our own for as long as this takes.
"""

import argparse
import json
import os
from contextlib import ExitStack
from pathlib import Path
from tempfile import gettempdir

import orjson

from api.database import opened
from api.settings import Settings
from benchmarks.accounting import cores, memory
from benchmarks.asking import graphql
from benchmarks.cold import Cold
from benchmarks.corpora import in_file, on_server, say, server
from benchmarks.measuring import Bench, Measured, Pace
from benchmarks.operations import OPERATIONS, SIGNATURE, Operation, sampled
from benchmarks.reporting import Report, growth
from benchmarks.rows import POSTGRESQL, SQLITE, Known, Row, Subject, rows
from benchmarks.serving import Server, served

SIGNING = "Parley GraphQL, SQLite"
PATIENCE = 600
"""Seconds that finding samples may take."""


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument(
        "--posts", type=int, action="append", help="a size; may be repeated (10000; 1000000 takes long)"
    )
    parser.add_argument("--rounds", type=int, default=5, help="how often all rows are gone through (5)")
    parser.add_argument("--seconds", type=float, default=0.6, help="how long each row is loaded in a round (0.6)")
    parser.add_argument("--connections", type=int, default=8, help="how many requests are under way at once (8)")
    parser.add_argument("--operation", action="append", choices=[each.name for each in OPERATIONS], help="only these")
    parser.add_argument(
        "--row", action="append", help="only rows whose name has this in it, beside those they are compared with"
    )
    parser.add_argument("--sqlite-only", action="store_true", help="leave PostgreSQL out")
    parser.add_argument(
        "--folder", type=Path, default=Path(gettempdir()) / "parley-bench", help="where corpora are kept"
    )
    parser.add_argument("--json", type=Path, help="a file for the figures as JSON")
    return parser.parse_args()


def main() -> None:
    """Measure every size and print the report."""
    given = arguments()
    given.folder.mkdir(parents=True, exist_ok=True)
    reports: list[Report] = []
    with server(os.environ.get("PARLEY_TEST_POSTGRES_URL"), wanted=not given.sqlite_only) as postgres:
        for posts in given.posts or [10_000]:
            report = measure(posts, postgres, given)
            print(*report.markdown(), sep="\n", flush=True)  # noqa: T201 (it is what was asked for)
            reports.append(report)
    for larger in reports[1:]:
        print(*growth(reports[0], larger), sep="\n")  # noqa: T201
    if given.json:
        given.json.write_text(json.dumps([report.plain() for report in reports], indent=1))


def measure(posts: int, postgres: str | None, given: argparse.Namespace) -> Report:
    """Measure one size."""
    urls = {SQLITE: in_file(posts, given.folder)}
    if postgres:
        urls[POSTGRESQL] = on_server(posts, given.folder, postgres)
    wanted = chosen(rows(list(urls), rest=True), given.row)
    operations = [each for each in OPERATIONS if not given.operation or each.name in given.operation]
    server_core, load_core = cores()
    with ExitStack() as stack:
        servers: dict[Subject, Server] = {}
        for subject in dict.fromkeys(row.subject for row in wanted):
            url = urls[subject.database]
            servers[subject] = stack.enter_context(served(subject.kind, url, server_core, cache=subject.cache))
        pace = Pace(given.rounds, given.seconds, given.connections, load_core)
        bench = Bench(servers, urls.get(POSTGRESQL), pace)
        ours = next(each for each in servers if each.kind == "parley" and each.database == SQLITE)
        known = acquainted(bench, urls[SQLITE], ours)
        measured = prepared(bench, wanted, operations, known)
        cold = Cold(servers[ours], load_core)
        bench.run(measured, known, say, cold.measure)
        held = {each: memory(servers[each].process) for each in servers}
        return Report(posts, measured, held, {SIGNING: cold.rounds})


def chosen(all_rows: list[Row], parts: list[str] | None) -> list[Row]:
    """Keep the rows asked for; those by hand are always among them, and the one whose server signs the cursors."""
    return [
        row
        for row in all_rows
        if not parts or row.name.startswith(("by hand", SIGNING)) or any(part in row.name for part in parts)
    ]


def acquainted(bench: Bench, url: str, asked: Subject) -> Known:
    """Find out what requests are made of, from a database and a server of ours."""
    with opened(url, Settings(statement_timeout=PATIENCE)) as engine:
        samples = sampled(engine)
    operation = Operation("signature", "", SIGNATURE)
    answer = orjson.loads(bench.ask(asked, graphql(operation, {})))
    return Known(samples, answer["data"]["posts"]["pageInfo"]["endCursor"].split(".")[0], {})


def prepared(bench: Bench, wanted: list[Row], operations: list[Operation], known: Known) -> list[Measured]:
    """See that all rows give the same answers, and how long these are."""
    measured = []
    for operation in operations:
        truth: list[object] = []
        for row in wanted:
            if not row.data and row.subject.kind == "static":
                measured.append(Measured(row, operation, size=known.sizes[operation.name]))
            elif row.requests(operation, known):
                size = bench.check(row, operation, known, truth)
                known.sizes.setdefault(operation.name, size)
                measured.append(Measured(row, operation, size=size))
    return measured


if __name__ == "__main__":
    main()
