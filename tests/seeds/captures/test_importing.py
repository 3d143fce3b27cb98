"""What holds for every capture: no character is lost, the seed reads back, and errors say where."""

from pathlib import Path
from typing import Any  # a seed is nested as its format is: the tests look into it by key

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.errors import CaptureError
from seeds.captures import Kind, import_capture, to_yaml
from seeds.reading import read
from seeds.records import Post

FRAGMENTS = (
    "Discover and read the best of Twitter Threads about #Mill",
    "Most recents (3)",
    "Read 3 tweets",
    "Read 3 tweets… A lake.",
    "A mill by the lake. 1/3… A boat. 2/3… An oar. 3/3",
    "Ann Example Profile picture",
    "Sep 17, 2021 4 tweets 2 min read",
    "Jun 13 • 7 tweets • 1 min read Read on X",
    "Nov 14th 2020",
    "• • •",
    "More from @ann_example",
    "You can follow @ann_example.",
    "Related hashtags",
    "Did Thread Reader help you today?",
    "• Home",
    "  • The Mill Opens",
    "The Mill Opens",
    "15 March 2023",
    "03-04-2018*",
    "* First published on 1 March 2023",
    "Image: Anna Example\u00a0",
    "By Ann Example | 15 March 2023",
    "[1] A note.",
    "[1]",
    "Read the complete article here.",
    "Read these next",
    "Related:",
    "Read the full report here. ",
    "[a] A word[a] with a letter.",
    "* On 3 March 2020 the mill burned.",
    "Photo by Anna Example",
    "Share",
    "Enjoy!",
    "Keep Current with Ann",
    "1) Follow Thread Reader App on Twitter so you can easily mention us!",
    "Ann Example Profile picture / Jan 16, 2020 85 tweets 155 min read Read on X",
    "1.1/n L'e\u0301te\u0301 ",
    "The mill 1.2/n",
    "Featured Members",
    "The lake took the mill[1]. " * 9,
    "(3/24) The mill (Photo: Anna",
    "2/15 Image",
    "@ann @bob 1. A list… ImageImage",
    "#Mill #Lake 🇱🇻",
    "Oct 22 - Harbour, #Mill",
    "",
    "",
    "\u202f\u00a0",
    "\ufffd\ufffd",
    "1️⃣ 🔟 ░M░ 🏳",
)
WILD = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
PAGES = st.builds(
    str.join, st.sampled_from(["\n", "\n", "\r\n", "\r"]), st.lists(st.sampled_from(FRAGMENTS) | WILD, max_size=25)
)
KINDS = st.sampled_from([kind.value for kind in Kind if kind is not Kind.STATUSES])


def posts_of(seed: Any) -> list[Any]:
    (source,) = seed["sources"]
    return [post for thread in source.get("threads", ()) for post in thread["posts"]] + list(source.get("posts", ()))


def notes_of(seed: Any) -> str:
    (source,) = seed["sources"]
    return " ".join(one.get("review", "") for one in [source, *source.get("threads", ()), *posts_of(seed)])


def holds(post: Any, words: str, note: str) -> bool:
    if note == "text":
        return bool(post["text"] == words)
    if note == "caption":
        return any(media.get("caption") == words for media in post.get("media", ()))
    if note == "footnote":
        said = (f"{one['marker']} {one['text']}" for one in post.get("footnotes", ()))
        return any(words.split() == one.split() for one in said)
    return words in post["text"]


@settings(deadline=None, max_examples=150)
@given(PAGES, KINDS)
def test_every_character_of_a_capture_is_accounted_for_once(text: str, kind: str) -> None:
    try:
        imported = import_capture(text, name="page.txt", kind=kind)
    except CaptureError:
        return
    assert "".join(text[one.start : one.end] for one in imported.accounts) == text
    assert {one.kind for one in imported.accounts} <= {"post", "heading", "footer", "review"}
    starts = [one.start for one in imported.accounts]
    assert starts == sorted(starts)


@settings(deadline=None, max_examples=150)
@given(PAGES, KINDS)
def test_what_is_accounted_as_a_post_stands_in_a_post_and_what_is_in_doubt_in_a_note(text: str, kind: str) -> None:
    try:
        imported = import_capture(text, name="page.txt", kind=kind)
    except CaptureError:
        return
    posts, notes = posts_of(imported.seed), " ".join(notes_of(imported.seed).split())
    for one in imported.accounts:
        words = text[one.start : one.end].replace("\r\n", "\n").replace("\r", "\n")
        if one.kind == "post":
            assert any(holds(post, words, one.note) for post in posts)
        elif one.kind == "review":
            assert " ".join(words.split())[:59] in notes


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=PAGES, kind=KINDS)
def test_what_is_written_reads_back_the_same_and_has_no_faults(text: str, kind: str, tmp_path: Path) -> None:
    try:
        imported = import_capture(text, name="page.txt", kind=kind)
    except CaptureError:
        return
    written = to_yaml(imported)
    assert yaml.safe_load(written) == imported.seed
    path = tmp_path / "seed.yaml"
    path.write_bytes(written.encode())
    reading = read(path)
    assert not reading.faults
    texts = [located.record.text for located in reading.records if isinstance(located.record, Post)]
    assert sorted(texts) == sorted(post["text"] for post in posts_of(imported.seed))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind_are_understood_and_are_line_feeds_in_texts(end: str) -> None:
    lines = ["Most recents (1)", "", "A mill.", "", "A lake. 1/2", "A boat. 2/2", "Read 2 tweets", ""]
    imported = import_capture(end.join(lines), name="page.txt")
    assert [post["text"] for post in posts_of(imported.seed)] == ["A mill.\n\nA lake. 1/2", "A boat. 2/2"]
    assert yaml.safe_load(to_yaml(imported)) == imported.seed


def test_a_byte_order_mark_belongs_to_the_layout() -> None:
    imported = import_capture("\ufeffMost recents (1)\n\nA mill.\nRead 1 tweets\n", name="page.txt")
    assert posts_of(imported.seed)[0]["text"] == "A mill."
    assert imported.accounts[0].note == "layout"


def test_a_control_character_is_refused_with_its_line() -> None:
    with pytest.raises(CaptureError, match=r"page\.txt:3: the control character U\+0007"):
        import_capture("Most recents (1)\n\nA\x07 mill.\nRead 1 tweets\n", name="page.txt")


def test_a_capture_without_posts_is_refused_and_says_why() -> None:
    with pytest.raises(CaptureError, match=r"page\.txt:1: no post was found .* as hashtag-page"):
        import_capture("Most recents (1)\n\nRead 4 tweets\n", name="page.txt")


def test_a_name_in_another_script_still_makes_a_key() -> None:
    seed: Any = import_capture(
        "Discover and read the best of Twitter Threads about #Արցախ\nA.\nRead 1 tweets\n", name="p"
    ).seed
    assert seed["sources"][0]["key"].startswith("x-")
    assert seed["sources"][0]["hashtags"] == ["Արցախ"]


def test_a_very_long_page_is_read_in_reasonable_time() -> None:
    """3,000 lines in one thread: the number of readings is bounded, not their length."""
    page = "Most recents (1)\n\n" + "A mill by the lake, and a boat.\n" * 3000 + "Read 3000 tweets\n"
    assert len(posts_of(import_capture(page, name="page.txt").seed)) > 100
