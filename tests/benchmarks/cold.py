"""Documents that were never seen: a server enters, what each took leaves, a few documents a round."""

from benchmarks.accounting import cpu_time
from benchmarks.asking import graphql
from benchmarks.driving import Order
from benchmarks.measuring import driven
from benchmarks.operations import OPERATIONS, Operation
from benchmarks.serving import Server

A_ROUND = 25
"""How many a round."""


class Cold:
    """The same question to one server, each time under another alias, by a client on a core of its own."""

    def __init__(self, of: Server, core: int) -> None:
        self._of = of
        self._core = core
        self._document = next(each.document for each in OPERATIONS if each.name == "nested")
        self.rounds: list[float] = []

    def measure(self, number: int) -> None:
        """Note the CPU milliseconds a document of one round."""
        names = (f"cold{number}_{each}" for each in range(A_ROUND))
        documents = [self._document.replace("posts(", f"{name}: posts(") for name in names]
        requests = [graphql(Operation("cold", "", document), {}) for document in documents]
        before = cpu_time([self._of.process])
        driven(Order(self._of.port, requests, 1, count=A_ROUND), self._core)
        self.rounds.append((cpu_time([self._of.process]) - before) / A_ROUND / 1e6)
