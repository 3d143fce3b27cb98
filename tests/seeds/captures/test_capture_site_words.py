"""Words of the site around a thread, and a writer's words that look like them. The sentences are our own."""

from typing import Any  # a seed is nested as its format is: the tests look into it by key

import pytest

from captured_pages import LONG, source, texts
from seeds.captures import import_capture

TOP = "Ann Example Profile picture\nJan 16, 2020 5 tweets 2 min read Read on X\n"
END = "• • •\nMissing some Tweet in this thread? You can try to\nforce a refresh\n"


def lines(thread: Any) -> list[str]:
    """The lines of a thread's posts, wherever it is cut."""
    return "\n".join(texts(thread)).split("\n")


@pytest.mark.parametrize(
    "words",
    [
        "Bookmark this thread, I will write about the #Mill daily.",
        "Enjoy! The boats are out again, and the lake is calm.",
        "Share this page with whoever loves mills, and with the others too.",
        "Keep Current with the news of the lake: I write it down every day.",
        "Missing some Tweet in this thread? So am I, since the flood.",
        "2) Go to a Twitter thread of the miller, where he tells it better.",
        "Tip: mention @mill when you see a boat.",
        "• • • Three points on the mill.",
        "PDF of the mill's plans below",
        "Email me about the mill",
    ],
)
def test_a_post_that_begins_as_the_sites_words_do_is_a_post(words: str) -> None:
    found = source(f"{TOP}1/3 A walk.\n2/3 {words}\n3/3 A lake.\n{END}")
    assert texts(found["threads"][0]) == ["1/3 A walk.", f"2/3 {words}", "3/3 A lake."]
    bare = source(f"{TOP}A walk.\n{words}\nA lake.\n{END}")
    assert lines(bare["threads"][0]) == ["A walk.", words, "A lake."]


@pytest.mark.parametrize("words", ["Enjoy!", "Share", "Tweet", "Email", "PDF", "Bookmark", "My new Profile picture"])
def test_an_everyday_word_between_posts_is_kept_with_a_note(words: str) -> None:
    thread = source(f"{TOP}1/2 A walk:\n{words}\nand a lake.\n2/2 A mill.\n{END}")["threads"][0]
    assert lines(thread) == ["1/2 A walk:", words, "and a lake.", "2/2 A mill."]
    assert f"«{words}» may be the site's own words" in thread["review"]


def test_everyday_words_above_the_first_post_and_below_the_end_are_the_sites() -> None:
    text = f"Share\n{TOP}Bookmark\nSave as PDF My Authors\n\nA walk.\nA lake.\n{END}Enjoy :)\nShare\nTweet\nEmail\n"
    imported = import_capture(text, name="page.txt")
    assert "Share" not in str(imported.seed)
    assert {text[r.start : r.end] for r in imported.accounts if r.kind == "footer"} >= {"Bookmark", "Enjoy :)", "Email"}


def test_dots_of_the_writer_end_no_thread_and_are_noted() -> None:
    thread = source(f"{TOP}1/2 A walk.\n• • •\nA lake.\n2/2 A mill.\n{END}")["threads"][0]
    assert lines(thread) == ["1/2 A walk.", "• • •", "A lake.", "2/2 A mill."]
    assert "«• • •»" in thread["review"]


def test_an_account_that_the_writer_recommends_is_not_the_writers_own() -> None:
    found = source(f"{TOP}1/2 A walk.\nYou can follow @bob_sample.\nA lake.\n2/2 A mill.\n{END}")
    assert "author" not in found["threads"][0]
    assert lines(found["threads"][0]) == ["1/2 A walk.", "You can follow @bob_sample.", "A lake.", "2/2 A mill."]


@pytest.mark.parametrize(
    "words",
    [
        "Why did the miller change his Profile picture today? A thread 1/2",
        "I do not understand why the miller changed his Profile picture",
    ],
)
def test_a_sentence_about_a_profile_picture_is_no_byline(words: str) -> None:
    found = source(f"{words}\nNobody knows. 2/2\n{END}")
    assert texts(found["threads"][0])[0] == words
    assert "byline" not in found


def test_a_byline_without_a_date_is_taken_with_a_note() -> None:
    found = source(f"Ann Example Profile picture\nA walk.\nA lake.\n{END}")
    assert found["byline"] == "Ann Example"
    assert "no date stands below" in found["threads"][0]["review"]


def test_related_hashtags_in_a_post_close_no_page() -> None:
    words = "Related hashtags such as #Mill are all over the lake."
    found = source(f"Nov 14th 2020\n{words}\nA walk.\nOct 2nd 2020\nA boat.\n", kind="hashtag-page")
    assert [texts(one) for one in found["threads"]] == [[words, "A walk."], ["A boat."]]


@pytest.mark.parametrize(
    "line",
    [
        "1) Follow @ThreadReaderApp on Twitter so you can easily mention us!",
        "1) Follow Thread Reader App on Twitter so you can easily mention us!",
        '2) Go to a Twitter thread (series of Tweets by the same owner) and mention us with a keyword "unroll"',
        "2) Go to a Twitter thread (series of Tweets by the same owner) and mention us with the keyword “unroll” "
        "@threadreaderapp unroll",
        "You can practice here first or read more on our help page!",
        "Practice here first or read more on our help page!",
        "Get real-time email alerts when new unrolls are available from this author!",
        "This content may be removed anytime!",
        "Twitter may remove this content at anytime, convert it as a PDF, save and print for later use!",
    ],
)
@pytest.mark.parametrize("end", ["", END])
def test_the_sites_help_is_no_post_with_or_without_a_mark_above_it(line: str, end: str) -> None:
    found = source(f"{TOP}A walk.\nA lake.\n{end}{line}\n")
    assert [texts(one) for one in found["threads"]] == [["A walk.", "A lake."]]
    assert "review" not in found


@pytest.mark.parametrize("between", [" / ", " /", " ", "\n", " /\n"])
def test_writer_date_and_count_are_read_from_one_line_or_two(between: str) -> None:
    found = source(f"Ann Example Profile picture{between}Jan 16, 2020 85 tweets 155 min read Read on X\nA walk.\n{END}")
    assert found["byline"] == "Ann Example"
    assert (found["threads"][0]["published"], found["threads"][0]["total"]) == ("2020-01-16", 85)
    assert texts(found["threads"][0]) == ["A walk."]


def test_a_further_thread_keeps_its_count() -> None:
    more = "More from @ann_example\nJan 10, 2020 7 tweets 2 min read\nAnother walk.\n"
    thread = source(f"{TOP}A walk.\n{END}{more}")["threads"][1]
    assert (thread["published"], thread["total"]) == ("2020-01-10", 7)
    assert "review" not in thread


def test_the_request_for_money_below_a_thread_is_no_post() -> None:
    found = source(f"{TOP}A walk.\n{END}Did Thread Reader help you today?\n{LONG}\nThank you!\n")
    assert [texts(one) for one in found["threads"]] == [["A walk."]]


def test_a_button_inside_a_preview_of_a_user_page_is_kept_with_a_note() -> None:
    text = "Ann Profile picture\nSep 17, 2021 4 tweets 2 min read\nA walk.\nBookmark this walk.\nShare\n"
    thread = source(text)["threads"][0]
    assert texts(thread) == ["A walk.", "Bookmark this walk.", "Share"]
    assert "«Share»" in thread["review"]


def test_a_line_of_many_everyday_words_is_read_in_reasonable_time() -> None:
    words = "Share " * 5000 + "the mill"
    assert texts(source(f"{words}\nA lake.\n{END}")["threads"][0])[0] == words
