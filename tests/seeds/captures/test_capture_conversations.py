"""Replies chained to conversations, and the contexts of statuses. The sentences are our own."""

import json
from typing import Any  # a seed is nested as its format is: the tests look into it by key

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.errors import CaptureError
from captured_pages import source, texts
from seeds.captures.conversations import Reply, chains, conversation

Status = dict[str, object]


def status(identity: str, parent: str | None = None, **fields: object) -> Status:
    return {
        "id": identity,
        "created_at": f"2024-05-01T10:{int(identity):02}:00.000Z",
        "in_reply_to_id": parent,
        "url": f"https://lake.example/@ann/{identity}",
        "content": f"<p>Note {identity}</p>",
        "account": {"acct": "ann"},
        **fields,
    }


def context(ancestors: list[Status], descendants: list[Status]) -> Any:
    return source(json.dumps({"ancestors": ancestors, "descendants": descendants}), "context.json")


def test_a_context_is_one_thread_although_it_never_holds_the_status_asked_about() -> None:
    found = context([status("1"), status("2", "1")], [status("4", "3"), status("6", "4"), status("5", "3")])
    (thread,) = found["threads"]
    assert texts(thread) == ["Note 1", "Note 2", "Note 4", "Note 5", "Note 6"]
    assert thread["review"] == (
        "The status 3, about which the server was asked, is not in the capture; it is known only by its id."
    )
    assert found["key"] == "lake-example-statuses-1"


def test_a_context_without_ancestors_is_named_after_the_status_asked_about() -> None:
    found = context([], [status("5", "3"), status("4", "3")])
    (thread,) = found["threads"]
    assert texts(thread) == ["Note 4", "Note 5"]
    assert "The status 3, about which" in thread["review"]
    assert (found["key"], found["title"]) == (
        "lake-example-statuses-3",
        "Conversation about the status 3 on lake.example",
    )


def test_a_context_without_descendants_says_that_it_lacks_the_status_asked_about() -> None:
    found = context([status("1"), status("2", "1")], [])
    assert texts(found["threads"][0]) == ["Note 1", "Note 2"]
    assert "about which the server was asked is not in the capture, nor is its id" in found["review"]


@pytest.mark.parametrize("answer", ["[]", '{"ancestors": [], "descendants": []}'])
def test_an_empty_answer_says_nothing_of_a_status_asked_about(answer: str) -> None:
    with pytest.raises(CaptureError, match=r"read as statuses\.$"):
        source(answer, "context.json")


def test_further_statuses_that_a_context_lacks_are_noted_one_by_one() -> None:
    private = status("5", "4", visibility="private")
    (thread,) = context([status("2", "1")], [status("4", "3"), private, status("6", "5"), status("8", "7")])["threads"]
    assert texts(thread) == ["Note 2", "Note 4", "Note 6", "Note 8"]
    assert thread["review"] == (
        "Its first post answers the status 1, which is not in the capture. "
        "The status 3, about which the server was asked, is not in the capture; it is known only by its id. "
        "The status 5, which others here answer, was left out. "
        "The status 7, which others here answer, is not in the capture."
    )


def test_a_status_of_a_context_that_answers_none_is_a_thread_of_its_own() -> None:
    threads = context([status("1")], [status("4", "3"), status("7")])["threads"]
    assert [texts(thread) for thread in threads] == [["Note 1", "Note 4"], ["Note 7"]]


def test_a_list_of_statuses_is_no_context_and_keeps_its_threads_apart() -> None:
    threads = source(json.dumps([status("4", "3"), status("5", "3")]), "list.json")["threads"]
    assert [texts(thread) for thread in threads] == [["Note 4"], ["Note 5"]]


@given(st.lists(st.tuples(st.integers(0, 9), st.none() | st.integers(0, 12)), unique_by=lambda pair: pair[0]))
def test_a_conversation_holds_every_reply_once_and_parts_only_what_answers_none(
    pairs: list[tuple[int, int | None]],
) -> None:
    replies = [Reply(str(i), None if parent is None else str(parent), f"{i:02}") for i, parent in pairs]
    found = conversation(replies)
    assert sorted(reply.identity for chain in found for reply in chain) == sorted(reply.identity for reply in replies)
    assert all(chain[0].parent is None for chain in found[1:])


@given(st.lists(st.tuples(st.integers(0, 9), st.none() | st.integers(0, 12)), unique_by=lambda pair: pair[0]))
def test_every_reply_stands_in_one_chain_even_in_a_circle(pairs: list[tuple[int, int | None]]) -> None:
    replies = [Reply(str(i), None if parent is None else str(parent), f"{i:02}") for i, parent in pairs]
    found = chains(replies)
    assert sorted(reply.identity for chain in found for reply in chain) == sorted(reply.identity for reply in replies)
    known = {reply.identity for reply in replies}
    for chain in found:
        together = {reply.identity for reply in chain}
        assert all(reply.parent in together for reply in chain if reply.parent in known)
