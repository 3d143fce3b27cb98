"""Stored queries: GraphQL documents of a folder, asked for as URLs, or by name at the endpoint of GraphQL."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api import app
from api.endpoints.documents import Documents
from api.endpoints.rest.stored.reading import stored
from api.errors import SettingsInvalid
from api.schema import build, promise
from api.settings import Settings
from rest_answers import ROOT

SCHEMA = promise(build())

TAGGED = """
# Posts with tags.
# Two lines of it.
query Tagged($tags: [String!]!, $where: PostWhere = {}, $limit: Int = 3, $unit: SpanUnit! = CODE_POINT) {
  posts(where: { hashtags: { any: $tags }, and: [$where] }, first: $limit) {
    totalCount
    edges { node { ...Shown } }
  }
}
fragment Shown on Post { key text source { key } hashtags { spelling span { start(unit: $unit) } } }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of stored queries, one of them in a folder of its own."""
    (tmp_path / "tagged.graphql").write_text(TAGGED, encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "one.graphql").write_text('{ thread(key: "lakeroad/1") { key coverage { visible } } }')
    (tmp_path / "two.graphql").write_text("query A { dataset { name } } query B { dataset { name } }")
    return tmp_path


@pytest.fixture
def asking(folder: Path, sqlite_corpus: str) -> Iterator[TestClient]:
    """The application with that folder."""
    chosen = Settings(database_url=sqlite_corpus, trusted_documents=folder)
    with TestClient(app.create(chosen)) as client:
        yield client


def test_a_stored_query_is_a_url_and_its_variables_are_parameters(asking: TestClient) -> None:
    where = '{"language": {"eq": "en"}}'
    response = asking.get(f"{ROOT}/queries/tagged", params={"tags": ["peace", "openroad"], "where": where, "limit": 2})
    by_graphql = asking.post(
        "/graphql",
        json={
            "documentId": "tagged",
            "variables": {"tags": ["peace", "openroad"], "where": json.loads(where), "limit": 2},
        },
    )
    assert response.json() == by_graphql.json()["data"]
    assert len(response.json()["posts"]["edges"]) == 2


def test_its_first_list_is_lines_or_a_table(asking: TestClient) -> None:
    nodes = [each["node"] for each in asking.get(f"{ROOT}/queries/tagged?tags=peace").json()["posts"]["edges"]]
    lines = asking.get(f"{ROOT}/queries/tagged.ndjson?tags=peace")
    assert [json.loads(line) for line in lines.text.splitlines()] == nodes
    assert lines.headers["content-type"] == "application/x-ndjson"
    table = asking.get(f"{ROOT}/queries/tagged.csv?tags=peace")
    rows = list(csv.DictReader(io.StringIO(table.text, newline="")))
    assert [(row["key"], row["source.key"]) for row in rows] == [(node["key"], node["source"]["key"]) for node in nodes]
    assert [json.loads(row["hashtags"]) for row in rows] == [node["hashtags"] for node in nodes]


def test_an_answer_without_a_list_is_json_only(asking: TestClient) -> None:
    assert asking.get(f"{ROOT}/queries/deep/one").json() == {
        "thread": {"key": "lakeroad/1", "coverage": {"visible": 5}}
    }
    response = asking.get(f"{ROOT}/queries/deep/one.csv")
    assert response.status_code == 404
    assert "holds no list" in response.json()["detail"]


def test_its_answers_are_kept_like_all_others(asking: TestClient) -> None:
    first = asking.get(f"{ROOT}/queries/deep/one")
    assert first.headers["parley-revision"] == "3"
    again = asking.get(f"{ROOT}/queries/deep/one", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304


def test_all_faults_of_its_parameters_are_told(asking: TestClient) -> None:
    response = asking.get(f"{ROOT}/queries/tagged?where=x&limit=a&unit=UTF32&tag=peace")
    assert response.status_code == 400
    told = {fault["parameter"]: fault["detail"] for fault in response.json()["errors"]}
    assert told.keys() == {"where", "limit", "unit", "tag", "tags"}
    assert told["tag"] == "is no parameter here: did you mean `tags`?"
    assert told["tags"] == "must be given"
    assert told["where"].startswith("must be a JSON object")


def test_what_the_mill_refuses_of_a_variable_is_told(asking: TestClient) -> None:
    response = asking.get(f"{ROOT}/queries/tagged", params={"tags": "a", "where": '{"language": 1}'})
    assert response.status_code == 400
    assert "locations" not in response.json()


def test_the_list_of_stored_queries_says_how_to_ask_each(asking: TestClient) -> None:
    listed = {each["name"]: each for each in asking.get(f"{ROOT}/queries").json()["nodes"]}
    assert listed.keys() == {
        "deep/one", "tagged", "name-usage", "places-on-a-map", "tag-page", "tags-together", "timeline",
    }  # fmt: skip
    assert listed["tagged"]["description"] == "Posts with tags. Two lines of it."
    assert [(each["name"], each["required"]) for each in listed["tagged"]["parameters"]] == [
        ("tags", True), ("where", False), ("limit", False), ("unit", False),
    ]  # fmt: skip
    assert listed["tagged"]["parameters"][2]["description"] == "`$limit: Int`, 3 when left out."


@pytest.mark.parametrize("path", ["/queries/nothing", "/queries/two", "/queries/tagged.xml", "/queries/tagged/x"])
def test_what_is_not_stored_is_not_found(path: str, asking: TestClient) -> None:
    assert asking.get(ROOT + path).status_code == 404


def test_where_nothing_else_is_allowed_stored_queries_and_resources_still_are(folder: Path, sqlite_corpus: str) -> None:
    chosen = Settings(database_url=sqlite_corpus, trusted_documents=folder, trusted_only=True)
    with TestClient(app.create(chosen)) as client:
        assert client.get(f"{ROOT}/queries/tagged?tags=peace").status_code == 200
        assert client.get(f"{ROOT}/posts?limit=1").status_code == 200
        assert "data" in client.post("/graphql", json={"documentId": "deep/one"}).json()
        assert "data" in client.post("/graphql", json={"documentId": "timeline"}).json()
        refused = client.post("/graphql", json={"query": "{ dataset { name } }"}).json()
        assert refused["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{ posts { nodes { nothing } } }", r"wrong\.graphql:1:19: Cannot query field 'nothing'"),
        ("{ posts {", r"wrong\.graphql:1:10: Syntax Error"),
    ],
)
def test_a_document_that_does_not_fit_stops_the_start(text: str, said: str) -> None:
    with pytest.raises(SettingsInvalid, match=said):
        stored(SCHEMA, {"wrong": text})


def test_bundled_queries_all_become_urls() -> None:
    named = Documents(None).named
    assert stored(SCHEMA, named).keys() == named.keys()
    assert all(each.description for each in stored(SCHEMA, named).values())
