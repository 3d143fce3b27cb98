"""A server to look at and a browser to look with: the system's chromium, cut off from every host but that server.

The server is the whole application over the bundled corpus, as `parley serve` has it.

Fixtures for the tests of this folder, named by their `pytest_plugins`: mypy wants no second conftest.py. With
PARLEY_TEST_SCREENSHOTS=FOLDER every test leaves a picture of how its page looked at the end.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from visits import Scheme, Visit

from api.app import create
from api.database import opened
from api.settings import Settings
from seeds.loading.reloading import reload
from serving import served
from tools import missing, required

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

PATIENCE = 30_000
"""Milliseconds that a page may take on a busy machine; they pass only when something is wrong."""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="module")
def live_server(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[str]:
    """Give the address of a running server, without a slash at its end."""
    path = tmp_path_factory.mktemp("browsed") / "parley.db"
    path.write_bytes(sqlite_template.read_bytes())
    chosen = Settings(database_url=f"sqlite:///{path}")
    with opened(chosen.database_url, chosen, writes=True) as engine:
        reload(engine, None)
    with served(create(chosen)) as address:
        yield address


# Of one module, never of the session: an open playwright keeps an event loop running in this thread.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start chromium with a fresh profile."""
    program = required("chromium", "chromium-browser")
    if importlib.util.find_spec("playwright") is None:
        missing("the Python package playwright is not installed")
    driver = importlib.import_module("playwright.sync_api")  # not at the top: without it these tests skip, not break
    with driver.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def scheme() -> Scheme:
    """Give the colours that the system prefers: light, unless a test says otherwise."""
    return "light"


@pytest.fixture
def width() -> int:
    """Give the window's width in pixels: a desktop's, unless a test says otherwise."""
    return 1440


@pytest.fixture
def visit(
    request: pytest.FixtureRequest, browser: Browser, live_server: str, scheme: Scheme, width: int
) -> Iterator[Visit]:
    """Open an empty page; when the test is over, it must have been quiet and have kept to the server."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    context.set_default_timeout(PATIENCE)
    opened = Visit(context.new_page(), live_server)
    opened.watch()
    yield opened
    if folder := os.environ.get("PARLEY_TEST_SCREENSHOTS"):
        name = re.sub(r"\W+", "-", request.node.name).strip("-")
        opened.page.screenshot(path=f"{folder}/{name}.png")
    context.close()
    assert opened.foreign == []
    assert opened.complaints == []
