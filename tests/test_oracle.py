"""The oracle against answers worked out by hand from the test corpus: a second opinion needs one, too."""

from collections.abc import Callable
from typing import Any

import pytest

from api.database import opened
from api.settings import Settings
from oracle import Oracle

Say = Callable[..., Any]  # Any: the data of an answer


@pytest.fixture(scope="module")
def oracle(sqlite_corpus: str) -> Oracle:
    with opened(sqlite_corpus, Settings()) as engine:
        return Oracle(engine)


@pytest.fixture
def say(oracle: Oracle) -> Say:
    """Ask, and follow a path of names through the answer's data."""

    def found(document: str, *path: str | int, **variables: object) -> Any:  # Any: as above
        answer = oracle(document, variables)
        assert "errors" not in answer, answer
        value = answer["data"]
        for step in path:
            value = value[step]
        return value

    return found


@pytest.fixture
def keys(say: Say) -> Callable[[str], list[str]]:
    """The keys of the nodes of a list at the root, such as `posts(first: 2)`."""

    def listed(asked: str) -> list[str]:
        kind = asked.partition("(")[0]
        name = {"hashtags": "name", "accounts": "handle"}.get(kind, "key")
        return [node[name] for node in say(f"{{ {asked} {{ nodes {{ {name} }} }} }}", kind, "nodes")]

    return listed


Keys = Callable[[str], list[str]]


def test_posts_come_newest_first_and_the_undated_last(keys: Keys) -> None:
    newest = ["quiet-border/1", "valley-notes/alone-2", "valley-notes/islands/3"]
    assert keys("posts(first: 3)") == newest
    assert keys("posts(last: 1)") == ["lakeroad/3/2"]
    oldest = keys("posts(orderBy: {by: PUBLISHED}, first: 1)")
    assert oldest == ["archive/letters/1/3"]
    assert keys("posts(orderBy: {by: PUBLISHED}, last: 1)") == ["lakeroad/3/2"]


def test_a_thread_is_read_from_its_start(say: Say) -> None:
    nodes = say('{ thread(key: "lakeroad/1") { posts { nodes { key next { key } } } } }', "thread", "posts", "nodes")
    assert [node["key"] for node in nodes] == [f"lakeroad/1/{n}" for n in (1, 2, 3, 4, 6)]
    assert [node["next"] and node["next"]["key"] for node in nodes[-2:]] == ["lakeroad/1/6", None]


def test_pages_go_on_from_a_cursor_and_know_what_is_around_them(say: Say) -> None:
    page = "query ($after: String) { sources(first: 2, after: $after) { nodes { key } pageInfo { %s } } }"
    document = page % "hasNextPage hasPreviousPage endCursor"
    first = say(document, "sources")
    second = say(document, "sources", after=first["pageInfo"]["endCursor"])
    assert [first["pageInfo"]["hasPreviousPage"], first["pageInfo"]["hasNextPage"]] == [False, True]
    assert [second["pageInfo"]["hasPreviousPage"], second["pageInfo"]["hasNextPage"]] == [True, True]
    titles = [node["key"] for node in first["nodes"] + second["nodes"]]
    assert titles == [
        "lakeroad",
        "quiet-border",
        "figures",
        "valley-notes",
    ]  # "É" stands behind "F", as its number does


