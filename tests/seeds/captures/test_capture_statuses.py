"""Mastodon's JSON: statuses of an account, a tag or a conversation. The sentences are our own."""

import json
from typing import Any  # a seed is nested as its format is: the tests look into it by key

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.errors import CaptureError
from captured_pages import texts
from seeds.captures import import_capture
from seeds.captures.mentioned import linked

Status = dict[str, object]


def status(identity: str, **fields: object) -> Status:
    return {
        "id": identity,
        "created_at": f"2024-05-01T10:{int(identity):02}:00.000Z",
        "in_reply_to_id": None,
        "visibility": "public",
        "spoiler_text": "",
        "language": "en",
        "url": f"https://lake.example/@ann/{identity}",
        "content": f"<p>Note {identity}</p>",
        "reblog": None,
        "account": {"acct": "ann", "display_name": "Ann Example"},
        "media_attachments": [],
        "tags": [],
        **fields,
    }


def seed(answer: object) -> Any:
    return import_capture(json.dumps(answer, ensure_ascii=False, indent=1), name="ann.json").seed


def post(**fields: object) -> Any:
    return seed([status("1", **fields)])["sources"][0]["threads"][0]["posts"][0]


def test_an_account_becomes_a_feed_named_after_its_writer() -> None:
    found = seed([status("1"), status("2")])
    (source,) = found["sources"]
    assert (source["kind"], source["title"], source["key"]) == (
        "FEED",
        "Statuses of @ann@lake.example",
        "ann-lake-example",
    )
    assert (source["publisher"], source["byline"]) == ("lake.example", "Ann Example")
    assert found["accounts"] == [{"handle": "ann@lake.example", "display_name": "Ann Example"}]
    assert [len(thread["posts"]) for thread in source["threads"]] == [1, 1]


def test_a_status_keeps_its_instant_writer_address_and_language() -> None:
    found = post(created_at="2024-05-01T12:00:00.250+02:00", language="fr-CA", account={"acct": "bob@hill.example"})
    assert found["published"] == "2024-05-01T10:00:00.250000Z"
    assert (found["author"], found["language"]) == ("bob@hill.example", "fr-CA")
    assert found["url"] == "https://lake.example/@ann/1"


def test_replies_are_chained_and_stand_in_the_order_of_time() -> None:
    answer = [
        status("5", in_reply_to_id="1", account={"acct": "bob"}),
        status("3", in_reply_to_id="2"),
        status("2", in_reply_to_id="1"),
        status("1"),
        status("9"),
    ]
    threads = seed(answer)["sources"][0]["threads"]
    assert [texts(thread) for thread in threads] == [
        ["Note 1", "Note 2", "Note 3", "Note 5"],
        ["Note 9"],
    ]
    assert threads[0]["author"] == "ann@lake.example"
    assert threads[0]["published"] == "2024-05-01T10:01:00Z"


def test_a_reply_to_a_status_that_is_not_here_begins_a_thread_with_a_note() -> None:
    (thread,) = seed([status("2", in_reply_to_id="1")])["sources"][0]["threads"]
    assert "status 1, which is not in the capture" in thread["review"]


def test_a_conversation_is_one_thread_of_ancestors_and_descendants() -> None:
    answer = {
        "ancestors": [status("1")],
        "descendants": [status("3", in_reply_to_id="2"), status("2", in_reply_to_id="1")],
    }
    (thread,) = seed(answer)["sources"][0]["threads"]
    assert texts(thread) == ["Note 1", "Note 2", "Note 3"]


def test_a_boost_and_a_status_that_is_not_public_are_left_out_with_a_note() -> None:
    text = json.dumps([status("1"), status("2", reblog=status("8")), status("3", visibility="private")])
    found = import_capture(text, name="ann.json")
    source: Any = found.seed["sources"]
    assert len(source[0]["threads"]) == 1
    assert "2 of line 1 was left out: it repeats" in source[0]["review"]
    assert "3 of line 1 was left out: it is not public" in source[0]["review"]
    assert [r.kind for r in found.accounts if r.kind != "heading"] == ["post", "review", "review"]


def test_media_keep_their_description_as_alternative_text() -> None:
    found = post(
        content="",
        media_attachments=[
            {"type": "image", "url": "https://lake.example/1.jpg", "description": "A mill"},
            {"type": "gifv", "url": None, "remote_url": "https://hill.example/2.mp4", "description": None},
            {"type": "unknown", "url": None},
        ],
    )
    assert found["text"] == ""
    assert found["media"] == [
        {"kind": "IMAGE", "url": "https://lake.example/1.jpg", "alt": "A mill"},
        {"kind": "VIDEO", "url": "https://hill.example/2.mp4"},
        {"kind": "OTHER"},
    ]


