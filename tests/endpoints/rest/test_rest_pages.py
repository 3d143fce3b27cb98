"""Pages over HTTP: links that lead through a list both ways, answers that are kept, and the methods there are."""

import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from databases import Statements
from rest_answers import ROOT, Get


def links(header: str) -> dict[str, str]:
    return {relation: url for url, relation in re.findall(r'<([^>]*)>; rel="(\w+)"', header)}


LISTS = [
    "/posts?fields=key&limit=7",
    "/posts?fields=key&limit=4&q=road",
    "/posts?fields=key&limit=3&order=-published&hashtag=openroad",
    "/hashtags?fields=name&limit=5&order=name",
    "/places?fields=key&limit=6&near=40,45,900&order=-distance",
    "/sources?fields=key&limit=2&order=title",
    "/accounts?fields=handle&limit=2",
    "/threads?fields=key&limit=3&order=-length,rank",
    "/sources/lakeroad/posts?fields=key&limit=9",
]


@pytest.mark.parametrize("path", LISTS)
def test_the_links_of_pages_lead_to_the_end_and_back(path: str, client: TestClient) -> None:
    whole = client.get(ROOT + re.sub(r"limit=\d+", "limit=100", path)).json()["nodes"]
    forwards: list[Any] = []
    response = client.get(ROOT + path)
    while True:
        forwards += response.json()["nodes"]
        if "next" not in links(response.headers["link"]):
            break
        response = client.get(links(response.headers["link"])["next"])
    backwards = response.json()["nodes"]
    while "prev" in links(response.headers["link"]):
        response = client.get(links(response.headers["link"])["prev"])
        backwards = response.json()["nodes"] + backwards
    assert forwards == backwards == whole
    assert links(response.headers["link"])["first"] == f"http://testserver{ROOT}{path}"


def test_links_keep_what_was_asked_and_the_prefix_it_was_asked_under(client: TestClient) -> None:
    path = f"{ROOT}/threads/lakeroad%2F1/posts?text=%26%20%C3%A9&limit=1"
    under = TestClient(client.app, root_path="/talk")
    link = under.get(path.replace("text=%26%20%C3%A9&", "")).headers["link"]
    assert links(link)["first"] == f"http://testserver/talk{ROOT}/threads/lakeroad%2F1/posts?limit=1"
    assert links(client.get(path).headers["link"])["first"] == (
        f"http://testserver{ROOT}/threads/lakeroad%2F1/posts?text=%26+%C3%A9&limit=1"
    )


def test_an_unsound_host_is_not_repeated(client: TestClient) -> None:
    response = client.get(f"{ROOT}/posts?limit=1", headers={"host": 'a">b'})
    assert links(response.headers["link"])["first"] == f"{ROOT}/posts?limit=1"


def test_a_list_that_only_goes_forward_has_no_previous_page(client: TestClient) -> None:
    second = links(client.get(f"{ROOT}/changes?since=0&limit=2").headers["link"])["next"]
    assert links(client.get(second).headers["link"]).keys() == {"next", "first"}


def test_an_answer_is_not_sent_again_while_nothing_changed(client: TestClient, statements: Statements) -> None:
    path = f"{ROOT}/posts?limit=1"
    first = client.get(path)
    assert first.headers["cache-control"] == "public, max-age=0, must-revalidate"
    assert first.headers["etag"].startswith('W/"3-')
    assert first.headers["parley-revision"] == "3"
    statements.clear()
    again = client.get(path, headers={"if-none-match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert len(statements) == 1
    assert "posts" not in statements[0]
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200
    assert client.get(f"{path}&q=x", headers={"if-none-match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize("path", ["/posts?limit=3", "/posts/lakeroad/1/1", "/posts.csv", "/posts.atom", "/dataset", ""])
def test_head_has_the_headers_of_get_and_no_body(path: str, client: TestClient) -> None:
    with_body, without = (client.request(method, ROOT + path) for method in ("GET", "HEAD"))
    assert without.content == b""
    varying = {"x-request-id", "content-encoding", "content-length", "vary", "transfer-encoding"}
    got, told = (
        {name: value for name, value in response.headers.items() if name not in varying}
        for response in (with_body, without)
    )
    assert got == told


@pytest.mark.parametrize("path", ["/posts", "", "/queries", "/posts.csv"])
def test_other_methods_are_told_which_there_are(path: str, client: TestClient) -> None:
    response = client.post(ROOT + path)
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD"
    assert response.json()["code"] == "METHOD_NOT_ALLOWED"


def test_a_format_that_the_client_rules_out_is_not_sent(client: TestClient) -> None:
    response = client.get(f"{ROOT}/posts", headers={"accept": "text/csv"})
    assert response.status_code == 406
    assert response.headers["content-type"] == "application/problem+json"
    assert client.get(f"{ROOT}/posts.csv", headers={"accept": "text/*;q=0.1"}).status_code == 200


def test_faults_are_told_as_a_problem(client: TestClient) -> None:
    response = client.get(f"{ROOT}/posts?limit=x&hashtags=y")
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert (problem["status"], problem["code"], problem["type"]) == (400, "BAD_USER_INPUT", "/problems/bad-user-input")
    assert [fault["parameter"] for fault in problem["errors"]] == ["limit", "hashtags"]
    assert client.get(problem["type"]).json()["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/threads/nowhere", "there is no thread `nowhere`"),
        ("/threads/nowhere/posts", "there is no thread `nowhere`"),
        ("/hashtags/nowhere/related", "there is no hashtag `nowhere`"),
        ("/places/nowhere/mentions", "there is no place `nowhere`"),
        ("/revisions/99/changes", "there is no revision `99`"),
        ("/nodes/post_1", "there is no node `post_1`"),
        ("/resource?url=https://nowhere.example/", "no resource was found"),
        ("/nowhere", "nothing is served at /nowhere; GET /api/v1 lists what there is"),
    ],
)
def test_what_is_not_there_is_not_found(path: str, said: str, client: TestClient) -> None:
    response = client.get(ROOT + path)
    assert (response.status_code, response.json()["detail"]) == (404, said)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/posts?order=relevance", "BAD_USER_INPUT"),
        ("/places?order=distance", "BAD_USER_INPUT"),
        ("/posts?after=00000000.1.1.1", "BAD_CURSOR"),
    ],
)
def test_what_only_the_mill_can_refuse_is_a_problem_too(path: str, code: str, client: TestClient) -> None:
    response = client.get(ROOT + path)
    assert (response.status_code, response.json()["code"]) == (400, code)


def test_fields_are_exactly_those_asked_for_and_include_adds_to_the_usual(get: Get) -> None:
    assert get("/posts/lakeroad/1/1?fields=text,key").keys() == {"key", "text"}
    usual = get("/posts/lakeroad/1/1")
    more = get("/posts/lakeroad/1/1?include=hashtags,excerpt&excerpt.length=12")
    assert more.keys() - usual.keys() == {"hashtags", "excerpt"}
    assert {name: more[name] for name in usual} == usual
    assert get("/posts/lakeroad/1/1?fields=key&include=places").keys() == {"key", "places"}
    assert len(more["excerpt"]) <= 12
