"""What an Accept header allows: the JSON types by weight, a page and a stream only by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.endpoints.negotiation import JSON, RESPONSE, accepted, welcome

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
URQL = "application/graphql-response+json, application/json, text/event-stream, multipart/mixed"


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("application/json", JSON),
        ("application/graphql-response+json", RESPONSE),
        ("Application/GraphQL-Response+JSON; charset=UTF-8", RESPONSE),
        ("application/graphql-response+json, application/json;q=0.9", RESPONSE),
        ("application/graphql-response+json;q=0.5, application/json;q=0.9", JSON),
        ("application/json, application/graphql-response+json", JSON),
        ("application/graphql-response+json, application/json", RESPONSE),
        ("*/*, application/graphql-response+json", RESPONSE),
        ("application/json;q=0, */*", RESPONSE),
        ("application/json;q=0", None),
        ("text/plain", None),
        ("text/html", None),
        ("text/event-stream", None),
        ("application/json;q=two, text/plain", None),
    ],
)
def test_the_json_type_is_the_one_preferred(header: str, chosen: str | None) -> None:
    assert accepted(header).json == chosen


@pytest.mark.parametrize(
    ("header", "page"),
    [
        (BROWSER, True),
        ("text/html", True),
        ("text/html, application/json", True),
        ("application/json, text/html", False),
        ("text/html;q=0.5, application/json", False),
        ("text/html;q=0, */*", False),
        ("text/*", False),
        ("*/*", False),
        ("", False),
    ],
)
def test_a_page_is_for_those_who_ask_for_html_before_json(header: str, page: bool) -> None:
    assert accepted(header).page is page


@pytest.mark.parametrize(
    ("header", "events"),
    [("text/event-stream", True), (URQL, True), ("text/event-stream;q=0", False), ("*/*", False), (BROWSER, False)],
)
def test_a_stream_is_for_those_who_name_it(header: str, events: bool) -> None:
    assert accepted(header).events is events


@given(st.text())
def test_no_header_breaks_the_reading(header: str) -> None:
    assert accepted(header).json in {JSON, RESPONSE, None}


def test_among_equals_the_first_offered_is_welcome() -> None:
    assert welcome("*/*", "text/csv", JSON) == "text/csv"
    assert welcome("application/json, text/csv;q=0.2", "text/csv", JSON) == JSON
    assert welcome("image/png", "text/csv", JSON) is None
