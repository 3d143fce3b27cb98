"""The whole application with a memory for answers: what was asked before costs no database work until a reload."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from api import app
from api.endpoints.current import FRESH
from api.settings import Settings
from databases import Statements
from seeds.loading.reloading import reload

QUERY = "query Newest($n: Int!) { posts(first: $n) { totalCount nodes { key } } }"
BY_POST = {"query": QUERY, "variables": {"n": 1}}
BY_GET = {"query": QUERY, "variables": '{"n":1}'}


def load(engine: Engine, folder: Path, posts: int) -> None:
    """Make this the dataset: one source with so many posts."""
    source = {"key": "feed", "kind": "FEED", "title": "A feed"}
    written = [{"key": f"feed/{number}", "text": f"Words {number}"} for number in range(posts)]
    path = folder / "seeds.json"
    path.write_text(json.dumps({"parley": 1, "sources": [{**source, "posts": written}]}))
    reload(engine, path)


@pytest.fixture
def client(engine: Engine, database_url: str, tmp_path: Path) -> Iterator[TestClient]:
    """The application over a dataset of two posts, which it was already asked about once."""
    load(engine, tmp_path, posts=2)
    with TestClient(app.create(Settings(database_url=database_url))) as client:
        assert count(client) == 2
        yield client


def count(client: TestClient) -> int:
    """Ask how many posts there are."""
    counted: int = client.post("/graphql", json=BY_POST).json()["data"]["posts"]["totalCount"]
    return counted


def of_posts(statements: Statements) -> int:
    """Count the statements that read posts; looking for the current revision is another matter."""
    return sum("posts" in each for each in statements)


def test_the_same_question_again_reads_no_posts(client: TestClient, statements: Statements) -> None:
    assert count(client) == 2
    assert client.get("/graphql", params=BY_GET).json()["data"]["posts"]["nodes"] == [{"key": "feed/0"}]
    assert of_posts(statements) == 0
    assert client.post("/graphql", json={**BY_POST, "variables": {"n": 2}}).status_code == 200
    assert of_posts(statements) == 1


def test_a_copy_of_the_client_is_good_until_a_reload(
    client: TestClient, engine: Engine, tmp_path: Path, statements: Statements
) -> None:
    first = client.get("/graphql", params=BY_GET)
    known = {"if-none-match": first.headers["etag"]}
    again = client.get("/graphql", params=BY_GET, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert (again.headers["etag"], again.headers["vary"]) == (first.headers["etag"], "Accept, Accept-Encoding")
    assert of_posts(statements) == 0
    load(engine, tmp_path, posts=3)
    time.sleep(FRESH)
    newer = client.get("/graphql", params=BY_GET, headers=known)
    assert (newer.status_code, newer.json()["data"]["posts"]["totalCount"]) == (200, 3)
    assert newer.headers["etag"] != first.headers["etag"]


def test_a_reload_is_seen_by_those_who_asked_before(client: TestClient, engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, posts=4)
    time.sleep(FRESH)
    assert count(client) == 4
    assert client.get("/api/v1/dataset").json()["revision"]["number"] == 2


def test_an_error_is_told_each_time(client: TestClient) -> None:
    for _ in range(2):
        answer = client.post("/graphql", json={"query": '{ posts(after: "nonsense") { nodes { id } } }'}).json()
        assert answer["errors"][0]["extensions"]["code"] == "BAD_CURSOR"


@pytest.mark.usefixtures("client")
def test_a_setting_turns_the_memory_off(database_url: str, statements: Statements) -> None:
    with TestClient(app.create(Settings(database_url=database_url, cache_bytes=0))) as forgetful:
        assert count(forgetful) == count(forgetful) == 2
    assert of_posts(statements) == 2
