"""The application as a whole, on both databases: every surface answers, in one voice."""

import logging
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, Pool, event, text
from starlette.testclient import TestClient

from api.app import create, from_environment
from api.errors import SettingsInvalid
from api.settings import Settings

SUBSCRIPTION = "subscription { datasetChanged { number digest } }"


@pytest.fixture(params=["sqlite_corpus", "postgres_corpus"])
def client(request: pytest.FixtureRequest) -> Iterator[TestClient]:
    """A client of a server over the invented corpus."""
    with TestClient(create(Settings(database_url=request.getfixturevalue(request.param)))) as client:
        yield client


@pytest.fixture
def empty(database_url: str) -> Iterator[TestClient]:
    """A client of a server over an empty dataset."""
    with TestClient(create(Settings(database_url=database_url))) as client:
        yield client


def test_a_query_is_answered(client: TestClient) -> None:
    response = client.post("/graphql", json={"query": "{ __typename sources(first: 1) { totalCount nodes { key } } }"})
    answer = response.json()["data"]
    assert list(answer) == ["__typename", "sources"]
    assert answer["sources"]["totalCount"] >= len(answer["sources"]["nodes"]) == 1


def test_a_server_over_a_dataset_is_ready(client: TestClient) -> None:
    assert client.get("/readyz").json()["status"] == "ready"
    assert client.get("/healthz").status_code == 200


def test_the_home_page_introduces_the_dataset(client: TestClient) -> None:
    page = client.get("/").text
    assert re.search(r"Revision \d+: ", page)
    assert " threads" in page


def test_the_home_page_of_an_empty_dataset_says_what_to_do(empty: TestClient) -> None:
    assert "parley seed reload" in empty.get("/").text
    assert empty.get("/readyz").json() == {"status": "ready", "revision": 0}


def commit(engine: Engine, number: int) -> None:
    """Commit a revision, as a reload does."""
    added = "VALUES (:number, 'd', '2026-01-01T00:00:00Z', 0, 0, 0)"
    with engine.begin() as connection:
        connection.execute(
            text(f"INSERT INTO revisions (number, digest, committed_at, added, changed, removed) {added}"),
            {"number": number},
        )
        connection.execute(text("UPDATE datasets SET revision = :number"), {"number": number})


