"""Keys and titles of captures come from what they hold, not from how a path was typed. The sentences are our own."""

import json
import re
from typing import Any  # a seed is nested as its format is: the tests look into it by key

import pytest

from captured_pages import page, source

Status = dict[str, object]
LAKES, MILL = {"name": "lakes"}, {"name": "mill"}


def status(identity: str, acct: str, *tags: dict[str, str], host: str = "x.social", **fields: object) -> Status:
    name = acct.split("@")[0]
    return {
        "id": identity,
        "created_at": f"2024-05-01T10:{int(identity):02}:00.000Z",
        "url": f"https://{host}/@{name}/{identity}",
        "content": f"<p>Note {identity} of the mill</p>",
        "account": {"acct": acct, "url": f"https://{host}/@{name}"},
        "tags": list(tags),
        **fields,
    }


def feed(answer: object, name: str = "/home/ann/answer.json") -> Any:
    return source(json.dumps(answer), name)


def named(answer: object, name: str = "/home/ann/answer.json") -> tuple[str, str]:
    found = feed(answer, name)
    return found["key"], found["title"]


GUEST = status("3", "bob@hill.example", LAKES, host="hill.example")
OTHER = status("4", "dan@hill.example", LAKES, MILL, host="hill.example")
TIMELINE = [status("1", "ann", LAKES, MILL), status("2", "cy", LAKES), GUEST, OTHER]
PUBLIC = [status("1", "ann", LAKES), status("2", "cy", MILL)]


@pytest.mark.parametrize("name", ["tagx.json", "/home/ann/w/tagx.json", "./w/../tagx.json", "-", "/dev/fd/63"])
def test_a_tags_timeline_is_named_after_tag_and_server_however_it_came(name: str) -> None:
    found = feed(TIMELINE, name)
    assert (found["key"], found["title"], found["publisher"]) == (
        "x-social-tags-lakes",
        "#lakes on x.social",
        "x.social",
    )
    assert [thread["posts"][0]["key"] for thread in found["threads"]] == [f"x-social-tags-lakes/{n}" for n in "1234"]
    assert "review" not in found


def test_a_shared_tag_is_written_as_most_statuses_spell_it() -> None:
    answer = [status("1", "ann", {"name": "OldMills"}), status("2", "cy", {"name": "oldmills"})]
    assert named(answer) == ("x-social-tags-oldmills", "#OldMills on x.social")
    answer.append(status("3", "dan", {"name": "oldmills"}))
    assert named(answer) == ("x-social-tags-oldmills", "#oldmills on x.social")


def test_a_tag_in_another_script_makes_a_key_of_its_own() -> None:
    keys = [named([status("1", "ann", {"name": tag}), status("2", "cy", {"name": tag})])[0] for tag in ("Արցախ", "ሐይቅ")]
    assert keys[0] != keys[1]
    assert all(re.fullmatch(r"x-social-tags-x-[0-9a-f]{10}", key) for key in keys)


def test_a_timeline_of_guests_alone_is_named_after_their_commonest_server_with_a_note() -> None:
    found = feed([GUEST, OTHER, status("5", "eve@pond.example", LAKES, host="pond.example")])
    assert (found["key"], found.get("publisher")) == ("hill-example-tags-lakes", None)
    assert "hill.example, the commonest host, was taken for it" in found["review"]


def test_a_tag_without_any_server_is_named_all_the_same() -> None:
    answer = [status("1", "ann@a", LAKES, url=None), status("2", "cy@b", LAKES, url=None)]
    assert named(answer) == ("tags-lakes", "#lakes")


def test_an_account_is_named_after_its_writer_whatever_the_tags() -> None:
    assert named([status("1", "ann", LAKES)])[0] == "ann-x-social"
    assert named([GUEST])[0] == "bob-hill-example"
    assert "review" not in feed([GUEST])


@pytest.mark.parametrize("tags", [(), (LAKES, MILL)])
def test_what_shares_neither_writer_nor_one_tag_is_named_after_its_file_without_folders(tags: tuple[Any, ...]) -> None:
    answer = [status("1", "ann", *tags), status("2", "cy", *tags)]
    found = feed(answer, "/home/ann/w/public.json")
    assert (found["key"], found["title"], found["publisher"]) == ("public-json", "public.json", "x.social")
    assert "neither one writer nor one tag" in found["review"]
    assert named(answer, "public.json") == ("public-json", "public.json")


def test_statuses_of_a_file_bear_keys_of_their_server_not_of_the_file() -> None:
    posts = [thread["posts"][0]["key"] for thread in feed(PUBLIC)["threads"]]
    assert posts == ["x-social/1", "x-social/2"]


@pytest.mark.parametrize("name", ["-", "/dev/stdin", "/dev/fd/63"])
def test_what_comes_through_a_pipe_is_named_by_its_digest(name: str) -> None:
    key, title = named(PUBLIC, name)
    assert re.fullmatch(r"x-[0-9a-f]{10}", key)
    assert key == named(PUBLIC, "-")[0] != named(PUBLIC[::-1], "-")[0]
    assert title == "Statuses on x.social"


def test_a_conversation_is_named_after_its_first_status() -> None:
    answer = {
        "descendants": [status("4", "ann", in_reply_to_id="2")],
        "ancestors": [status("1", "ann"), status("2", "ann", in_reply_to_id="1")],
    }
    found = feed(answer)
    assert (found["key"], found["title"]) == (
        "x-social-statuses-1",
        "Conversation begun by @ann@x.social: Note 1 of the mill",
    )
    assert [post["key"] for post in found["threads"][0]["posts"]] == [f"x-social-statuses-1/{n}" for n in "124"]


def test_a_conversations_title_shows_no_more_than_its_opening() -> None:
    answer = {"ancestors": [status("1", "ann example", content="<p>A mill</p>" * 20)], "descendants": []}
    assert feed(answer)["title"] == "Conversation: A mill A mill A mill A mill A mill A mill A mill A mill A m…"


@pytest.mark.parametrize("name", ["mills.txt", "/home/ann/mills.txt", "w/mills.txt"])
def test_a_page_without_a_title_is_named_after_its_file_without_folders(name: str) -> None:
    found = source("Most recents (1)\n\nA mill.\nRead 1 tweets\n", name)
    assert (found["key"], found["title"]) == ("mills-txt", "mills.txt")
    found = source("Sep 17, 2021 1 tweets 1 min read\n\nA mill.\n", name, "user-page")
    assert (found["key"], found["title"]) == ("mills-txt", "mills.txt")


def test_a_page_without_a_title_that_comes_through_a_pipe_is_named_by_its_digest() -> None:
    found = source("Most recents (1)\n\nA mill.\nRead 1 tweets\n", "-")
    assert re.fullmatch(r"x-[0-9a-f]{10}", found["key"])
    assert found["title"] == "Page without a title on Thread Reader"
    assert source("Most recents (1)\n\nA lake.\nRead 1 tweets\n", "-")["key"] != found["key"]


def test_a_page_with_a_title_is_named_by_it() -> None:
    assert source(page("A mill.\nRead 1 tweets\n"), "/home/ann/mills.txt")["key"] == "lakeside"