def test_a_warning_is_the_title_and_too_long_a_warning_a_note() -> None:
    assert post(spoiler_text="Mills, burning")["title"] == "Mills, burning"
    assert "long " * 9 in post(spoiler_text="long " * 150)["review"]


def test_tags_that_the_text_does_not_show_are_asserted() -> None:
    content = '<p>A mill <a href="https://lake.example/tags/mill" class="mention hashtag">#<span>Mill</span></a></p>'
    assert post(content=content, tags=[{"name": "mill"}, {"name": "lake"}, {"name": "lake"}])["hashtags"] == ["lake"]


def test_a_poll_a_quote_and_an_edit_are_noted() -> None:
    review = post(
        poll={"options": [{"title": "Mill"}, {"title": "Lake"}]}, edited_at="2024-05-02T00:00:00Z", quote={"id": "1"}
    )["review"]
    assert "Mill; Lake" in review
    assert "quotes another" in review
    assert "edited at 2024-05-02" in review


def test_a_writer_that_is_no_handle_is_noted() -> None:
    found = post(account={"acct": "ann example"})
    assert "author" not in found
    assert "«ann example»" in found["review"]


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ('[{"id": "1",\n "content": }]', r"ann\.json:2: this is not JSON"),
        ("[1, 2]", r"ann\.json:1: this is not JSON|status should be an object"),
        ('[{"id": "1", "content": "x", "account": {"acct": "a"}, "created_at": "yesterday"}]', "created_at"),
        ('[{"id": "1", "content": "x", "account": {"acct": "a"}, "created_at": "2024-05-01T10:00:00"}]', "no zone"),
        ('[{"id": "1", "content": "x", "account": {"acct": "a"}, "created_at": "0001-01-01T00:00:00+09:00"}]', "range"),
        ('[{"id": "1", "content": "x", "created_at": "2024-05-01T10:00:00Z"}]', "«account»"),
        ('[{"content": "x"}]', "no «id»"),
        ('[\n\n{"id": "1", "content": 7}]', r"ann\.json:3: «content» should be a text"),
        ('[{"id": "1", "content": "", "media_attachments": 3}]', "should be a list"),
        ('[{"id": "1", "content": "x", "reblog": "y"}]', "should hold an object"),
        ('[{"id": "1", "content": "a\\u0000b"}]', r"U\+0000"),
        ('{"error": "Record not found"}', "neither an array of statuses"),
        ("[]", "no post was found"),
        ("[" * 100_000, "nested too deeply|not JSON"),
    ],
)
def test_malformed_input_is_refused_with_its_place(answer: str, fault: str) -> None:
    with pytest.raises(CaptureError, match=fault):
        import_capture(answer, name="ann.json", kind="statuses")


def test_keys_are_made_of_the_servers_ids_so_that_an_edit_keeps_them() -> None:
    (thread,) = seed([status("1"), status("2", in_reply_to_id="1")])["sources"][0]["threads"]
    assert thread["key"] == "ann-lake-example/1"
    assert [post["key"] for post in thread["posts"]] == ["ann-lake-example/1", "ann-lake-example/2"]


def test_a_single_status_is_taken_too() -> None:
    alone = status("1")
    del alone["media_attachments"]
    (thread,) = seed(alone)["sources"][0]["threads"]
    assert texts(thread) == ["Note 1"]


def test_a_status_with_neither_words_nor_media_is_left_out_with_a_note() -> None:
    found = seed([status("1"), status("2", content="<p></p>")])["sources"][0]
    assert "neither words nor media" in found["review"]


def test_a_status_that_stands_twice_is_taken_once() -> None:
    found = seed({"ancestors": [status("1")], "descendants": [status("1")]})["sources"][0]
    assert len(found["threads"]) == 1
    assert "stands in the answer twice" in found["review"]


def test_a_link_that_leads_to_no_page_of_the_web_is_left_out_with_a_note() -> None:
    found = post(content='<p>Write <a href="mailto:ann@lake.example">to me</a></p>')
    assert "links" not in found
    assert "link was left out" in found["review"]


def test_an_account_of_the_server_itself_gets_the_servers_name() -> None:
    there = {"acct": "ann", "url": "https://hill.example/@ann"}
    assert post(account=there)["author"] == "ann@hill.example"
    assert post(account={"acct": "ann", "url": None})["author"] == "ann@lake.example"
    assert post(url=None, uri="https://lake.example/users/ann/statuses/1")["author"] == "ann@lake.example"
    assert post(account={"acct": "ann@hill.example"})["author"] == "ann@hill.example"


