"""The bundled corpus, read as plain YAML: what it keeps of the three pages that it retells, counted."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypedDict, cast

import pytest
import yaml

import seeds
from seeds.reading import read

DATA = Path(seeds.__file__).parent / "data"
ARTICLES = ("invitation.yaml", "mediation.yaml")


class Media(TypedDict, total=False):
    kind: str
    placeholder: bool
    caption: str
    credit: str
    url: str


class Footnote(TypedDict):
    marker: str
    paragraph: int
    text: str


class Override(TypedDict, total=False):
    place: str | None
    toponym: str
    occurrence: int
    role: str


class Post(TypedDict, total=False):
    key: str
    kind: str
    text: str
    title: str
    standfirst: str
    marker: str
    author: str
    published: date
    media: list[Media]
    links: list[dict[str, str]]
    footnotes: list[Footnote]
    places: list[Override]


class Thread(TypedDict, total=False):
    key: str
    rank: int
    language: str
    total: int
    claimed: int
    author: str
    published: date
    posts: list[Post]


class Source(TypedDict, total=False):
    key: str
    kind: str
    title: str
    url: str
    licence: str
    attribution: str
    excerpt: bool
    published: date
    hashtags: list[str]
    related_items: list[dict[str, str]]
    threads: list[Thread]
    posts: list[Post]


class Seed(TypedDict, total=False):
    parley: int
    dataset: dict[str, str]
    sources: list[Source]
    accounts: list[dict[str, str]]
    hashtag_aliases: list[dict[str, str | list[str]]]
    places: list[dict[str, str]]


def _seed(name: str) -> Seed:
    return cast(Seed, yaml.safe_load((DATA / name).read_text(encoding="utf-8")))


def _source(name: str) -> Source:
    (source,) = _seed(name)["sources"]
    return source


def _threads() -> list[Thread]:
    return _source("nkpeace.yaml")["threads"]


def _posts() -> list[Post]:
    return [post for thread in _threads() for post in thread["posts"]]


def _article(name: str) -> Post:
    (post,) = _source(name)["posts"]
    return post


def _tags(text: str) -> list[str]:
    return re.findall(r"#(\w+)", text)


def _folded(tag: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", tag.casefold()) if not unicodedata.combining(sign))


def _parts(post: Post) -> Iterator[str]:
    yield post["text"]
    yield from (post[part] for part in ("title", "standfirst") if part in post)
    yield from (media["caption"] for media in post.get("media", []) if "caption" in media)
    yield from (note["text"] for note in post.get("footnotes", []))


def test_every_file_says_its_format_version() -> None:
    files = sorted(DATA.glob("*.yaml"))
    assert len(files) == 5
    assert {_seed(file.name)["parley"] for file in files} == {1}


def test_the_bundled_seed_is_read_without_a_fault() -> None:
    reading = read(DATA)
    assert reading.total == 0, reading.faults
    assert Counter(located.kind for located in reading.records)["post"] == 73


def test_every_file_says_what_it_is_before_its_first_line_of_data() -> None:
    assert all(file.read_text(encoding="utf-8").startswith("# ") for file in DATA.glob("*.yaml"))


@pytest.mark.parametrize("name", ["nkpeace.yaml", *ARTICLES])
def test_every_source_says_that_it_is_a_retelling_and_under_which_licence(name: str) -> None:
    source = _source(name)
    assert "retelling in our own words" in source["attribution"]
    assert source["licence"] == "CC BY 4.0"
    assert source["url"].startswith("https://")


def test_the_listing_has_24_threads_in_the_order_of_their_ranks() -> None:
    assert [(thread["key"], thread["rank"]) for thread in _threads()] == [(f"nkpeace/{n}", n) for n in range(1, 25)]


def test_threads_keep_the_totals_that_the_page_states() -> None:
    totals = [5, 11, 10, 24, 9, 11, 14, 7, 11, 3, 42, 3, 8, 3, 3, 4, 4, 11, 14, 10, 3, 12, 20, 8]
    assert [thread["total"] for thread in _threads()] == totals


def test_thread_12_shows_two_posts_and_every_other_three() -> None:
    shown = {thread["key"]: len(thread["posts"]) for thread in _threads()}
    assert shown.pop("nkpeace/12") == 2
    assert set(shown.values()) == {3}


def test_posts_are_keyed_by_their_position() -> None:
    for thread in _threads():
        keys = [post["key"] for post in thread["posts"]]
        assert keys == [f"{thread['key']}/{position}" for position in range(1, len(keys) + 1)]


def test_two_authors_claim_another_total_than_the_page_states() -> None:
    claims = {thread["key"]: (thread["total"], thread["claimed"]) for thread in _threads() if "claimed" in thread}
    disagreeing = {key: pair for key, pair in claims.items() if pair[0] != pair[1]}
    assert disagreeing == {"nkpeace/12": (3, 2), "nkpeace/24": (8, 7)}


def test_the_listing_names_no_author_and_no_date() -> None:
    assert not [entry for entry in (*_threads(), *_posts()) if "author" in entry or "published" in entry]


def test_only_thread_11_is_french() -> None:
    assert {thread["key"]: thread["language"] for thread in _threads() if "language" in thread} == {"nkpeace/11": "fr"}


def test_posts_use_104_hashtags_in_27_spellings_and_23_names() -> None:
    uses = [tag for post in _posts() for tag in _tags(post["text"])]
    assert (len(uses), len(set(uses)), len({_folded(tag) for tag in uses})) == (104, 27, 23)


def test_ten_threads_show_the_tag_of_the_listing_and_fourteen_do_not() -> None:
    assert _source("nkpeace.yaml")["hashtags"] == ["NKpeace"]
    showing = [t for t in _threads() if any("nkpeace" in map(str.lower, _tags(post["text"])) for post in t["posts"])]
    assert (len(showing), len(_threads()) - len(showing)) == (10, 14)


def test_posts_mention_six_accounts_nine_times_and_the_dataset_knows_them() -> None:
    mentions = [handle for post in _posts() for handle in re.findall(r"@(\w+)", post["text"])]
    assert len(mentions) == 9
    known = {account["handle"].lower() for account in _seed("dataset.yaml")["accounts"]}
    assert {handle.lower() for handle in mentions} == known
    assert len(known) == 6


def test_markers_stand_in_the_text_and_number_the_posts_in_order() -> None:
    marked = [post for post in _posts() if "marker" in post]
    assert all(post["text"].count(post["marker"]) == 1 or post["text"].startswith(post["marker"]) for post in marked)
    forms = {"(1 of 11)", "2.", "1", "(1/24)", "1.", "1️⃣", "(1/14)", "1/8", "THREAD 1/4", "1/14", "(Thread, 1/7)"}
    assert forms <= {post["marker"] for post in marked}


def test_nine_posts_end_in_the_place_of_a_picture() -> None:
    ending = [post for post in _posts() if post["text"].endswith("Image")]
    assert len(ending) == 9
    assert all(post["media"] == [{"kind": "IMAGE", "placeholder": True}] for post in ending)


def test_the_one_caption_is_kept_beside_the_text() -> None:
    (post,) = [post for post in _posts() if any("caption" in media for media in post.get("media", []))]
    (media,) = post["media"]
    assert post["key"] == "nkpeace/4/3"
    assert "Khojali" in media["caption"]
    assert media["caption"] not in post["text"]


def test_eleven_posts_keep_the_remnant_of_a_link() -> None:
    remnants = [post for post in _posts() if "…" in post["text"]]
    assert len(remnants) == 11
    assert all(post["links"] == [{"displayed": "…"}] for post in remnants)


def test_flags_stay_flags() -> None:
    flags = Counter(flag for post in _posts() for flag in re.findall("[\U0001f1e6-\U0001f1ff]{2}", post["text"]))
    assert flags == {"🇦🇿": 1, "🇦🇲": 4}


@pytest.mark.parametrize(("name", "paragraphs"), [("invitation.yaml", 8), ("mediation.yaml", 7)])
def test_articles_have_as_many_paragraphs_as_the_originals(name: str, paragraphs: int) -> None:
    post = _article(name)
    assert post["kind"] == "ARTICLE"
    assert len(post["text"].split("\n\n")) == paragraphs
    assert post["title"] == _source(name)["title"]


def test_the_invitation_is_dated_and_the_mediation_an_undated_excerpt() -> None:
    assert _source("invitation.yaml")["published"] == date(2023, 3, 15)
    assert "published" not in _source("mediation.yaml")
    assert _source("mediation.yaml")["excerpt"] is True


def test_footnotes_are_anchored_in_the_fifth_and_the_sixth_paragraph() -> None:
    post = _article("invitation.yaml")
    paragraphs = post["text"].split("\n\n")
    assert [(note["marker"], note["paragraph"]) for note in post["footnotes"]] == [("[1]", 5), ("[2]", 6)]
    assert all(note["marker"] in paragraphs[note["paragraph"] - 1] for note in post["footnotes"])


def test_the_invitation_writes_both_names_of_one_city() -> None:
    text = _article("invitation.yaml")["text"]
    assert (text.count("Khankendi"), text.count("Stepanakert")) == (1, 1)


def test_the_mediation_lists_three_related_items_with_their_authors() -> None:
    items = _source("mediation.yaml")["related_items"]
    assert [item["author"] for item in items] == ["Roger Fisher", "Joe Markowitz", "Tammy Lenski"]


def test_places_that_posts_point_at_exist_and_their_words_stand_in_the_post() -> None:
    known = {place["key"] for place in _seed("places.yaml")["places"]}
    for post in (*_posts(), *map(_article, ARTICLES)):
        for override in post.get("places", []):
            assert override["place"] is None or override["place"] in known, (post["key"], override)
            words = rf"(?<!\w){re.escape(override['toponym'])}(?!\w)"
            found = sum(len(re.findall(words, part)) for part in _parts(post))
            assert found >= override.get("occurrence", 1), (post["key"], override)


def test_an_alias_is_a_word_of_its_own_and_belongs_to_one_tag() -> None:
    names: list[str] = []
    for entry in _seed("dataset.yaml")["hashtag_aliases"]:
        names += [cast(str, entry["name"]), *cast(list[str], entry["aliases"])]
    assert [name for name, count in Counter(map(_folded, names)).items() if count > 1] == []
