"""Random documents asked of the mill and of the oracle: both must say the same, on either database.

`PARLEY_TEST_DOCUMENTS` says how many are asked (150 unless given; `PARLEY_TEST_SEED` begins another series).
"""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import pytest
from sqlalchemy import Engine

from api.endpoints.mill import Mill
from api.schema import build
from api.settings import Settings
from bundles import bundled_reader
from comparing import Answerer, Response, against, ask, compared, is_too_deep, milled, sort_of, told
from documents import Document, Material, Tracker, documents, stored
from oracle import Oracle
from shrinking import shrunk

__all__ = ["bundled_reader"]  # a fixture, by importing it

DOCUMENTS = int(os.environ.get("PARLEY_TEST_DOCUMENTS", "150"))
SEED = int(os.environ.get("PARLEY_TEST_SEED", "1"))
FEW, COVERS_ALL, SHOWN = 30, 1000, 3
"""Too few documents for a share of full answers; enough to have asked for everything; sorts of difference to show."""

Say = Callable[[str], None]


@dataclass(slots=True)
class Tally:
    """What came of asking: full and empty answers, refused questions (by the mill alone: too deep), and differences."""

    kinds: Counter[str] = field(default_factory=Counter)
    differing: dict[str, list[Document]] = field(default_factory=lambda: defaultdict(list))

    def count(self, response: Response) -> None:
        kind = "refused" if "errors" in response else "full" if says_something(response["data"]) else "empty"
        self.kinds[kind] += 1


def says_something(value: object) -> bool:
    """Whether an answer holds any text or number but nought; the names of types do not count."""
    if isinstance(value, dict):
        return any(says_something(one) for name, one in value.items() if name != "__typename")
    if isinstance(value, list):
        return any(map(says_something, value))
    return bool(value) and not isinstance(value, bool)


def asked(oracle: Oracle, mill: Answerer, questions: Iterator[Document]) -> Tally:
    tally = Tally()
    for document in questions:
        mine = ask(oracle, document)
        tally.count(mine)
        found = against(mine, mill, document)
        if is_too_deep(found):
            tally.kinds["too deep"] += 1
        elif found:
            tally.differing[sort_of(found)].append(document)
    return tally


def shown(oracle: Oracle, mill: Answerer, tally: Tally) -> str:
    """Tell of every sort of difference how often it came, and show the first ones as small as they get."""
    lines = []
    for sort, found in islice(tally.differing.items(), SHOWN):

        def fails(one: Document, sort: str = sort) -> bool:
            return sort_of(compared(oracle, mill, one)) == sort

        small = shrunk(oracle.schema, found[0], fails)
        lines.append(told(small, compared(oracle, mill, small) or ("", "", "")))
    counts = [f"{len(found)} times: {sort}" for sort, found in tally.differing.items()]
    return "\n".join([*lines, "", *counts])


@pytest.fixture
def say(pytestconfig: pytest.Config, capfd: pytest.CaptureFixture[str]) -> Say:
    """Write a line to the terminal, whatever is captured."""

    def line(text: str) -> None:
        with capfd.disabled():
            pytestconfig.get_terminal_writer().line(text)

    return line


def agree(reader: Engine, material: Material | None, count: int, say: Say) -> Tracker:
    """Ask both so many documents; fail where they differ, or where too many answers say nothing."""
    oracle = Oracle(reader)
    mill = milled(Mill(build(), reader, Settings()))
    tracker = Tracker(oracle.schema)
    tally = asked(oracle, mill, islice(documents(oracle.schema, SEED, tracker, material), count))
    covered = f"{len(tracker.wanted) - len(tracker.uncovered)} of {len(tracker.wanted)} parts of the schema"
    say(f"\n{count} documents over {covered}: {dict(tally.kinds)}")
    if tally.differing:
        pytest.fail(shown(oracle, mill, tally), pytrace=False)
    assert count < FEW or tally.kinds["full"] >= 0.6 * count
    assert tally.kinds["too deep"] <= 0.01 * count
    return tracker


def test_the_mill_and_the_oracle_give_the_same_answers(corpus_reader: Engine, say: Say) -> None:
    tracker = agree(corpus_reader, None, DOCUMENTS, say)
    assert DOCUMENTS < COVERS_ALL or not tracker.uncovered


def test_they_also_agree_on_what_the_loader_wrote(bundled_reader: Engine, say: Say) -> None:
    """What the reload keeps counted is counted anew by the oracle: here the loader is held to it, too."""
    agree(bundled_reader, stored(bundled_reader), max(1, DOCUMENTS // 4), say)
