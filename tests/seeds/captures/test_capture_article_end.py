"""Marks of an end amid an article, and below it. The sentences are our own."""

from typing import Any  # a seed is nested as its format is: the tests look into it by key

import pytest

from captured_pages import source

FIRST = "The old mill by the lake, closed since the flood, will open again in spring, said the people who own it. " * 2
LAST = "Until it opens, visitors may look at it from the boat."
TITLE = "The Mill\n\n15 March 2023\n\n"


def article(*paragraphs: str) -> Any:
    (post,) = source(TITLE + "\n\n".join(paragraphs), kind="article")["posts"]
    return post


def excerpt(*paragraphs: str) -> Any:
    return source(TITLE + "\n\n".join(paragraphs), kind="article")


@pytest.mark.parametrize(
    "words",
    [
        "[We] will never agree to it, said the miller.",
        "[Sic] stands in the book of the mill.",
        "Image by image the story unfolded in the press",
        "Photo by photo, the brothers showed what was left of it.",
    ],
)
def test_words_of_the_article_that_look_like_a_mark_are_a_paragraph(words: str) -> None:
    post = article(FIRST.strip(), words, LAST)
    assert post["text"] == f"{FIRST.strip()}\n\n{words}\n\n{LAST}"
    assert {"footnotes", "media"}.isdisjoint(post)
    assert article(FIRST.strip(), words)["text"].endswith(words)


@pytest.mark.parametrize(
    "words",
    [
        "Read the full report here.",
        "Continue reading the main story",
        "Related:",
        "Related:\n\nThe Boat Sinks",
        "Related stories",
        "Recommended",
        "[A] miller was seen at the lake.",
        "[1] The first reason is the lake.",
        "* On 3 March 2020 the mill burned.",
    ],
)
def test_a_mark_amid_the_article_does_not_cut_it_and_is_noted(words: str) -> None:
    post = article(FIRST.strip(), words, LAST)
    assert post["text"] == f"{FIRST.strip()}\n\n{words}\n\n{LAST}"
    assert "it was kept as a paragraph" in post["review"]


def test_a_sentence_that_begins_as_a_pointer_does_is_no_pointer() -> None:
    words = "Continue reading, the teacher said, and so they did. It took the whole of a winter."
    found = excerpt(FIRST.strip(), words)
    assert found["posts"][0]["text"].endswith(words)
    assert "excerpt" not in found


def test_a_pointer_ends_the_article_above_footnotes_buttons_and_further_reading() -> None:
    tail = ["Read the full report here.", "View all", "[1] A note.", "Related:", "The Boat Sinks", "By Bob Sample"]
    found = excerpt(FIRST.strip(), "A lake[1].", *tail)
    assert found["posts"][0]["text"] == f"{FIRST.strip()}\n\nA lake[1]."
    assert found["excerpt"] is True
    assert found["related_items"] == [{"title": "The Boat Sinks", "author": "Bob Sample"}]
    assert found["posts"][0]["footnotes"] == [{"marker": "[1]", "text": "A note.", "paragraph": 2}]


@pytest.mark.parametrize("marker", ["[*]", "[†]", "[a]"])
def test_a_sign_or_a_letter_is_a_footnotes_where_a_word_above_leads_to_it(marker: str) -> None:
    post = article(FIRST.strip(), f"It is a lake{marker}.", f"{marker} Some say a pond.")
    assert post["footnotes"] == [{"marker": marker, "text": "Some say a pond.", "paragraph": 2}]
    assert post["text"].endswith(f"It is a lake{marker}.")


def test_a_footnote_amid_the_paragraphs_stays_one_and_the_article_goes_on_below() -> None:
    later = "The council, which paid for the mill, says that the brothers did."
    post = article(FIRST.strip(), "A lake[1], a boat[2].", "[1] A note.\n[2] Another.", later)
    assert post["text"] == f"{FIRST.strip()}\n\nA lake[1], a boat[2].\n\n{later}"
    assert [one["marker"] for one in post["footnotes"]] == ["[1]", "[2]"]
    assert "stands amid the paragraphs" in post["review"]


def test_a_long_paragraph_below_further_reading_is_the_articles() -> None:
    post = article(FIRST.strip(), "Read these next", "The Boat Sinks", FIRST.strip(), LAST)
    assert post["text"].endswith(f"{FIRST.strip()}\n\n{LAST}")
    assert "«Read these next»" in post["review"]


def test_a_star_without_one_at_the_top_is_an_item_of_a_list() -> None:
    words = "* On 3 March 2020 the mill burned."
    assert article(FIRST.strip(), words)["text"].endswith(words)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Photo by Anna Example/Lakeside Agency", "Anna Example/Lakeside Agency"),
        ("Image courtesy of the Lakeside Museum", "the Lakeside Museum"),
    ],
)
def test_a_credit_without_a_colon_is_a_name(line: str, credit: str) -> None:
    post = article(FIRST.strip(), line, LAST)
    assert post["media"] == [{"kind": "IMAGE", "credit": credit}]
    assert post["text"] == f"{FIRST.strip()}\n\n{LAST}"
