"""User pages, thread pages, scrolly pages and their kin. The sentences are our own."""

from typing import Any  # a seed is nested as its format is: the tests look into it by key

import pytest

from captured_pages import LONG, source, texts
from seeds.captures import import_capture

SITE = """
• • •

Missing some Tweet in this thread? You can try to force a refresh

Keep Current with Ann Example

Ann Example Profile picture

Stay in touch and get notified when new unrolls are available from this author!

Read all threads

This Thread may be Removed Anytime!

PDF

Try unrolling a thread yourself!

how to unroll video
  1) Follow @ThreadReaderApp to mention us!

  2) Go to a Twitter thread (series of Tweets by the same owner) and mention us with a keyword "unroll"
@threadreaderapp unroll
"""


def test_a_user_page_has_a_name_words_about_the_writer_and_dated_previews() -> None:
    text = (
        "Ann Example Profile picture\n\nRows boats. Reads mills. https://ann.example\n\n"
        "Sep 17, 2021 4 tweets 2 min read\nA walk to the mill. 1/4 A lake behind it. 2/4 And a boat. 3/4\n"
        "Jun 3, 2020 9 tweets 3 min read\nA single post.\n\nDid Thread Reader help you today?\n"
    )
    found = source(text)
    assert (found["title"], found["byline"], found["key"]) == ("Ann Example", "Ann Example", "ann-example")
    assert [one["published"] for one in found["threads"]] == ["2021-09-17", "2020-06-03"]
    assert [one["total"] for one in found["threads"]] == [4, 9]
    assert texts(found["threads"][0]) == ["A walk to the mill. 1/4", "A lake behind it. 2/4", "And a boat. 3/4"]
    assert texts(found["threads"][1]) == ["A single post."]
    assert "handle" in found["review"]


def test_posts_glued_by_a_blank_are_cut_before_numbers_that_open_them() -> None:
    text = "Ann Profile picture\nSep 17, 2021 4 tweets 2 min read 1/4 A walk. 2/4 A lake, a third of it, 1/3 dry.\n"
    found = source(text)
    assert texts(found["threads"][0]) == ["1/4 A walk.", "2/4 A lake, a third of it, 1/3 dry."]


def test_a_day_without_a_year_is_left_out_with_a_note() -> None:
    found = source("Ann Profile picture\nJun 13 • 7 tweets • 1 min read\nA walk. 1/6\nA lake. 2/6\n")
    assert "published" not in found["threads"][0]
    assert "without a year" in found["threads"][0]["review"]
    assert found["threads"][0]["total"] == 7


def test_the_address_of_a_user_page_names_the_writer() -> None:
    text = "Ann Example Profile picture\nJun 13, 2022 7 tweets 1 min read\nA walk.\n"
    imported = import_capture(text, name="page.txt", url="https://threadreaderapp.com/user/ann_example")
    found: Any = imported.seed
    assert found["sources"][0]["threads"][0]["author"] == "ann_example"
    assert found["accounts"] == [{"handle": "ann_example", "display_name": "Ann Example"}]


def test_a_thread_page_ends_at_the_three_dots_and_the_sites_help_is_no_post() -> None:
    text = "Ann Example Profile picture\nJan 16, 2020 3 tweets 1 min read Read on X\nA walk.\nA lake.\nA mill.\n" + SITE
    found = source(text)
    assert texts(found["threads"][0]) == ["A walk.", "A lake.", "A mill."]
    assert (found["threads"][0]["published"], found["threads"][0]["total"]) == ("2020-01-16", 3)
    assert found["byline"] == "Ann Example"
    assert len(found["threads"]) == 1
    assert "review" not in found


@pytest.mark.parametrize(
    "stats", [", 8 tweets, 4 min read Read on Twitter", ", 8 tweets, 4 min read\nMy Authors\nRead all threads"]
)
def test_a_thread_page_without_its_writer_says_so(stats: str) -> None:
    found = source(f"{stats}\nA walk.\nA lake.\n" + SITE.replace("Ann Example", "x"))
    assert texts(found["threads"][0]) == ["A walk.", "A lake."]
    assert found["threads"][0]["total"] == 8
    assert "who wrote" in found["review"]
    assert "2 posts were found where the page states 8" in found["threads"][0]["review"]


