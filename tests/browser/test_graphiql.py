"""The query page in a real browser over the bundled corpus, with no network but the server."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from visits import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Locator

pytest_plugins = ("browsing",)

PATIENCE = 300
"""Tenths of a second to wait for what a busy machine is slow to send."""
RUN = "button.graphiql-execute-button"
TABS = ".graphiql-tab-button"
EXAMPLES = ["ThreadReaderPage", "PlacesOnAMap", "TagsTogether", "PostsThroughTime", "Search"]


def open_page(visit: Visit, query: str = "") -> None:
    visit.open("/graphql?query=" + quote(query) if query else "/graphql")
    visit.page.locator(".graphiql-query-editor .view-line").first.wait_for()


def run(visit: Visit, name: str) -> Any:  # a GraphQL answer has the shape of its question
    """Press the button and wait for the answer to the operation of this name; give its data."""
    with visit.page.expect_response(lambda each: asks(each.request.post_data, name)) as answered:
        visit.page.locator(RUN).click()
    answer = answered.value.json()
    assert "errors" not in answer, name
    response(visit).get_by_text('"data"').wait_for()
    return answer["data"]


def asks(body: str | None, name: str) -> bool:
    return bool(body) and json.loads(str(body)).get("operationName") == name


def response(visit: Visit) -> Locator:
    return visit.page.locator(".graphiql-response")


@pytest.mark.parametrize("scheme", ["dark"])
def test_the_default_query_rebuilds_the_hashtag_page(visit: Visit) -> None:
    open_page(visit)
    data = run(visit, EXAMPLES[0])
    assert data["threads"]["totalCount"] == len(data["threads"]["nodes"]) == 24
    assert data["hashtag"]["related"]
    response(visit).get_by_text("totalCount").wait_for()


def test_a_first_visit_offers_five_questions_that_have_answers(visit: Visit) -> None:
    open_page(visit)
    tabs = visit.page.locator(TABS)
    assert tabs.all_inner_texts() == EXAMPLES
    for place, name in enumerate(EXAMPLES):
        if place:
            open_tab(visit, place, name)
        first = next(iter(run(visit, name).values()))
        assert first.get("totalCount", first.get("postCount")) > 0, name


def open_tab(visit: Visit, place: int, name: str) -> None:
    """Go to a tab and wait until GraphiQL has read its query: a tenth of a second, until when it would run the last."""
    visit.page.locator(TABS).nth(place).click()
    visit.page.wait_for_function(
        "name => (localStorage.getItem('graphiql:query') ?? '').includes(`query ${name}`)", arg=name
    )


def test_the_documentation_pane_shows_the_schema(visit: Visit) -> None:
    open_page(visit)
    visit.page.get_by_label("Show Documentation Explorer").click()
    pane = visit.page.locator(".graphiql-doc-explorer")
    pane.get_by_role("link", name="Query", exact=True).click()
    pane.get_by_role("link", name="threads", exact=True).click()
    pane.get_by_role("link", name="ThreadConnection").first.wait_for()


def test_the_explorer_adds_a_field_by_a_click_and_shows_lists_as_they_are_written(visit: Visit) -> None:
    open_page(visit)
    visit.page.get_by_label("Show GraphiQL Explorer").click()
    explorer = visit.page.locator(".graphiql-explorer-root")
    explorer.get_by_text(re.compile(r"^\[\{ ?by: RANK ?\}\]$")).wait_for()
    explorer.get_by_text("sources", exact=True).first.click()
    visit.page.locator(".graphiql-query-editor .view-line", has_text="sources").first.wait_for()


def test_a_link_opens_its_query_in_the_first_tab_and_the_keyboard_runs_it(visit: Visit) -> None:
    open_page(visit, "query Linked { threads { totalCount } }")
    assert visit.page.locator(TABS).first.inner_text() == "Linked"
    visit.page.locator(".graphiql-query-editor .view-line").first.click()
    visit.page.keyboard.press("Control+Enter")
    response(visit).get_by_text("totalCount").wait_for()


def test_a_subscription_goes_over_a_websocket(visit: Visit) -> None:
    open_page(visit, "subscription Live { datasetChanged { number } }")
    frames: list[str] = []  # listened for from the first: the answer may come before a later listener is there
    visit.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(str(frame))))
    visit.page.locator(RUN).click()
    for _ in range(PATIENCE):
        if any("connection_ack" in frame for frame in frames):
            return
        visit.page.wait_for_timeout(100)
    pytest.fail(f"no acknowledgement among {frames}")
