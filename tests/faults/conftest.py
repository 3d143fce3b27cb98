"""One process that starts commands, for all tests of this folder."""

from collections.abc import Iterator

import pytest

from faults.warming import Starter, warmed


@pytest.fixture(scope="session")
def starter() -> Iterator[Starter]:
    """Start commands without loading everything each time."""
    with warmed() as started:
        yield started
