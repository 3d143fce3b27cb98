"""The home page and the description of the REST API in a real browser, with no network but the server."""

import re

import pytest
from visits import Visit

pytest_plugins = ("browsing",)


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1440)])
def test_the_home_page_fits_the_window_and_names_the_dataset(visit: Visit, width: int) -> None:
    visit.open("/")
    visit.page.get_by_role("heading", name="Parley", exact=True).wait_for()
    visit.page.get_by_text("3 sources, 24 threads").wait_for()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_way_in_and_every_link_of_the_home_page_leads_somewhere(visit: Visit) -> None:
    visit.open("/")
    links = [link.get_attribute("href") for link in visit.page.get_by_role("link").all()]
    assert len(links) >= 6
    as_browser = {"Accept": "text/html,*/*;q=0.8"}
    answers = {href: visit.page.request.get(f"{visit.server}{href}", headers=as_browser).status for href in links}
    assert set(answers.values()) == {200}, answers
    visit.page.get_by_role("link", name="Ask in GraphQL").click()
    visit.page.locator(".graphiql-query-editor").wait_for()


def test_the_rest_api_is_drawn_from_its_description_and_can_be_tried(visit: Visit) -> None:
    visit.open("/docs")
    visit.page.locator(".opblock-tag").first.click()
    visit.page.locator(".opblock-summary").first.click()
    visit.page.get_by_role("button", name="Try it out").first.click()
    with visit.page.expect_response(lambda answer: "/api/v1" in answer.url) as answered:
        visit.page.get_by_role("button", name="Execute").first.click()
    assert answered.value.status == 200
    visit.page.locator(".responses-table.live-responses-table").first.wait_for()


@pytest.mark.parametrize("scheme", ["dark"])
def test_the_rest_api_is_drawn_in_the_dark_where_the_system_is_dark(visit: Visit) -> None:
    visit.open("/docs")
    visit.page.locator(".opblock-tag").first.wait_for()
    ground = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(map(int, re.findall(r"\d+", ground))) < 64