def test_accounts_of_one_name_on_two_servers_are_two() -> None:
    answer = [
        status("1"),
        status("2", account={"acct": "ann@hill.example", "display_name": "Ann Hill"}),
        status("3", url=None),
    ]
    found = seed(answer)
    assert [one["handle"] for one in found["accounts"]] == ["ann@hill.example", "ann@lake.example"]
    authors = [thread["author"] for thread in found["sources"][0]["threads"]]
    assert authors == ["ann@lake.example", "ann@hill.example", "ann@lake.example"]


def test_a_server_with_letters_beyond_ascii_is_written_as_a_handle_can_hold_it() -> None:
    assert post(url="https://mühle.example/@ann/1")["author"] == "ann@xn--mhle-0ra.example"


def test_an_account_whose_server_nothing_tells_is_noted() -> None:
    found = post(url="https://[lake/@ann/1")
    assert found["author"] == "ann"
    assert "server of its writer «ann» is not known" in found["review"]


def link(name: str, href: str, marks: str = "u-url mention") -> str:
    return f'<span class="h-card"><a href="{href}" class="{marks}">@<span>{name}</span></a></span>'


def mention(name: str, host: str, acct: str) -> Status:
    return {"username": name, "url": f"https://{host}/@{name}", "acct": acct}


def test_a_mention_stays_as_it_is_shown_and_a_hint_says_whom_it_means() -> None:
    here, there = link("ann", "https://lake.example/@ann"), link("bob", "https://hill.example/@bob")
    mentions = [mention("ann", "lake.example", "ann"), mention("bob", "hill.example", "bob@hill.example")]
    found = post(content=f"<p>{here}, {there}: a mill. {here}!</p>", mentions=mentions)
    assert found["text"] == "@ann, @bob: a mill. @ann!"
    assert found["mentions"] == [
        {"mention": "ann", "account": "ann@lake.example"},
        {"mention": "bob", "account": "bob@hill.example"},
    ]
    assert "review" not in found


def test_two_accounts_that_are_shown_alike_are_left_to_the_reviewer() -> None:
    here, there = link("ann", "https://lake.example/@ann"), link("ann", "https://hill.example/@ann")
    mentions = [mention("ann", "lake.example", "ann"), mention("ann", "hill.example", "ann@hill.example")]
    found = post(content=f"<p>{here}, {there}: a mill.</p>", mentions=mentions)
    assert "mentions" not in found
    assert "«@ann» means ann@hill.example and ann@lake.example here" in found["review"]


@pytest.mark.parametrize(
    ("content", "account"),
    [
        (link("bob", "https://hill.example/users/bob"), "bob@deep.hill.example"),
        (link("cy", "https://pond.example/@cy"), "cy@pond.example"),
        ('<a href="https://hill.example/@bob">@Bob</a>', "bob@deep.hill.example"),
        ("@bob, unlinked", "bob@deep.hill.example"),
        ('<a href="https://hill.example/@bob" class="mention">@bob@deep.hill.example</a>', None),
        ('<a class="mention hashtag" href="https://lake.example/tags/mill">#<span>mill</span></a>', None),
        ('<a href="https://hill.example/@bob">bob</a>', None),
        ("ann@lake.example @ lake", None),
    ],
)
def test_a_mention_is_known_by_its_address_then_by_its_name_then_by_its_host(content: str, account: str | None) -> None:
    found = post(content=content, mentions=[mention("bob", "hill.example", "bob@deep.hill.example")])
    assert [one["account"] for one in found.get("mentions", [])] == ([account] if account else [])
    assert "review" not in found


def test_a_name_that_is_linked_to_no_account_is_noted() -> None:
    found = post(content="<p>@miller said so</p>", spoiler_text="For @boatman")
    assert found["text"] == "@miller said so"
    assert "«@miller» is linked to no account" in found["review"]
    assert "«@boatman» is linked to no account" in found["review"]


FRAGMENTS = ("<a ", 'href="b"', " class='mention'", "><span>", ">", "@", "ann", "</span>", "</a>", "<", '"', "&#64;")


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25))
def test_whatever_stands_behind_a_link_is_a_handle(fragments: list[str]) -> None:
    for name, handles in linked("".join(fragments), [("b", "ann@lake.example")]).items():
        assert name == name.casefold()
        assert all(handles)
