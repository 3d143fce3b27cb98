"""What a test needs from the machine, and what happens without it: one skip line, or a failure where all must run."""

import os
import shutil
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skip the test; fail it when PARLEY_REQUIRE_ALL=1, as CI says, since there nothing may be left out."""
    if os.environ.get("PARLEY_REQUIRE_ALL") == "1":
        pytest.fail(f"{what} (PARLEY_REQUIRE_ALL=1 allows no skip)", pytrace=False)
    pytest.skip(what)


def required(*programs: str) -> str:
    """Find the first of these programs that is on PATH; without any the test is `missing` it."""
    for program in programs:
        if found := shutil.which(program):
            return found
    missing(f"{' or '.join(programs)} is not installed")
