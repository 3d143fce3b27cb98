"""REST and GraphQL answer the same question alike: the same nodes in the same order, under the same names."""

from typing import NamedTuple

import pytest
from starlette.testclient import TestClient

from api.endpoints.rest.operations import operations
from api.schema import build, promise
from rest_answers import PAGE, Get, innermost


class Same(NamedTuple):
    """A path, the question of GraphQL that is the same, and where in its data the answer stands."""

    path: str
    template: str
    question: str
    at: str


def same(path: str, template: str, question: str, at: str) -> Same:
    return Same(path, template, question.replace("PAGE", PAGE), at)


TAGGED = '{ hashtags: { any: ["peace", "openroad"], none: ["fiji"] } }'
EARLY = '{ and: [{ published: { gte: "2023-01-01", lte: "2023-12-31" } }], language: { in: ["en", "fr"] } }'

SAME = [
    same("/dataset", "/dataset",
         "{ dataset { revision { id number digest committedAt } counts { type count } name citation licences } }",
         "dataset"),
    same("/sources?fields=id,key,title&include=totalCount&kind=FEED&kind=ARTICLE", "/sources",
         "{ sources(where: {kind: {in: [FEED, ARTICLE]}}) { nodes { id key title } PAGE totalCount } }", "sources"),
    same("/sources/archive%2Fletters?fields=id,title&include=coverage", "/sources/{key}",
         '{ source(key: "archive/letters") { id title coverage '
         "{ visible total claimed ratio isComplete mismatch } } }", "source"),
    same("/sources/valley-notes/threads?fields=id,key&order=-length", "/sources/{key}/threads",
         '{ source(key: "valley-notes") { threads(orderBy: [{by: LENGTH, direction: DESC}]) '
         "{ nodes { id key } PAGE } } }", "source.threads"),
    same("/sources/valley-notes/threads/buckets?by=YEAR", "/sources/{key}/threads/buckets",
         '{ source(key: "valley-notes") { threads { nodes: buckets(by: YEAR) { start end count } } } }',
         "source.threads"),
    same("/sources/valley-notes/threads/coverage", "/sources/{key}/threads/coverage",
         '{ source(key: "valley-notes") { threads { coverage { visible total claimed ratio isComplete mismatch } } } }',
         "source.threads.coverage"),
    same("/sources/lakeroad/posts?fields=id,key,marker&limit=4", "/sources/{key}/posts",
         '{ source(key: "lakeroad") { posts(first: 4) { nodes { id key marker } PAGE } } }', "source.posts"),
    same("/threads?fields=id,key&include=totalCount&hashtag=lakeroad&length.gte=2", "/threads",
         '{ threads(where: {hashtags: {any: ["lakeroad"]}, length: {gte: 2}}) { nodes { id key } PAGE totalCount } }',
         "threads"),
    same("/threads/buckets?by=QUARTER&language=en", "/threads/buckets",
         '{ threads(where: {language: {eq: "en"}}) { nodes: buckets(by: QUARTER) { start end count } } }', "threads"),
    same("/threads/coverage?isComplete=false", "/threads/coverage",
         "{ threads(where: {isComplete: false}) { coverage { visible total claimed ratio isComplete mismatch } } }",
         "threads.coverage"),
    same("/threads/lakeroad/1?fields=id,rank,author", "/threads/{key}",
         '{ thread(key: "lakeroad/1") { id rank author { id handle displayName } } }', "thread"),
    same("/threads/lakeroad/1/posts?fields=id,key&position.gt=2&order=-position", "/threads/{key}/posts",
         '{ thread(key: "lakeroad/1") { posts(where: {position: {gt: 2}}, orderBy: [{by: POSITION, direction: DESC}]) '
         "{ nodes { id key } PAGE } } }", "thread.posts"),
    same("/threads/lakeroad/1/related?limit=3", "/threads/{key}/related",
         '{ thread(key: "lakeroad/1") { nodes: related(first: 3) '
         "{ thread { id key rank title } score reasons } } }", "thread"),
    same("/posts?fields=id,key&include=totalCount&hashtag=peace&hashtag=openroad&hashtag.none=fiji&order=-published,key",
         "/posts",
         f"{{ posts(where: {TAGGED}, orderBy: [{{by: PUBLISHED, direction: DESC}}, {{by: KEY}}]) "
         "{ nodes { id key } PAGE totalCount } }", "posts"),
    same("/posts?fields=key,published&published=2023&language=en&language=fr&limit=5", "/posts",
         f"{{ posts(where: {EARLY}, first: 5) "
         "{ nodes { key published { earliest latest instant precision basis } } PAGE } }", "posts"),
    same("/posts?fields=key&place.near=40.2,44.5,60&place.role=LOCATION&source.language=fr", "/posts",
         "{ posts(where: {places: {near: {latitude: 40.2, longitude: 44.5, kilometres: 60}, role: [LOCATION]}, "
         'source: {language: {eq: "fr"}}}) { nodes { key } PAGE } }', "posts"),
    same("/posts?fields=key&place.bbox=170,-20,-170,-10&thread.isComplete=true", "/posts",
         "{ posts(where: {places: {bbox: {west: 170, south: -20, east: -170, north: -10}}, "
         "thread: {isComplete: true}}) { nodes { key } PAGE } }", "posts"),
    same("/posts?fields=key&q=road&include=edges&limit=3", "/posts",
         '{ posts(search: "road", first: 3) { nodes { key } edges { cursor match '
         "{ score snippet spans { part start end text } } } PAGE } }", "posts"),
    same("/posts/facets?field=HASHTAG&field=SOURCE&size=3&author=NoraWrites", "/posts/facets",
         '{ posts(where: {author: {eq: "NoraWrites"}}) { nodes: facets(fields: [HASHTAG, SOURCE], size: 3) '
         "{ field values { value label count node { __typename id } } distinct other missing } } }", "posts"),
    same("/posts/buckets?by=MONTH&mention=CrisisDesk", "/posts/buckets",
         '{ posts(where: {mentions: {any: ["CrisisDesk"]}}) { nodes: buckets(by: MONTH) { start end count } } }',
         "posts"),
    same("/posts/coverage?source=lakeroad&source=valley-notes", "/posts/coverage",
         '{ posts(where: {source: {key: {in: ["lakeroad", "valley-notes"]}}}) '
         "{ coverage { visible total claimed ratio isComplete mismatch } } }", "posts.coverage"),
    same("/posts/quiet-border/1?fields=id,title&include=footnotes&span.unit=UTF8", "/posts/{key}",
         '{ post(key: "quiet-border/1") { id title footnotes { ordinal marker text anchor '
         "{ part start(unit: UTF8) end(unit: UTF8) text } } } }", "post"),
    same("/posts/lakeroad/1/1/related?limit=2&excerpt.length=20", "/posts/{key}/related",
         '{ post(key: "lakeroad/1/1") { nodes: related(first: 2) '
         "{ post { id key excerpt(length: 20) } score reasons } } }", "post"),
    same("/hashtags?fields=name,postCount&order=-postCount,name&name.startsWith=p", "/hashtags",
         '{ hashtags(where: {name: {startsWith: "p"}}, orderBy: [{by: POST_COUNT, direction: DESC}, {by: NAME}]) '
         "{ nodes { name postCount } PAGE } }", "hashtags"),
    same("/hashtags/Arm%C3%A9nie?match=ALIAS&fields=id,display&include=variants", "/hashtags/{name}",
         '{ hashtag(name: "Arménie", match: ALIAS) { id display variants { spelling postCount } } }', "hashtag"),
    same("/hashtags/Peace/posts?fields=key&limit=2", "/hashtags/{name}/posts",
         '{ hashtag(name: "Peace") { posts(first: 2) { nodes { key } PAGE } } }', "hashtag.posts"),
    same("/hashtags/Peace/threads?fields=key", "/hashtags/{name}/threads",
         '{ hashtag(name: "Peace") { threads { nodes { key } PAGE } } }', "hashtag.threads"),
    same("/hashtags/lakeroad/related?scope=THREAD&limit=4", "/hashtags/{name}/related",
         '{ hashtag(name: "lakeroad") { nodes: related(scope: THREAD, first: 4) '
         "{ hashtag { id name display } count jaccard } } }", "hashtag"),
    same("/hashtags/Peace/buckets?by=YEAR", "/hashtags/{name}/buckets",
         '{ hashtag(name: "Peace") { nodes: buckets(by: YEAR) { start end count } } }', "hashtag"),
    same("/places?fields=key&near=40.2,44.5,400&order=distance&kind=CITY&kind=TOWN", "/places",
         "{ places(where: {near: {latitude: 40.2, longitude: 44.5, kilometres: 400}, kind: {in: [CITY, TOWN]}}, "
         "orderBy: [{by: DISTANCE}]) { nodes { key } PAGE } }", "places"),
    same("/places/vardan?fields=id,name&include=parents&name.languages=hy,en&name.perspectives=AM", "/places/{key}",
         '{ place(key: "vardan") { id name(languages: ["hy", "en"], perspectives: ["AM"]) parents '
         '{ place { id key name(languages: ["hy", "en"], perspectives: ["AM"]) kind latitude longitude } '
         "relation claimant validFrom validTo } } }", "place"),
    same("/places/armenia/posts?fields=key&role=DEMONYM", "/places/{key}/posts",
         '{ place(key: "armenia") { posts(role: [DEMONYM]) { nodes { key } PAGE } } }', "place.posts"),
    same("/places/vardan/mentions?fields=toponym,role,span&limit=3", "/places/{key}/mentions",
         '{ place(key: "vardan") { mentions(first: 3) { nodes { toponym span { part start end text } role } PAGE } } }',
         "place.mentions"),
    same("/places/vardan/name-usage?by=LANGUAGE", "/places/{key}/name-usage",
         '{ place(key: "vardan") { nodes: nameUsage(by: LANGUAGE) { toponym key count } } }', "place"),
    same("/places/vardan/near?kilometres=300&limit=3", "/places/{key}/near",
         '{ place(key: "vardan") { nodes: near(kilometres: 300, first: 3) '
         "{ place { id key name kind latitude longitude } kilometres } } }", "place"),
    same("/accounts?fields=handle,mentionCount&order=-mentionCount&mentionCount.gte=1", "/accounts",
         "{ accounts(where: {mentionCount: {gte: 1}}, orderBy: [{by: MENTION_COUNT, direction: DESC}]) "
         "{ nodes { handle mentionCount } PAGE } }", "accounts"),
    same("/accounts/crisisdesk", "/accounts/{handle}",
         '{ account(handle: "crisisdesk") { id handle displayName mentionCount } }', "account"),
    same("/accounts/NoraWrites/posts?fields=key&limit=3", "/accounts/{handle}/posts",
         '{ account(handle: "NoraWrites") { posts(first: 3) { nodes { key } PAGE } } }', "account.posts"),
    same("/accounts/NoraWrites/mentioned-in?fields=key", "/accounts/{handle}/mentioned-in",
         '{ account(handle: "NoraWrites") { mentionedIn { nodes { key } PAGE } } }', "account.mentionedIn"),
    same("/revisions?limit=2", "/revisions",
         "{ revisions(first: 2) { nodes { id number digest committedAt added changed removed } PAGE } }", "revisions"),
    same("/revisions/3?fields=number,removed", "/revisions/{number}",
         "{ revision(number: 3) { number removed } }", "revision"),
    same("/revisions/3/changes?fields=action,key,fields", "/revisions/{number}/changes",
         "{ revision(number: 3) { changes { nodes { action key fields } PAGE } } }", "revision.changes"),
    same("/changes?since=1&limit=5&fields=revision,action,nodeId,node", "/changes",
         "{ changes(since: 1, first: 5) { nodes { revision action nodeId node { __typename id } } PAGE } }", "changes"),
]  # fmt: skip


