"""Exports: all of a list in one file, of one revision, that spreadsheets and maps can open without harm."""

import csv
import io
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.endpoints.rest.exporting import reading
from api.endpoints.rest.exporting.tables import cell
from rest_answers import ROOT

ZSTANDARD = b"\x28\xb5\x2f\xfd"
"""What begins a frame of Zstandard, which the test client leaves as it is."""

LISTS = ["/posts", "/threads", "/sources", "/hashtags", "/places", "/accounts", "/hashtags/peace/posts", "/revisions"]


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read few rows at once, so that the small corpus takes several pages."""
    monkeypatch.setattr(reading, "PAGE", 4)


def text(client: TestClient, path: str) -> str:
    response = client.get(ROOT + path)
    assert response.status_code == 200, response.text
    return response.content.decode()


def nodes(client: TestClient, path: str) -> list[dict[str, Any]]:
    """All of a list, page by page."""
    page = client.get(f"{ROOT}{path}{'&' if '?' in path else '?'}limit=100").json()
    assert not page["pageInfo"]["hasNextPage"]
    found: list[dict[str, Any]] = page["nodes"]
    return found


@pytest.mark.parametrize("path", LISTS)
def test_ndjson_holds_every_node_in_the_order_of_the_list(path: str, client: TestClient) -> None:
    lines = [json.loads(line) for line in text(client, f"{path}.ndjson").splitlines()]
    assert [line["id"] for line in lines] == [node["id"] for node in nodes(client, path)]


@pytest.mark.parametrize("path", LISTS)
def test_a_table_has_a_row_for_every_node(path: str, client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(text(client, f"{path}.csv"), newline="")))
    assert [row["id"] for row in rows] == [node["id"] for node in nodes(client, path)]


def test_a_table_spells_nested_fields_and_lists(client: TestClient) -> None:
    path = "/posts.csv?fields=key,published,source&include=hashtags&key=lakeroad/1/1"
    [row] = csv.DictReader(io.StringIO(text(client, path)))
    assert row["published.earliest"] == "2023-03-14"
    assert row["published.instant"] == ""
    assert row["source.licence"] == nodes(client, "/sources?key=lakeroad")[0]["licence"]
    assert [use["spelling"] for use in json.loads(row["hashtags"])] == ["Vardan", "LakeRoad"]


def test_a_table_of_nothing_still_has_its_head(client: TestClient) -> None:
    assert text(client, "/posts.csv?fields=key,text&key=nothing") == "key,text\r\n"
    assert text(client, "/posts.ndjson?key=nothing") == ""
    assert json.loads(text(client, "/posts.geojson?key=nothing"))["features"] == []


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_what_a_spreadsheet_would_run_is_text(formula: str) -> None:
    assert cell(formula) == f"'{formula}"


@pytest.mark.parametrize(
    ("value", "written"), [(-1.5, -1.5), (None, None), (True, "true"), ("a=b", "a=b"), ([1], "[1]")]
)
def test_other_values_stay_what_they_are(value: object, written: object) -> None:
    assert cell(value) == written


def test_excel_is_told_that_a_file_is_utf_8_when_asked(client: TestClient) -> None:
    assert client.get(f"{ROOT}/sources.csv?bom=true&fields=key").content.startswith(b"\xef\xbb\xbfkey\r\n")
    assert client.get(f"{ROOT}/sources.csv?bom=false&fields=key").content.startswith(b"key\r\n")


def test_an_export_is_as_long_as_asked(client: TestClient) -> None:
    for limit in (0, 1, 4, 5, 9):
        lines = text(client, f"/posts.ndjson?fields=key&limit={limit}").splitlines()
        assert lines == text(client, "/posts.ndjson?fields=key").splitlines()[:limit]


def test_places_are_drawn_where_they_are(client: TestClient) -> None:
    drawn = json.loads(text(client, "/places.geojson?fields=key"))
    assert drawn["type"] == "FeatureCollection"
    assert drawn["parley"]["revision"] == 3
    located = [node for node in nodes(client, "/places") if node["latitude"] is not None]
    assert [feature["id"] for feature in drawn["features"]] == [node["id"] for node in located]
    points = [feature for feature in drawn["features"] if feature["geometry"]["type"] == "Point"]
    by_key = {node["key"]: [node["longitude"], node["latitude"]] for node in located}
    assert all(point["geometry"]["coordinates"] == by_key[point["properties"]["key"]] for point in points)


def test_a_post_is_drawn_at_each_place_it_mentions_and_peoples_are_no_places(client: TestClient) -> None:
    features = json.loads(text(client, "/posts.geojson"))["features"]
    mentions = [
        (post["key"], mention["toponym"])
        for post in nodes(client, "/posts?include=places")
        for mention in post["places"]
        if mention["role"] != "DEMONYM" and mention["place"]["latitude"] is not None
    ]
    drawn = [(each["properties"]["post"]["key"], each["properties"]["toponym"]) for each in features]
    assert drawn == mentions
    assert all(each["properties"]["post"]["source"]["key"] for each in features)


def test_mentions_are_drawn(client: TestClient) -> None:
    drawn = json.loads(text(client, "/places/vardan/mentions.geojson?fields=toponym"))["features"]
    assert {feature["properties"]["toponym"] for feature in drawn} >= {"Vardan", "#Vardan"}


def test_a_file_says_what_it_is_and_of_which_revision(client: TestClient) -> None:
    headers = client.get(f"{ROOT}/hashtags/peace/posts.csv").headers
    assert headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert headers["content-disposition"] == 'attachment; filename="hashtags-name-posts-r3.csv"'
    assert headers["parley-revision"] == "3"
    again = client.get(f"{ROOT}/hashtags/peace/posts.csv", headers={"if-none-match": headers["etag"]})
    assert again.status_code == 304


def test_an_export_of_nothing_known_is_not_found(client: TestClient) -> None:
    assert client.get(f"{ROOT}/threads/nowhere/posts.csv").status_code == 404


@pytest.mark.parametrize("query", ["after=00000000.1", "before=00000000.1", "include=edges", "bom=true"])
def test_an_export_refuses_what_only_pages_or_tables_know(query: str, client: TestClient) -> None:
    assert client.get(f"{ROOT}/posts.ndjson?{query}").status_code == 400


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
@pytest.mark.parametrize("suffix", ["ndjson", "csv", "geojson", "atom", "feed.json"])
def test_every_format_is_compressed_for_who_can_read_that(suffix: str, coding: str, client: TestClient) -> None:
    response = client.get(f"{ROOT}/posts.{suffix}", headers={"accept-encoding": coding})
    assert response.headers["content-encoding"] == coding
    assert response.headers["vary"] == "Accept-Encoding"
    plain = client.get(f"{ROOT}/posts.{suffix}", headers={"accept-encoding": "identity"}).content
    assert response.content.startswith(ZSTANDARD) if coding == "zstd" else response.content == plain
