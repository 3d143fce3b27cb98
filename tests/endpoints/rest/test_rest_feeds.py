"""Feeds: what readers are told of posts, in Atom and JSON Feed, and that it is the same each time."""

from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]  # it has no types
import pytest
from starlette.testclient import TestClient

from api.endpoints.rest.feeds.entries import feed_id, printable, published
from rest_answers import ROOT

FEEDS = [
    "/posts",
    "/posts?q=road",
    "/hashtags/peace/posts",
    "/places/vardan/posts",
    "/sources/valley-notes/posts",
    "/threads/lakeroad/1/posts",
    "/accounts/NoraWrites/posts",
]


def suffixed(path: str, suffix: str) -> str:
    stem, sign, query = path.partition("?")
    return f"{ROOT}{stem}.{suffix}{sign}{query}"


@pytest.mark.parametrize("path", FEEDS)
def test_atom_is_read_without_complaint(path: str, client: TestClient) -> None:
    response = client.get(suffixed(path, "atom"))
    assert response.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.updated == "2024-01-03T00:00:00Z" or feed.feed.updated
    assert feed.entries
    assert all(
        entry.id.startswith("urn:uuid:") and entry.updated and entry.title and entry.link for entry in feed.entries
    )
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)


@pytest.mark.parametrize("path", FEEDS)
def test_both_formats_tell_the_same_entries(path: str, client: TestClient) -> None:
    atom = feedparser.parse(client.get(suffixed(path, "atom")).content)
    response = client.get(suffixed(path, "feed.json"))
    assert response.headers["content-type"] == "application/feed+json"
    feed = response.json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == atom.feed.title
    assert [item["id"] for item in feed["items"]] == [entry.id for entry in atom.entries]
    assert [item["date_modified"] for item in feed["items"]] == [entry.updated for entry in atom.entries]
    assert all(item["content_text"] is not None and item["url"] for item in feed["items"])


def test_a_feed_has_the_newest_posts_and_dates_only_where_they_are_known(client: TestClient) -> None:
    page = client.get(f"{ROOT}/posts?order=-published&limit=100").json()["nodes"]
    items = client.get(f"{ROOT}/posts.feed.json?limit=100").json()["items"]
    assert [item["content_text"] for item in items] == [post["text"] for post in page]
    for item, post in zip(items, page, strict=True):
        date = post["published"]
        known = date is not None and date["precision"] in {"DAY", "INSTANT"}
        assert ("date_published" in item) == known
        if known:
            assert item["date_published"] == (date["instant"] or f"{date['earliest']}T00:00:00Z")


def test_a_feed_is_named_after_what_it_is_of(client: TestClient) -> None:
    def title(path: str) -> str:
        return str(client.get(f"{ROOT}{path}").json()["title"]).partition(": ")[2]

    assert title("/posts.feed.json") == "posts"
    assert title("/posts.feed.json?q=lake+road") == "“lake road”"
    assert title("/hashtags/PEACE/posts.feed.json") == "#peace"
    assert title("/accounts/norawrites/posts.feed.json") == "@NoraWrites"
    assert title("/places/armenia/posts.feed.json?name.languages=hy") == "Հայաստան"


def test_ids_do_not_depend_on_the_server_or_the_moment(client: TestClient) -> None:
    here = client.get(f"{ROOT}/posts.feed.json?limit=5").json()
    there = client.get(f"{ROOT}/posts.feed.json?limit=5", headers={"host": "talk.example"}).json()
    assert [item["id"] for item in here["items"]] == [item["id"] for item in there["items"]]
    assert there["feed_url"] == f"http://talk.example{ROOT}/posts.feed.json?limit=5"
    assert there["home_page_url"] == f"http://talk.example{ROOT}/posts?limit=5"
    assert feed_id("/a") == feed_id("/a") != feed_id("/b")


def test_a_feed_is_not_sent_again_while_nothing_changed(client: TestClient) -> None:
    first = client.get(f"{ROOT}/posts.atom")
    again = client.get(f"{ROOT}/posts.atom", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304


def test_rights_go_with_every_entry(client: TestClient) -> None:
    [item] = client.get(f"{ROOT}/posts.feed.json?key=quiet-border/1").json()["items"]
    assert item["_parley"]["rights"] == "CC-BY-4.0 Invented for these tests"
    assert item["authors"] == [{"name": "@Ani_K"}]
    assert item["url"] == "https://journal.example/quiet-border"
    assert "OpenRoad" in item["tags"]


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert printable("a\x00b\x0bc\ufffed\n😀") == "a�b�c�d\n😀"
    controls = printable("".join(map(chr, [*range(9), 11, 12, *range(14, 32)])))
    assert ElementTree.fromstring(f"<a>{controls}</a>").text == controls  # noqa: S314  (our own text)


@pytest.mark.parametrize("precision", ["MONTH", "YEAR", "RANGE"])
def test_a_date_known_less_than_to_the_day_is_not_told_as_one(precision: str) -> None:
    date = {"earliest": "2023-03-01", "latest": "2023-03-31", "instant": None, "precision": precision}
    assert published(date) is None


@pytest.mark.parametrize("query", ["fields=key", "include=places", "after=00000000.1", "limit=101"])
def test_a_feed_refuses_what_only_pages_know(query: str, client: TestClient) -> None:
    assert client.get(f"{ROOT}/posts.atom?{query}").status_code == 400