def test_a_page_is_twenty_long_and_ten_below_a_list(say: Say) -> None:
    assert len(say("{ posts { nodes { key } } }", "posts", "nodes")) == 20
    assert len(say('{ hashtag(name: "LakeRoad") { posts { nodes { key } } } }', "hashtag", "posts", "nodes")) == 13
    lists = say("{ hashtags(first: 1) { nodes { name posts { nodes { key } } } } }", "hashtags", "nodes", 0)
    assert (lists["name"], len(lists["posts"]["nodes"])) == ("lakeroad", 10)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ('hashtags: {any: "#Armenie"}', {"lakeroad/2/1", "valley-notes/islands/4"}),
        ('hashtags: {any: "armenia", match: ALIAS}', {"lakeroad/2/1", "lakeroad/3/1", "valley-notes/islands/4"}),
        ('hashtags: {any: "LAKEROAD", match: EXACT}', {"lakeroad/3/1"}),
        ('hashtags: {any: "läkeroad", match: CASE}', {"lakeroad/4/1"}),
        ('hashtags: {all: ["lakeroad", "openroad"], basis: [IN_TEXT]}', {"lakeroad/1/2", "lakeroad/1/6"}),
        ('places: {any: "armenia", role: [DEMONYM]}', {"lakeroad/1/3", "quiet-border/1"}),
        ('places: {any: "Ермолово"}', set()),
        ("places: {role: [FLAG]}", {"lakeroad/3/2"}),
        ('places: {within: "FIDJI"}', {f"valley-notes/islands/{n}" for n in (1, 2, 3, 4)} | {"quiet-border/1"}),
        ("places: {bbox: {west: 179, south: -20, east: -179, north: -10}}", {"valley-notes/islands/2"}),
        ('mentions: {all: ["@norawrites", "ani_k"]}', {"lakeroad/2/2"}),
        ('author: {eq: "@tevita"}, language: {notIn: ["en"]}', {"valley-notes/islands/3", "valley-notes/alone-1"}),
        ('text: {contains: "5% OR 5_"}', {"lakeroad/4/1"}),
        ('text: {startsWith: "a post"}', {"valley-notes/alone-1"}),
        ('published: {gte: "2022-01-01", lte: "2022-01-31"}', {"archive/letters/1/3", "valley-notes/alone-1"}),
        ("published: {isNull: true}, source: {kind: {eq: ARCHIVE}}", {"archive/letters/1/1", "archive/letters/1/2"}),
        ('domain: {eq: "lac.example"}', {"lakeroad/2/3", "valley-notes/alone-1"}),
        ("thread: {isComplete: false}", {f"lakeroad/1/{n}" for n in (1, 2, 3, 4, 6)}),
        ("thread: {coverage: {gt: 1}}", {"valley-notes/echo/1", "valley-notes/echo/2"}),
        ("kind: {eq: ARTICLE}, or: []", set()),
        ("kind: {eq: ARTICLE}, and: [], not: {kind: {eq: POST}}, text: null", {"quiet-border/1"}),
        ("not: {}", set()),
        ('not: {thread: {key: {startsWith: ""}}}', {"quiet-border/1", "valley-notes/alone-1", "valley-notes/alone-2"}),
    ],
)
def test_a_filter_keeps_what_it_should(keys: Keys, where: str, expected: set[str]) -> None:
    assert set(keys(f"posts(first: 100, where: {{ {where} }})")) == expected


def test_a_complement_is_exact(say: Say) -> None:
    counted = (
        "{ a: posts(where: {domain: {in: %s}}) { totalCount } b: posts(where: {domain: {notIn: %s}}) { totalCount } }"
    )
    for listed in ("[]", '["lac.example", "nowhere"]'):
        answer = say(counted % (listed, listed))
        assert answer["a"]["totalCount"] + answer["b"]["totalCount"] == 25


def test_places_are_sorted_by_their_distance_across_the_antimeridian(keys: Keys) -> None:
    near = "near: {latitude: -16.6, longitude: -179.99, kilometres: 300}"
    assert keys(f"places(where: {{ {near} }}, orderBy: {{by: DISTANCE}})") == ["dateline", "somosomo", "suva", "fiji"]


def test_a_name_is_the_first_that_fits(say: Say) -> None:
    name = '{ place(key: "high-valley") { name(%s) } }'
    for asked, expected in {
        'languages: ["hy", "en"]': "Վերին Հովիտ",
        'perspectives: ["XA"]': "Վերին Հովիտ",
        'languages: ["en"], perspectives: ["XA"]': "Upper Vale",
        'languages: ["en"], perspectives: ["XB"]': "High Valley",
        'languages: ["ka"]': "High Valley",
        "languages: []": "High Valley",
    }.items():
        assert say(name % asked, "place", "name") == expected


def test_coverage_is_known_only_where_all_parts_are(say: Say) -> None:
    coverage = "coverage { visible total claimed ratio isComplete mismatch }"
    thread = say(f'{{ thread(key: "lakeroad/1") {{ {coverage} }} }}', "thread", "coverage")
    assert [*thread.values()] == [5, 8, 6, 0.625, False, True]
    archive = say(f'{{ source(key: "archive/letters") {{ {coverage} }} }}', "source", "coverage")
    assert [*archive.values()] == [3, 3, 3, 1.0, True, False]
    listing = say(f'{{ source(key: "lakeroad") {{ {coverage} }} }}', "source", "coverage")
    assert [*listing.values()] == [13, None, None, None, None, True]


def test_buckets_fill_gaps_and_count_the_rest_with_the_undated(say: Say) -> None:
    asked = '{ thread(key: "lakeroad/1") { posts { buckets(by: WEEK) { start end count } } } }'
    assert say(asked, "thread", "posts", "buckets") == [
        {"start": "2023-03-13", "end": "2023-03-19", "count": 4},
        {"start": None, "end": None, "count": 1},
    ]
    by_year = say("{ threads { buckets(by: YEAR) { start count } } }", "threads", "buckets")
    assert by_year == [{"start": "2023-01-01", "count": 3}, {"start": None, "count": 5}]