def test_a_revision_is_told_within_a_second_of_its_commit(empty: TestClient, engine: Engine) -> None:
    with empty.websocket_connect("/graphql", subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init"})
        socket.receive_json()
        socket.send_json({"id": "a", "type": "subscribe", "payload": {"query": SUBSCRIPTION}})
        time.sleep(0.3)
        for number in (1, 2):
            commit(engine, number)
            committed = time.monotonic()
            told = socket.receive_json()
            assert time.monotonic() - committed < 1
            assert told["payload"] == {"data": {"datasetChanged": {"number": number, "digest": "d"}}}


def test_a_server_without_a_database_starts_and_says_what_to_run(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with TestClient(create(Settings(database_url=f"sqlite:///{tmp_path}/none.db"))) as client:
        assert "parley db upgrade" in caplog.text
        refused = client.get("/readyz")
        assert (refused.status_code, refused.json()["code"]) == (503, "DATABASE_UNAVAILABLE")
        assert "parley db upgrade" in refused.json()["detail"]
        assert client.get("/healthz").status_code == 200
        assert client.get("/").status_code == 200
        answer = client.post("/graphql", json={"query": "{ dataset { name } }"})
        assert answer.json()["errors"][0]["extensions"]["code"] == "DATABASE_UNAVAILABLE"


def test_many_may_ask_at_once_whether_a_server_is_ready_and_none_takes_a_connection_more(database_url: str) -> None:
    made: list[object] = []

    def noted(connection: object, _: object) -> None:
        made.append(connection)

    event.listen(Pool, "connect", noted)
    settings = Settings(database_url=database_url, pool_size=2)
    with TestClient(create(settings)) as client, ThreadPoolExecutor(8) as threads:
        for _ in range(3):
            asked = [threads.submit(client.get, "/readyz") for _ in range(8)]
            asked += [threads.submit(client.post, "/graphql", json={"query": "{ dataset { name } }"}) for _ in range(8)]
            assert {each.result(20).status_code for each in asked} == {200}
    event.remove(Pool, "connect", noted)
    assert len(made) <= 2


def test_a_server_is_ready_again_once_its_tables_are_of_its_version(empty: TestClient, engine: Engine) -> None:
    with engine.begin() as connection:
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    refused = empty.get("/readyz")
    assert (refused.status_code, refused.json()["code"]) == (503, "DATABASE_OUTDATED")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    assert empty.get("/readyz").status_code == 200


@pytest.fixture
def one(sqlite_corpus: str) -> Iterator[TestClient]:
    """A client of a server over the invented corpus, where the kind of database does not matter."""
    with TestClient(create(Settings(database_url=sqlite_corpus))) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/docs", "/graphql", "/limits", "/healthz", "/problems", "/nowhere"])
def test_every_answer_is_guarded_shared_and_labelled(one: TestClient, path: str) -> None:
    headers = one.get(path, headers={"x-request-id": "mine"}).headers
    assert headers["x-request-id"] == "mine"
    assert headers["access-control-allow-origin"] == "*"
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/limits", "/healthz", "/problems"])
def test_what_can_be_read_can_be_asked_for_its_headers(one: TestClient, path: str) -> None:
    response = one.head(path)
    assert (response.status_code, response.content) == (200, b"")


def test_a_path_of_nothing_is_a_problem_and_nobody_is_sent_elsewhere(one: TestClient) -> None:
    for path in ("/nowhere", "/graphql/", "/limits/"):
        response = one.get(path, follow_redirects=False)
        assert (response.status_code, response.json()["code"]) == (404, "NOT_FOUND")


def test_under_a_prefix_everything_is_where_it_says(sqlite_corpus: str) -> None:
    with TestClient(create(Settings(database_url=sqlite_corpus)), root_path="/parley") as client:
        assert "data" in client.post("/parley/graphql", json={"query": "{ __typename }"}).json()
        assert 'href="/parley/graphql"' in client.get("/parley/").text
        assert client.get("/parley/limits").status_code == 200


@pytest.mark.parametrize("encoding", ["zstd", "br", "gzip"])
def test_a_long_answer_is_sent_short_to_whoever_can_read_it(one: TestClient, encoding: str) -> None:
    long = {"query": "{ __schema { types { name description } } }"}
    for headers in ({"accept-encoding": encoding}, {"accept-encoding": "identity"}):
        response = one.post("/graphql", json=long, headers=headers)
        assert response.headers.get("content-encoding", "identity") == headers["accept-encoding"]
    short = one.post("/graphql", json={"query": "{ __typename }"}, headers={"accept-encoding": encoding})
    assert "content-encoding" not in short.headers


def test_only_named_sites_may_ask_when_so_set(sqlite_corpus: str) -> None:
    settings = Settings(database_url=sqlite_corpus, allowed_origins="https://maps.example")
    with TestClient(create(settings)) as client:
        stranger = client.get("/limits", headers={"origin": "https://stranger.example"})
    assert "access-control-allow-origin" not in stranger.headers


def test_no_document_however_deep_is_an_error_of_ours(one: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        for query in ("{a" * 5000, "{" * 50000, "query(" + "[" * 3000, "{a(b:" + "[" * 9000, "#\n" * 9000):
            response = one.post("/graphql", json={"query": query})
            assert "errors" in response.json()
            assert response.status_code == 200
    assert caplog.records == []


def test_a_worker_reads_the_environment(monkeypatch: pytest.MonkeyPatch, sqlite_corpus: str) -> None:
    monkeypatch.setenv("PARLEY_DATABASE_URL", sqlite_corpus)
    monkeypatch.setenv("PARLEY_COST_LIMIT", "77")
    with TestClient(from_environment()) as client:
        assert client.get("/limits").json()["cost_limit"]["value"] == 77
    monkeypatch.setenv("PARLEY_COST_LIMIT", "many")
    with pytest.raises(SettingsInvalid):
        from_environment()
