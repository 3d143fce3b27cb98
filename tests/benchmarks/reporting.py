"""The report: measurements enter; Markdown for people and a dictionary for programs leave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.accounting import Memory
from benchmarks.measuring import Measured
from benchmarks.operations import OPERATIONS
from benchmarks.rows import Subject

MEGABYTE = 1_048_576


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured on one size: figures a row and operation, memory a server, what cold texts cost each round."""

    posts: int
    measured: Sequence[Measured]
    memory: dict[Subject, Memory]
    cold_ms: dict[str, list[float]]

    def limit(self, of: Measured) -> Measured:
        """The hand-written row of the same operation and database."""
        database = of.row.subject.database
        return next(
            each for each in self.measured if each.operation == of.operation and each.row.name == f"by hand, {database}"
        )

    def markdown(self) -> Iterator[str]:
        """Write the tables."""
        yield f"## {self.posts:,} posts"
        for operation in (each for each in OPERATIONS if any(one.operation == each for one in self.measured)):
            yield f"\n**{operation.name}**: {operation.title}\n"
            yield "| row | requests/s | p50 ms | p99 ms | CPU ms | × by hand |"
            yield "|---|---:|---:|---:|---:|---:|"
            for each in self.measured:
                if each.operation == operation:
                    yield self._line(each)
        yield "\n| server | own memory MB | peak with mapped files MB |\n|---|---:|---:|"
        for subject, held in self.memory.items():
            cached = ", cached" if subject.cache else ""
            own, peak = (f"{size / MEGABYTE:,.0f}" for size in (held.own, held.peak))
            yield f"| {subject.kind}, {subject.database}{cached} | {own} | {peak} |"
        for name, spent in self.cold_ms.items():
            span = f"{min(spent):.2f} to {max(spent):.2f} in {len(spent)} rounds"
            yield f"\nA document never seen before, {name}: {median(spent):.2f} CPU ms ({span})."

    def _line(self, each: Measured) -> str:
        figures = (
            f"{each.rate:,.0f}",
            f"{each.percentile(0.5):.2f}",
            f"{each.percentile(0.99):.2f}",
            f"{each.cpu_ms:.3f}",
            f"{each.cpu_ms / self.limit(each).cpu_ms:.2f}",
        )
        return f"| {each.row.name} | {' | '.join(figures)} |"

    def plain(self) -> dict[str, object]:
        """The same as plain values."""
        return {
            "posts": self.posts,
            "rows": [
                {
                    "row": each.row.name,
                    "operation": each.operation.name,
                    "requests_per_second": round(each.rate, 1),
                    "p50_ms": each.percentile(0.5),
                    "p99_ms": each.percentile(0.99),
                    "cpu_ms": round(each.cpu_ms, 4),
                    "cpu_ms_of_rounds": [round(spent, 4) for spent in each.cpu],
                    "bytes": each.size,
                }
                for each in self.measured
            ],
            "memory_bytes": {
                f"{each.kind}, {each.database}{', cached' if each.cache else ''}": held._asdict()
                for each, held in self.memory.items()
            },
            "cold_cpu_ms": self.cold_ms,
        }


def growth(small: Report, large: Report) -> Iterator[str]:
    """Compare two sizes, row by row."""
    yield f"\n## Growth from {small.posts:,} to {large.posts:,} posts, by CPU ms\n"
    yield "| row | " + " | ".join(operation.name for operation in OPERATIONS) + " |"
    yield "|---|" + "---:|" * len(OPERATIONS)
    before = {(each.row.name, each.operation.name): each.cpu_ms for each in small.measured}
    for name in dict.fromkeys(each.row.name for each in large.measured):
        ratios = {
            each.operation.name: each.cpu_ms / before[name, each.operation.name]
            for each in large.measured
            if each.row.name == name and (name, each.operation.name) in before
        }
        cells = (f"{ratios[each.name]:.2f}" if each.name in ratios else "" for each in OPERATIONS)
        yield f"| {name} | {' | '.join(cells)} |"
