"""The measurement: rows and operations enter, what each took leaves. Rounds go through all rows in turn, so that
whatever else the machine does meanwhile falls on all of them alike.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

import orjson
import psycopg

from benchmarks.accounting import cpu_time, on_core
from benchmarks.driving import Order, Tally, drive
from benchmarks.operations import Operation
from benchmarks.rows import POSTGRESQL, Known, Row, Subject
from benchmarks.serving import TESTS, Server

CHECKED = 5
"""How many answers an operation are compared among the rows."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long and how hard: rounds, seconds a burst, connections, and the core that the load runs on."""

    rounds: int
    seconds: float
    connections: int
    core: int


@dataclass(slots=True)
class Measured:
    """One row at one operation: a figure a round, and all latencies in microseconds."""

    row: Row
    operation: Operation
    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    latencies: list[int] = field(default_factory=list)
    size: int = 0

    @property
    def rate(self) -> float:
        """Requests a second."""
        return median(self.rates)

    @property
    def cpu_ms(self) -> float:
        """CPU milliseconds a request, server and database together."""
        return median(self.cpu)

    def percentile(self, share: float) -> float:
        """The latency in milliseconds that so great a share of requests stays within."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] / 1000


class Bench:
    """Servers that run, and what is put to them."""

    def __init__(self, servers: dict[Subject, Server], postgresql: str | None, pace: Pace) -> None:
        self._servers = servers
        self._postgresql = postgresql
        self._pace = pace

    def ask(self, subject: Subject, request: bytes) -> bytes:
        """Send one request and return the body of its answer."""
        answers: list[bytes] = []
        drive(Order(self._servers[subject].port, [request], 1, count=1), answers.append)
        return answers[0]

    def check(self, row: Row, operation: Operation, known: Known, truth: list[object]) -> int:
        """Compare a row's first answers with the truth (or make them the truth); the mean length of its answers."""
        requests = row.requests(operation, known)[:CHECKED]
        bodies = [self.ask(row.subject, request) for request in requests]
        if row.data:
            found = [orjson.loads(body)["data"] for body in bodies]
            truth.extend(found[len(truth) :])
            if found != truth:
                raise SystemExit(f"{row.name} answers {operation.name} differently: {found[0]}\nnot\n{truth[0]}")
        return sum(map(len, bodies)) // len(bodies)

    def run(
        self, measured: Sequence[Measured], known: Known, tell: Callable[[str], None], beside: Callable[[int], None]
    ) -> None:
        """Warm all up, then measure round by round; `beside` measures what is no row, once a round."""
        for each in measured:
            self._burst(each, known, warm=True)
        for number in range(self._pace.rounds):
            tell(f"round {number + 1} of {self._pace.rounds}")
            for each in measured:
                self._burst(each, known, first=number * 37)
            beside(number)

    def _burst(self, measured: Measured, known: Known, *, warm: bool = False, first: int = 0) -> None:
        requests, pace = measured.row.requests(measured.operation, known), self._pace
        server = self._servers[measured.row.subject]
        order = Order(server.port, requests, pace.connections, pace.seconds, first=first)
        processes = [server.process, *self._backends(measured.row.subject)]
        before = cpu_time(processes)
        tally = driven(order, pace.core)
        spent = cpu_time(processes) - before
        if warm:
            return
        measured.rates.append(len(tally.latencies) / tally.seconds)
        measured.cpu.append(spent / len(tally.latencies) / 1e6)
        measured.latencies.extend(tally.latencies)

    def _backends(self, subject: Subject) -> list[int]:
        """The processes of the database that answer this server."""
        if subject.database != POSTGRESQL or self._postgresql is None:
            return []
        asked = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        with psycopg.connect(self._postgresql) as connection:
            return [pid for (pid,) in connection.execute(asked)]


def driven(order: Order, core: int) -> Tally:
    """Have another process, on a core of its own, do the driving."""
    with on_core(core):
        command = [sys.executable, "-m", "benchmarks.driving"]
        done = subprocess.run(command, input=order.written(), capture_output=True, text=True, check=False, cwd=TESTS)
    if done.returncode:
        raise SystemExit(f"the load broke off:\n{done.stderr}")
    return Tally(**json.loads(done.stdout))