@pytest.mark.parametrize("case", SAME, ids=lambda case: str(case.path))
def test_rest_answers_as_graphql_does(case: Same, get: Get, client: TestClient) -> None:
    answer = client.post("/graphql", json={"query": case.question}).json()
    assert "errors" not in answer
    assert get(case.path) == innermost(answer["data"], case.at)


VIEWS_OF_NESTED_LISTS = ("/facets", "/buckets", "/coverage")


def test_every_path_is_held_to_graphql() -> None:
    held = {case.template for case in SAME} | {"/search", "/nodes/{id}", "/resource"}
    every = {each.path for each in operations(promise(build()))}
    rest = {path for path in every - held if not path.endswith(VIEWS_OF_NESTED_LISTS)}
    assert rest == set()


@pytest.mark.parametrize("path", ["/posts/lakeroad/1/1", "/hashtags/peace", "/places/vardan", "/revisions/2"])
def test_a_node_is_found_by_its_id_and_says_where_it_lives(path: str, get: Get, client: TestClient) -> None:
    node = get(path)
    found = get(f"/nodes/{node['id']}")
    assert found["id"] == node["id"]
    assert client.get(found["href"]).json() == node


def test_an_address_leads_to_the_post_that_has_it(get: Get, client: TestClient) -> None:
    found = get("/resource?url=https://talk.example/lakeroad/1/1")
    assert found["__typename"] == "Post"
    assert client.get(found["href"]).json()["url"] == "https://talk.example/lakeroad/1/1"


SEARCH = """
query ($q: String!) { search(query: $q, types: [POST, PLACE, HASHTAG], first: 6) {
  edges { cursor match { score snippet } node { __typename ... on Node { id } } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } counts { type count } suggestions } }
"""


def test_a_search_finds_what_graphql_finds(get: Get, client: TestClient) -> None:
    found = client.post("/graphql", json={"query": SEARCH, "variables": {"q": "road"}}).json()["data"]["search"]
    answer = get("/search?q=road&type=POST&type=PLACE&type=HASHTAG&limit=6")
    assert [edge["node"]["id"] for edge in answer["edges"]] == [edge["node"]["id"] for edge in found["edges"]]
    assert [edge["cursor"] for edge in answer["edges"]] == [edge["cursor"] for edge in found["edges"]]
    assert {name: answer[name] for name in ("pageInfo", "counts", "suggestions")} == {
        name: found[name] for name in ("pageInfo", "counts", "suggestions")
    }
