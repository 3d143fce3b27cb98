"""What a test needs from the machine, and what happens without it: one skip line, or a failure where all must run."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

NODE = Path(__file__).parent / "node"
"""The programs of the JavaScript world, and what they are asked to do."""


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


def npm_package(name: str) -> Path:
    """Find a package of `tests/node`; without it, or without Node, the test is `missing` it."""
    required("node")
    folder = NODE / "node_modules" / name
    if not folder.is_dir():
        missing("the npm packages of tests/node are not installed (npm ci --prefix tests/node)")
    return folder
