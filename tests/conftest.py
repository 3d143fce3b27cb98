"""Fixtures for every test: databases (`databases.py`), a PostgreSQL (`postgres.py`), and asyncio for anyio."""

import os

import pytest

FOR_TESTS = ("PARLEY_TEST_", "PARLEY_REQUIRE_ALL", "PARLEY_GOLDEN")

pytest_plugins = ("postgres", "databases", "mills")


def pytest_configure(config: pytest.Config) -> None:
    """Leave out what would reach past the tests: the settings of whoever runs them, and a collector that breaks."""
    for name in list(os.environ):
        if name.startswith("PARLEY_") and not name.startswith(FOR_TESTS):
            del os.environ[name]
    # pytest-alembic would collect tests of its own here, which breaks on pytest 9; its fixtures serve as ever
    config.option.pytest_alembic_tests_path = "its tests are imported where they are wanted"


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the server does."""
    return "asyncio"
