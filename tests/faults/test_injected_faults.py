"""Ten of the points of `python tests/faults inject`: a reload killed, or failed by its disk, at a system call."""

from pathlib import Path

import pytest

from faults.injecting import Laboratory, harmed, laboratory, points
from faults.points import Point, chosen
from faults.warming import Starter
from tools import missing, required

POINTS = 10
POSTS = 24


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path, starter: Starter) -> Laboratory:
    required("strace")
    return laboratory(tmp_path_factory.mktemp("faults"), sqlite_template, POSTS, starter)


@pytest.fixture(scope="module")
def ten(lab: Laboratory) -> list[Point]:
    try:
        return chosen(points(lab), POINTS)
    except PermissionError as refused:
        missing(f"no process may trace another here: {refused}")


@pytest.mark.parametrize("number", range(POINTS))
def test_a_fault_at_a_system_call_leaves_the_old_dataset_or_the_new_one(
    lab: Laboratory, ten: list[Point], number: int
) -> None:
    harmed(lab, ten[number])


def test_the_points_are_of_every_kind(ten: list[Point]) -> None:
    assert len({point.fault for point in ten}) == 5
    assert {"pwrite64", "fdatasync"} <= {point.call for point in ten}
