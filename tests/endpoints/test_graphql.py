"""The endpoint over HTTP: methods, media types, statuses and errors, by the GraphQL-over-HTTP specification."""

import hashlib
import logging
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from api.endpoints.documents import Documents
from api.errors import DatabaseUnavailable, InvalidCursor, PageTooLarge, ParseFailed
from scripted import QUERY, SUBSCRIPTION, Bell, Script, endpoint

JSON = "application/json"
RESPONSE = "application/graphql-response+json"


def client(app: ASGIApp) -> TestClient:
    made = TestClient(app, raise_server_exceptions=True)
    made.headers["accept"] = "*/*"
    return made


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def ask(script: Script) -> TestClient:
    return client(endpoint(script))


def codes(response: Response) -> list[str]:
    return [error["extensions"]["code"] for error in response.json()["errors"]]


def test_a_post_is_answered_with_the_bytes_of_the_mill(ask: TestClient, script: Script) -> None:
    response = ask.post("/graphql", json={"query": QUERY, "variables": {"a": 1}, "operationName": "B"})
    assert (response.status_code, response.text) == (200, '{"data":{"dataset":{"name":"letters"}}}')
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    assert response.headers["vary"] == "Accept"
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert script.asked == [(QUERY, {"a": 1}, "B")]


def test_a_get_is_answered_the_same(ask: TestClient) -> None:
    response = ask.get("/graphql", params={"query": QUERY, "variables": "{}"}, headers={"accept": RESPONSE})
    assert response.json() == {"data": {"dataset": {"name": "letters"}}}
    assert response.headers["content-type"] == f"{RESPONSE}; charset=utf-8"


def test_a_head_is_answered_without_its_body(ask: TestClient) -> None:
    assert ask.head("/graphql", params={"query": QUERY}).status_code == 200


@pytest.mark.parametrize("query", ["", "?query=%7Bdataset%7Bname%7D%7D"])
def test_a_browser_sees_the_page_that_asks(ask: TestClient, script: Script, query: str) -> None:
    response = ask.get(f"/graphql{query}", headers={"accept": "text/html,*/*;q=0.8"})
    assert "Parley: ask in GraphQL" in response.text
    assert "script-src 'self'" in response.headers["content-security-policy"]
    assert script.asked == []


def test_no_page_without_asking_for_html(ask: TestClient) -> None:
    response = ask.get("/graphql")
    assert (response.status_code, codes(response)) == (400, ["BAD_REQUEST"])


@pytest.mark.parametrize(("accept", "status"), [(JSON, 200), (RESPONSE, 400)])
def test_a_refused_query_has_every_error_with_its_place(ask: TestClient, accept: str, status: int) -> None:
    response = ask.post("/graphql", json={"query": "{\n  dataset { nam }\n  nothing\n}"}, headers={"accept": accept})
    assert response.status_code == status
    assert "data" not in response.json()
    assert codes(response) == ["GRAPHQL_VALIDATION_FAILED"] * 2
    assert [each["locations"] for each in response.json()["errors"]] == [
        [{"line": 2, "column": 13}],
        [{"line": 3, "column": 3}],
    ]


@pytest.mark.parametrize(("accept", "status"), [(JSON, 200), (RESPONSE, 400)])
def test_an_error_of_ours_keeps_its_code_and_its_members(accept: str, status: int) -> None:
    app = endpoint(Script(PageTooLarge("a page holds 100", limit=100)))
    response = client(app).post("/graphql", json={"query": QUERY}, headers={"accept": accept})
    assert response.status_code == status
    assert response.json() == {
        "errors": [{"message": "a page holds 100", "extensions": {"code": "PAGE_TOO_LARGE", "limit": 100}}]
    }


def test_places_that_an_error_states_are_its_locations() -> None:
    app = endpoint(Script(ParseFailed("unexpected", locations=["2:7"])))
    (error,) = client(app).post("/graphql", json={"query": QUERY}).json()["errors"]
    assert error["locations"] == [{"line": 2, "column": 7}]
    assert error["extensions"] == {"code": "GRAPHQL_PARSE_FAILED"}


@pytest.mark.parametrize("accept", [JSON, RESPONSE])
def test_a_database_that_is_gone_is_no_fault_of_the_request(accept: str) -> None:
    app = endpoint(Script(DatabaseUnavailable()))
    response = client(app).post("/graphql", json={"query": QUERY}, headers={"accept": accept})
    assert (response.status_code, codes(response)) == (503, ["DATABASE_UNAVAILABLE"])


