"""One process that starts commands, for all tests of this folder."""

from collections.abc import Iterator

import pytest

from faults.warming import Starter, warmed
from seeds.loading.applying import MANY


@pytest.fixture(scope="session", params=[MANY, 1], ids=["row by row", "indexes at the end"])
def starter(request: pytest.FixtureRequest) -> Iterator[Starter]:
    """Start commands without loading everything each time; reloads write both as small and as large ones do."""
    with warmed(request.param) as started:
        yield started
