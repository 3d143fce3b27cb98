"""The query page in a real browser, with no network but the server."""

from urllib.parse import quote

import pytest
from visits import Visit

pytest_plugins = ("browsing",)

RUN = "button.graphiql-execute-button"
TABS = ".graphiql-tab-button"


def open_page(visit: Visit, query: str = "") -> None:
    visit.open("/graphql?query=" + quote(query) if query else "/graphql")
    visit.page.locator(".graphiql-query-editor .view-line").first.wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_default_query_is_answered(visit: Visit) -> None:
    open_page(visit)
    with visit.page.expect_response(lambda r: "ThreadReaderPage" in (r.request.post_data or "")) as answered:
        visit.page.locator(RUN).click()
    answer = answered.value.json()
    assert "errors" not in answer
    assert answer["data"]["threads"]["nodes"]
    visit.page.locator(".graphiql-response").get_by_text("totalCount").wait_for()


def test_a_first_visit_offers_five_questions(visit: Visit) -> None:
    open_page(visit)
    names = visit.page.locator(TABS).all_inner_texts()
    assert names == ["ThreadReaderPage", "PlacesOnAMap", "TagsTogether", "PostsThroughTime", "Search"]


def test_the_documentation_pane_shows_the_schema(visit: Visit) -> None:
    open_page(visit)
    visit.page.get_by_label("Show Documentation Explorer").click()
    pane = visit.page.locator(".graphiql-doc-explorer")
    pane.get_by_role("link", name="Query").click()
    pane.get_by_role("link", name="threads", exact=True).wait_for()


def test_the_explorer_adds_a_field_by_a_click(visit: Visit) -> None:
    open_page(visit, 'query Mine { hashtag(name: "NKpeace") { display } }')
    visit.page.get_by_label("Show GraphiQL Explorer").click()
    visit.page.locator(".graphiql-explorer-root").get_by_text("threads", exact=True).click()
    visit.page.locator(".graphiql-query-editor .view-line", has_text="threads").first.wait_for()


def test_a_link_opens_its_query_in_the_first_tab(visit: Visit) -> None:
    open_page(visit, "query Linked { threads { totalCount } }")
    assert visit.page.locator(TABS).first.inner_text() == "Linked"


def test_the_keyboard_runs_the_query(visit: Visit) -> None:
    open_page(visit, "query Typed { threads { totalCount } }")
    visit.page.locator(".graphiql-query-editor .view-line").first.click()
    visit.page.keyboard.press("Control+Enter")
    visit.page.locator(".graphiql-response").get_by_text("totalCount").wait_for()


def test_a_subscription_goes_over_a_websocket(visit: Visit) -> None:
    open_page(visit, "subscription Live { datasetChanged { number } }")
    with visit.page.expect_websocket() as opened:
        visit.page.locator(RUN).click()
    opened.value.wait_for_event("framereceived", lambda frame: "connection_ack" in str(frame))
