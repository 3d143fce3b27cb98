"""Paths: which operation, key and format each asks for, however its slashes are written."""

import pytest
from starlette.testclient import TestClient

from api.endpoints.rest.formats import formats
from api.endpoints.rest.operations import operations
from api.endpoints.rest.routing import Routes
from api.errors import NotFound
from api.schema import build, promise
from rest_answers import ROOT

OPERATIONS = operations(promise(build()))
ROUTES = Routes(OPERATIONS, {each: formats(each) for each in OPERATIONS})


@pytest.mark.parametrize(
    ("path", "template", "key", "suffix"),
    [
        ("/posts", "/posts", None, "json"),
        ("/posts.csv", "/posts", None, "csv"),
        ("/posts.feed.json", "/posts", None, "feed.json"),
        ("/posts/facets", "/posts/facets", None, "json"),
        ("/posts/nkpeace/7/2", "/posts/{key}", "nkpeace/7/2", "json"),
        ("/posts/nkpeace%2F7%2F2", "/posts/{key}", "nkpeace/7/2", "json"),
        ("/threads/nkpeace/7/posts", "/threads/{key}/posts", "nkpeace/7", "json"),
        ("/threads/nkpeace%2F7/posts.ndjson", "/threads/{key}/posts", "nkpeace/7", "ndjson"),
        ("/threads/nkpeace%2Fposts", "/threads/{key}", "nkpeace/posts", "json"),
        ("/threads/nkpeace/7/posts/facets", "/threads/{key}/posts/facets", "nkpeace/7", "json"),
        ("/hashtags/Arm%C3%A9nie/posts.atom", "/hashtags/{name}/posts", "Arménie", "atom"),
        ("/hashtags/posts", "/hashtags/{name}", "posts", "json"),
        ("/places.geojson", "/places", None, "geojson"),
        ("/sources.csv", "/sources", None, "csv"),
        ("/posts/", "/posts/{key}", "", "json"),
    ],
)
def test_a_path_is_understood(path: str, template: str, key: str | None, suffix: str) -> None:
    found = ROUTES.find(path)
    assert (found.operation.path, found.key, found.format) == (template, key, suffix)


@pytest.mark.parametrize("path", ["/", "/nothing", "/dataset/x", "/posts.pdf", "/sources.atom", "/changes.geojson"])
def test_a_path_that_leads_nowhere_is_not_found(path: str) -> None:
    with pytest.raises(NotFound):
        ROUTES.find(path)


def test_a_key_that_no_byte_spells_is_only_not_found(client: TestClient) -> None:
    assert client.get(f"{ROOT}/posts/%ff%fe").status_code == 404


def test_a_number_that_is_none_is_refused(client: TestClient) -> None:
    response = client.get(f"{ROOT}/revisions/first")
    assert response.status_code == 400
    assert response.json()["errors"] == [
        {"parameter": "number", "detail": "must be a whole number from 0 to 2147483647"}
    ]


def test_the_index_lists_every_path(client: TestClient) -> None:
    response = client.get(ROOT)
    assert len(response.json()["nodes"]) == len(OPERATIONS) + 1
    assert response.headers["link"] == '</openapi.json>; rel="service-desc", </docs>; rel="service-doc"'
    assert {each["href"].removeprefix(f"http://testserver{ROOT}") for each in response.json()["nodes"]} == {
        "/queries",
        *(each.path for each in OPERATIONS),
    }
