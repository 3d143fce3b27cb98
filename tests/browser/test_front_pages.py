"""The home page and the description of the REST API in a real browser, with no network but the server."""

import pytest
from visits import Visit

pytest_plugins = ("browsing",)


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1440)])
def test_the_home_page_fits_the_window(visit: Visit, width: int) -> None:
    visit.open("/")
    visit.page.get_by_role("heading", name="Parley", exact=True).wait_for()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_home_page_leads_to_the_query_page(visit: Visit) -> None:
    visit.open("/")
    visit.page.get_by_role("link", name="Ask in GraphQL").click()
    visit.page.locator(".graphiql-query-editor").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_rest_api_is_drawn_from_its_description(visit: Visit) -> None:
    visit.open("/docs")
    visit.page.locator(".opblock-summary").first.click()
    visit.page.get_by_role("button", name="Try it out").first.wait_for()
