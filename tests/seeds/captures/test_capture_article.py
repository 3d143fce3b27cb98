"""Articles saved as text: what each part of a page becomes. The sentences are our own."""

from typing import Any  # a seed is nested as its format is: the tests look into it by key

import pytest

from api.errors import CaptureError
from captured_pages import source
from seeds.captures import import_capture

FIRST = (
    "The old mill by the lake, closed since the flood, will open again in spring, said the people who rebuilt it. " * 2
)
SECOND = "Nobody knows who paid for it[1]. The council says that it did not; the brothers say that the lake did[2]."
THIRD = "Until it opens, visitors may look at it from the boat."
NEWS = (
    "• Home\n  • The Mill Opens Again\n\n15 March 2023\n\nThe Mill Opens Again\n\n"
    "Three brothers rebuilt what the flood took. Will the guests come back?\n\nlakeside council\n\n"
    f"Image:\u202fAnna Example\u00a0 \n\n{FIRST.strip()} \u202f\u00a0 \n\n{SECOND}\u00a0\n\n{THIRD}\n\n\n"
    "[1]\u202fThe council published its books.\u00a0 \n\n[2] They like to say such things."
)


def article(text: str, **options: str) -> Any:
    (post,) = source(text, **options)["posts"]
    return post


def test_a_news_page_becomes_a_source_with_one_article() -> None:
    found = source(NEWS)
    assert (found["kind"], found["key"], found["title"]) == ("ARTICLE", "the-mill-opens-again", "The Mill Opens Again")
    assert found["published"] == "2023-03-15"
    assert {"publisher", "url", "byline", "excerpt", "threads"}.isdisjoint(found)
    (post,) = found["posts"]
    assert (post["kind"], post["title"], post["published"]) == ("ARTICLE", "The Mill Opens Again", "2023-03-15")
    assert post["standfirst"] == "Three brothers rebuilt what the flood took. Will the guests come back?"
    assert post["media"] == [{"kind": "IMAGE", "credit": "Anna Example"}]


def test_the_text_is_the_paragraphs_joined_by_a_blank_line_without_the_blanks_around_them() -> None:
    assert article(NEWS)["text"] == f"{FIRST.strip()}\n\n{SECOND}\n\n{THIRD}"


def test_footnotes_know_the_paragraph_of_their_anchor_which_stays_in_the_text() -> None:
    post = article(NEWS)
    assert post["footnotes"] == [
        {"marker": "[1]", "text": "The council published its books.", "paragraph": 2},
        {"marker": "[2]", "text": "They like to say such things.", "paragraph": 2},
    ]
    assert "it[1]." in post["text"]


def test_a_tag_line_in_the_head_is_told_to_the_reviewer() -> None:
    assert "«lakeside council»" in article(NEWS)["review"]


def test_blanks_of_the_layout_are_headings_in_the_account() -> None:
    imported = import_capture(NEWS, name="page.txt")
    layout = [NEWS[r.start : r.end] for r in imported.accounts if r.note == "layout"]
    assert " \u202f\u00a0 \n\n" in layout
    assert {r.kind for r in imported.accounts if r.note == "layout"} == {"heading"}


def test_a_page_without_a_line_end_after_its_last_line_is_read_whole() -> None:
    assert article(NEWS)["footnotes"][1]["text"].endswith("things.")
    assert source(NEWS + "\n") == source(NEWS)


MEDIATION = (
    "Find Mediators Near You:\n\nHow the ‘Mill’ Was Saved\n\nHow the ‘Mill’ Was Saved\n\n"
    f"{FIRST.strip()}\n\n{THIRD}\n\n"
    "Read the complete article here.\n\nFeatured Members\n\nView all\n\nRead these next\n\n\n"
    "Ann Example: On Mills – Video\n\nAnn Example talks about mills...\n\nBy Ann Example\n\n"
    "Select a Boat\n\nOur new directory of boats...\n\nBy Bob Sample"
)