def test_more_lines_than_posts_are_joined_as_well_as_the_count_allows() -> None:
    lines = f"{LONG}\nShe said: no, it did not burn down twice.\nAnd so it was."
    thread = source(f"Jan 16, 2020 2 tweets 1 min read Read on X\n{lines}\n" + SITE)["threads"][0]
    assert texts(thread) == [LONG.strip(), "She said: no, it did not burn down twice.\nAnd so it was."]


def test_further_threads_by_the_writer_are_threads_of_their_own() -> None:
    more = "\nMore from @ann_example\n8 Jun\nAnother walk.\nAnother lake.\n17 Sep 2021 4 tweets 2 min read\nA boat.\n"
    text = "A walk.\nA lake.\n" + SITE + more + "Did Thread Reader help you today?\n"
    found = source(text)
    assert [texts(one) for one in found["threads"]] == [
        ["A walk.", "A lake."],
        ["Another walk.", "Another lake."],
        ["A boat."],
    ]
    assert {one["author"] for one in found["threads"]} == {"ann_example"}
    assert found["threads"][2]["published"] == "2021-09-17"
    assert "without a year" in found["threads"][1]["review"]


def test_posts_below_the_end_without_a_heading_are_kept_with_a_note() -> None:
    text = "A walk.\n• • •\nMissing some Tweet in this thread? You can try to\nforce a refresh\n" + LONG + "\nShort.\n"
    found = source(text)
    assert texts(found["threads"][1]) == [LONG.strip(), "Short."]
    assert "whose bounds" in found["threads"][1]["review"]


def test_a_scrolly_page_parts_posts_by_blank_lines_and_its_numbers_join_paragraphs() -> None:
    text = "Scrolly\n\nA walk.\n\nIt was long. 1/3\n\nA lake.\n\n2/3 Image\n\nA mill. 3/3\n"
    found = source(text)
    thread = found["threads"][0]
    assert texts(thread) == ["A walk.\n\nIt was long. 1/3", "A lake.\n\n2/3 Image", "A mill. 3/3"]
    assert [post["marker"] for post in thread["posts"]] == ["1/3", "2/3", "3/3"]
    assert "blank line" in found["review"]


def test_a_scrolly_page_without_numbers_is_read_paragraph_by_paragraph() -> None:
    found = source("A walk.\n\nA lake.\n\nA mill.\n", kind="scrolly-page")
    assert texts(found["threads"][0]) == ["A walk.", "A lake.", "A mill."]


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://threadreaderapp.com/thread/12345.html", "Thread Reader"),
        ("https://staging.threadreaderapp.com/thread/12345.html", "Thread Reader"),
        ("https://tttthreads.com/thread/12345", "Thread Reader"),
        ("https://twtext.com/article/12345", "twtext"),
        ("https://twunroll.com/article/12345", "Twunroll"),
        ("https://threader.app/thread/12345", "Threader"),
    ],
)
def test_the_host_of_the_address_names_the_publisher_and_the_kind_of_page(url: str, publisher: str) -> None:
    found = source("1/ A walk.\n2/ A lake.\n", url=url)
    assert found["publisher"] == publisher
    assert found["key"].endswith("/12345")
    assert [post["marker"] for post in found["threads"][0]["posts"]] == ["1/", "2/"]


def test_kin_of_thread_reader_name_the_writer_below_the_posts() -> None:
    tip = "Tip: mention @twtextapp on a Twitter thread with the keyword “unroll”.\n\nLatest Threads Unrolled:\n"
    found = source("A walk.\nA lake.\nYou can follow @ann_example.\n" + tip)
    assert found["threads"][0]["author"] == "ann_example"
    assert texts(found["threads"][0]) == ["A walk.", "A lake."]
    assert found["title"] == "Thread by @ann_example: A walk."


def test_a_preview_without_words_is_told_and_not_made_up() -> None:
    found = source("Ann Profile picture\nSep 17, 2021 4 tweets 2 min read\nA mill.\nSep 18, 2021 9 tweets 2 min read\n")
    assert len(found["threads"]) == 1
    assert "line 4 shows no words" in found["review"]