def test_facets_count_posts_and_say_what_is_left_out(say: Say) -> None:
    facet = "{ posts { facets(fields: [PLACE], size: 2) { distinct missing values { value count } } } }"
    found = say(facet, "posts", "facets", 0)
    assert [(one["value"], one["count"]) for one in found["values"]] == [("armenia", 5), ("vardan", 5)]
    assert (found["distinct"], found["missing"]) == (14, 7)


def test_what_is_related_says_why(say: Say) -> None:
    posts = say('{ post(key: "lakeroad/2/1") { related(first: 1) { post { key } score reasons } } }', "post", "related")
    assert posts == [{"post": {"key": "valley-notes/islands/4"}, "score": 0.7, "reasons": ["#Arménie", "Armenia"]}]
    tags = say('{ hashtag(name: "fiji") { related { hashtag { name } count jaccard } } }', "hashtag", "related")
    assert [(tag["hashtag"]["name"], tag["count"], tag["jaccard"]) for tag in tags] == [
        ("peace", 2, 0.25),
        ("armenie", 1, 0.2),
    ]


def test_an_excerpt_is_cut_at_a_word(say: Say) -> None:
    excerpt = '{ post(key: "archive/letters/1/3") { excerpt(length: %d) } }'
    assert say(excerpt % 100, "post", "excerpt") == "Quite  long ago 🕰️ in Shogh, @old_hand!"
    assert say(excerpt % 13, "post", "excerpt") == "Quite  long…"
    assert say(excerpt % 7, "post", "excerpt") == "Quite…"
    assert say(excerpt % 1, "post", "excerpt") == "…"


def test_names_of_a_place_are_counted_by_who_writes_them(say: Say) -> None:
    usage = say('{ place(key: "vardan") { nameUsage(by: LANGUAGE) { toponym key count } } }', "place", "nameUsage")
    assert usage[0] == {"toponym": "Vardan", "key": "en", "count": 5}
    assert [one["toponym"] for one in usage[1:]] == ["#Vardan", "Pont-aux-Roses", "Rosebridge", "Վարդան"]


def test_changes_keep_tombstones(say: Say) -> None:
    nodes = say("{ changes(since: 2) { nodes { action key fields node { __typename } } } }", "changes", "nodes")
    assert nodes[0] == {
        "action": "CHANGED",
        "key": "lakeroad/1",
        "fields": ["coverage"],
        "node": {"__typename": "Thread"},
    }
    assert [(one["key"], one["node"]) for one in nodes[2:]] == [
        ("lakeroad/4/4", None),
        ("gone", None),
        ("lakeroad/5", None),
    ]


def test_an_address_leads_to_the_source_before_the_thread_before_the_post(say: Say) -> None:
    resource = '{ resource(url: "https://%s") { __typename } }'
    assert say(resource % "journal.example/quiet-border", "resource", "__typename") == "Source"
    assert say(resource % "talk.example/lakeroad/1", "resource", "__typename") == "Thread"
    assert say(resource % "talk.example/nothing", "resource") is None


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("posts(first: -1) { totalCount }", "BAD_USER_INPUT"),
        ("posts(first: 101) { totalCount }", "PAGE_TOO_LARGE"),
        ('threads(where: {key: {eq: ""}}) { nodes { posts(last: 101) { totalCount } } }', "PAGE_TOO_LARGE"),
        ("posts(first: 1, last: 1) { totalCount }", "BAD_USER_INPUT"),
        ("posts(orderBy: {by: RELEVANCE}) { totalCount }", "BAD_USER_INPUT"),
        ("places(orderBy: {by: DISTANCE}) { totalCount }", "BAD_USER_INPUT"),
        ("place { key }", "BAD_USER_INPUT"),
        ('posts(after: "no cursor") { totalCount }', "BAD_CURSOR"),
        ("posts(first: 1) { nodes { excerpt(length: 0) } }", "BAD_USER_INPUT"),
        ("nothing", "GRAPHQL_VALIDATION_FAILED"),
    ],
)
def test_what_breaks_a_rule_is_refused(oracle: Oracle, asked: str, code: str) -> None:
    answer = oracle(f"{{ {asked} }}")
    assert [error["extensions"]["code"] for error in answer["errors"]] == [code]
    assert "data" not in answer


def test_a_cursor_of_another_order_is_refused(oracle: Oracle, say: Say) -> None:
    cursor = say("{ posts { pageInfo { startCursor } } }", "posts", "pageInfo", "startCursor")
    other = oracle("query ($c: String) { posts(after: $c, orderBy: {by: KEY}) { totalCount } }", {"c": cursor})
    assert other["errors"][0]["extensions"]["code"] == "BAD_CURSOR"


def test_what_is_skipped_breaks_no_rule(say: Say) -> None:
    assert say("{ dataset { name } posts(first: 1000) @skip(if: true) { totalCount } }") == {
        "dataset": {"name": "Lake road"}
    }