def test_a_page_with_its_title_twice_and_further_reading_is_an_excerpt_with_related_items() -> None:
    found = source(MEDIATION)
    assert found["title"] == "How the ‘Mill’ Was Saved"
    assert found["key"] == "how-the-mill-was-saved"
    assert found["excerpt"] is True
    assert found["related_items"] == [
        {
            "title": "Ann Example: On Mills – Video",
            "author": "Ann Example",
            "excerpt": "Ann Example talks about mills...",
        },
        {"title": "Select a Boat", "author": "Bob Sample", "excerpt": "Our new directory of boats..."},
    ]
    assert {"published", "byline", "review"}.isdisjoint(found)
    assert found["posts"][0]["text"] == f"{FIRST.strip()}\n\n{THIRD}"
    assert {"standfirst", "footnotes", "media", "review"}.isdisjoint(found["posts"][0])


def test_a_related_item_without_a_writer_is_noted() -> None:
    found = source(MEDIATION.replace("\n\nBy Bob Sample", ""))
    assert found["related_items"][1] == {"title": "Select a Boat", "excerpt": "Our new directory of boats..."}
    assert "names no writer" in found["review"]


@pytest.mark.parametrize(
    ("line", "media"),
    [
        ("Image: Anna Example ", {"credit": "Anna Example"}),
        ("Photo: Anna Example/Lakeside Agency", {"credit": "Anna Example/Lakeside Agency"}),
        ("Photo via @anna/Twitter", {"credit": "@anna/Twitter"}),
        (
            "phoro: The mill in winter (picture courtesy of Anna Example",
            {"caption": "The mill in winter", "credit": "Anna Example"},
        ),
    ],
)
@pytest.mark.parametrize("where", ["head", "body"])
def test_a_credit_is_the_pictures_wherever_it_stands(line: str, media: dict[str, str], where: str) -> None:
    head = (
        f"The Mill\n\n{line}\n\n{FIRST}\n\n{THIRD}" if where == "head" else f"The Mill\n\n{FIRST}\n\n{line}\n\n{THIRD}"
    )
    post = article(head, kind="article")
    assert post["media"] == [{"kind": "IMAGE", **media}]
    assert post["text"] == f"{FIRST.strip()}\n\n{THIRD}"
    assert "standfirst" not in post


@pytest.mark.parametrize(
    ("line", "published", "noted"),
    [
        ("15 March 2023", "2023-03-15", ""),
        ("19-03-2018", "2018-03-19", ""),
        ("2023-06-27 | 12:46", "2023-06-27", "zone"),
        ("(3/15/19)", "2019-03-15", ""),
        ("Mar 3, 2020, 12:25 am", "2020-03-03", "zone"),
        ("Wednesday, March 15, 2023", "2023-03-15", ""),
        ("Published on 1st June 2021", "2021-06-01", ""),
        ("03-04-2018", {"earliest": "2018-03-04", "latest": "2018-04-03", "basis": "DECLARED"}, "both readings"),
        ("04/04/1999", "1999-04-04", ""),
    ],
)
def test_dates_are_read_in_every_form_and_never_guessed(line: str, published: object, noted: str) -> None:
    found = source(f"The Mill\n\n{line}\n\n{FIRST}\n\n{THIRD}", kind="article")
    assert found["published"] == published
    assert noted in found.get("review", "")
    assert found["posts"][0]["text"] == f"{FIRST.strip()}\n\n{THIRD}"


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert "published" not in source(f"The Mill\n\n31 February 2023\n\n{FIRST}\n\n{THIRD}", kind="article")


def test_a_starred_date_leads_to_the_true_one_at_the_end() -> None:
    text = f"The Mill\n\nMar 3, 2020, 12:25 am*\n\n{FIRST}\n\n{THIRD}\n\n* First published on February 27, 2020."
    found = source(text, kind="article")
    assert found["published"] == found["posts"][0]["published"] == "2020-02-27"
    assert "star" in found["review"]


def test_a_date_that_only_the_address_has_is_detected_and_not_declared() -> None:
    found = source(f"The Mill\n\n{FIRST}\n\n{THIRD}", kind="article", url="https://lakeside.example/2019/03/15/mill")
    assert found["published"] == {"value": "2019-03-15", "basis": "DETECTED"}


def test_a_byline_may_share_its_line_with_the_date() -> None:
    found = source(f"The Mill\n\nBy Anna Example | 15 March 2023\n\n{FIRST}\n\n{THIRD}")
    assert (found["byline"], found["published"]) == ("Anna Example", "2023-03-15")


def test_the_sites_buttons_are_no_paragraphs() -> None:
    text = f"Skip to Content\n\nA+ A-\n\nThe Mill\n\n{FIRST}\n\nShare this article\n\n{THIRD}\n\nView all\n"
    assert article(text)["text"] == f"{FIRST.strip()}\n\n{THIRD}"