def test_an_unexpected_error_is_masked_and_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    app = endpoint(Script(RuntimeError("the secret of line 7")))
    with caplog.at_level(logging.DEBUG):
        response = client(app).post("/graphql", json={"query": QUERY}, headers={"x-request-id": "here-42"})
    assert response.status_code == 500
    assert "secret" not in response.text
    (error,) = response.json()["errors"]
    assert error["extensions"] == {"code": "INTERNAL_SERVER_ERROR", "requestId": "here-42"}
    (record,) = [each for each in caplog.records if each.levelno >= logging.WARNING]
    assert "here-42" in record.getMessage()
    assert record.exc_info is not None
    assert "secret" in str(record.exc_info[1])


def test_a_cursor_that_does_not_fit_is_an_answer_to_old_clients() -> None:
    app = endpoint(Script(InvalidCursor()))
    assert client(app).post("/graphql", json={"query": QUERY}).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_told_which_there_are(ask: TestClient, method: str) -> None:
    response = ask.request(method, "/graphql")
    assert (response.status_code, codes(response)) == (405, ["METHOD_NOT_ALLOWED"])
    assert response.headers["allow"] == "GET, HEAD, POST"


def test_an_answer_that_cannot_be_written_is_not_made(ask: TestClient, script: Script) -> None:
    response = ask.post("/graphql", json={"query": QUERY}, headers={"accept": "image/png"})
    assert (response.status_code, codes(response)) == (406, ["NOT_ACCEPTABLE"])
    assert script.asked == []


def test_a_body_that_is_no_json_by_name_is_not_read(ask: TestClient) -> None:
    response = ask.post("/graphql", content=b"{}", headers={"content-type": "text/plain"})
    assert (response.status_code, codes(response)) == (415, ["UNSUPPORTED_MEDIA_TYPE"])


def test_a_long_body_ends_the_connection(ask: TestClient) -> None:
    response = ask.post("/graphql", json={"query": QUERY + " " * 1000})
    assert (response.status_code, codes(response)) == (413, ["BODY_TOO_LARGE"])
    assert response.json()["errors"][0]["extensions"]["limit"] == 1000
    assert response.headers["connection"] == "close"


@pytest.mark.parametrize("kind", ["mutation", "subscription"])
def test_what_is_no_query_is_not_for_get(ask: TestClient, kind: str) -> None:
    field = "__typename" if kind == "mutation" else "datasetChanged { number }"
    response = ask.get("/graphql", params={"query": f"{kind} {{ {field} }}"})
    assert response.status_code == 405
    assert response.headers["allow"] == "POST"


@pytest.mark.parametrize(("accept", "status"), [(JSON, 200), (RESPONSE, 400)])
def test_a_subscription_needs_a_stream(ask: TestClient, accept: str, status: int) -> None:
    response = ask.post("/graphql", json={"query": SUBSCRIPTION}, headers={"accept": accept})
    assert response.status_code == status
    assert "text/event-stream" in response.json()["errors"][0]["message"]


def test_a_subscription_is_streamed_to_whoever_takes_both(ask: TestClient) -> None:
    accept = {"accept": f"{RESPONSE}, {JSON}, text/event-stream"}
    assert ask.post("/graphql", json={"query": QUERY}, headers=accept).headers["content-type"].startswith(RESPONSE)
    streamed = ask.post("/graphql", json={"query": SUBSCRIPTION}, headers=accept)
    assert streamed.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert '{"data":{"datasetChanged":{"number":4}}}' in streamed.text


def test_trusted_documents_are_asked_for_by_name(tmp_path: Path, script: Script) -> None:
    (tmp_path / "name.graphql").write_text(QUERY)
    ask = client(endpoint(script, documents=Documents(tmp_path, only=True)))
    assert ask.get("/graphql", params={"documentId": "name"}).status_code == 200
    assert ask.post("/graphql", json={"query": QUERY}).status_code == 200
    refused = ask.post("/graphql", json={"query": "{ __typename }"}, headers={"accept": RESPONSE})
    assert (refused.status_code, codes(refused)) == (400, ["BAD_USER_INPUT"])


def test_a_client_may_send_a_hash_once_it_has_sent_the_query(ask: TestClient, script: Script) -> None:
    hashed = {"persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(QUERY.encode()).hexdigest()}}
    unknown = ask.post("/graphql", json={"extensions": hashed})
    assert unknown.json()["errors"][0]["message"] == "PersistedQueryNotFound"
    assert codes(unknown) == ["PERSISTED_QUERY_NOT_FOUND"]
    assert "data" in ask.post("/graphql", json={"query": QUERY, "extensions": hashed}).json()
    assert "data" in ask.post("/graphql", json={"extensions": hashed}).json()
    assert [query for query, _, _ in script.asked] == [QUERY, QUERY]


def test_the_bell_is_left_when_a_stream_ends() -> None:
    bell = Bell()
    client(endpoint(Script(), bell)).post(
        "/graphql", json={"query": SUBSCRIPTION}, headers={"accept": "text/event-stream"}
    )
    assert bell.listeners == 0