def test_a_subheading_without_a_mark_stays_in_the_text_with_a_note() -> None:
    post = article(f"The Mill\n\n{FIRST}\n\nWhat the brothers say\n\n{THIRD}", kind="article")
    assert "What the brothers say" in post["text"]
    assert "subheading" in post["review"]


def test_lost_characters_are_counted_for_the_reviewer() -> None:
    post = article(f"The Mill\n\n{FIRST}\n\n\ufffd\ufffd\ufffd {THIRD}", kind="article")
    assert "3 characters were lost" in post["review"]
    assert "\ufffd\ufffd\ufffd" in post["text"]


def test_hard_wrapped_lines_are_kept_with_a_note() -> None:
    wrapped = "The mill stood by the lake\nfor two hundred years, and\nthen it did not."
    post = article(f"The Mill\n\n{FIRST}\n\n{wrapped}", kind="article")
    assert post["text"].endswith(wrapped)
    assert "several lines" in post["review"]


def test_the_first_publishers_name_glued_to_the_last_word_is_its_attribution() -> None:
    found = source(f"The Mill\n\n{FIRST}\n\n{THIRD}The Conversation\n", kind="article")
    assert found["attribution"] == "The Conversation"
    assert found["posts"][0]["text"].endswith(THIRD)


def test_a_paragraph_may_end_in_its_anchor() -> None:
    text = f"The Mill\n\n{FIRST}\n\nThe lake says nothing[1]\n\n{THIRD}\n\n[1] It is a lake."
    assert article(text)["footnotes"] == [{"marker": "[1]", "text": "It is a lake.", "paragraph": 2}]


def test_a_footnote_without_an_anchor_and_an_anchor_without_a_footnote_are_noted() -> None:
    review = article(f"The Mill\n\n{FIRST}\n\nIt is a lake[3].\n\n[1] A note.")["review"]
    assert "leads to footnote [1]" in review
    assert "[3], but no footnote" in review


def test_footnotes_on_lines_that_follow_each_other_are_parted() -> None:
    text = f"The Mill\n\n{FIRST}\n\nA lake[1], a mill[2].\n\n[1] It is one.\n[2] It was one."
    assert [note["text"] for note in article(text)["footnotes"]] == ["It is one.", "It was one."]


def test_words_that_are_not_understood_are_told_in_full_and_accounted_as_review() -> None:
    text = f"{NEWS}\n\nA stray line below the notes."
    imported = import_capture(text, name="page.txt")
    assert "A stray line below the notes." in str(imported.seed)
    assert [text[r.start : r.end] for r in imported.accounts if r.kind == "review"][
        -1
    ].strip() == "A stray line below the notes."


def test_a_list_of_articles_is_refused_with_the_file_and_the_line() -> None:
    item = "The Mill Opens\n\n15 March 2023\n\nA short word on it.\n\nRead more\n\n"
    with pytest.raises(CaptureError, match=r"page\.txt:\d+: this looks like a list of articles"):
        import_capture("All stories\n\n" + item * 4, name="page.txt", kind="article")


def test_a_page_without_a_paragraph_is_refused() -> None:
    with pytest.raises(CaptureError, match="no paragraph"):
        import_capture("• Home\n• The Mill\n\nThe Mill\n", name="page.txt")


def test_an_anchor_that_stands_twice_leads_from_its_first_place() -> None:
    post = article(f"The Mill\n\n{FIRST}\n\nA lake[1].\n\nA mill[1].\n\n[1] A note.")
    assert post["footnotes"] == [{"marker": "[1]", "text": "A note.", "paragraph": 2}]
    assert "Several places" in post["review"]


@pytest.mark.parametrize("path", ["mill", "2019/13/45/mill", "2019-reasons"])
def test_an_address_without_a_date_dates_nothing(path: str) -> None:
    text = f"The Mill\n\n{FIRST}\n\n{THIRD}"
    assert "published" not in source(text, kind="article", url=f"https://lakeside.example/{path}")


def test_an_address_may_tell_the_month_alone() -> None:
    found = source(f"The Mill\n\n{FIRST}\n\n{THIRD}", kind="article", url="https://lakeside.example/2019/03/mill")
    assert found["published"] == {"value": "2019-03", "basis": "DETECTED"}
