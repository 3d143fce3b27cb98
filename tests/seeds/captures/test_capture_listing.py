"""Hashtag pages: what each of their oddities becomes. The sentences are our own."""

from typing import Any  # a seed is nested as its format is: the tests look into it by key

import pytest

from api.errors import CaptureError
from seeds.captures import import_capture

HEAD = "Discover and read the best of Twitter Threads about #Lakeside\n\nMost recents ({n})\n\n"
FOOT = "\nRelated hashtags\n\nDid Thread Reader help you today?\n\nBecome a Premium Member ($3.00/month)!\n\nThank you!"
LONG = "The mill by the lake was built by three brothers and burned down twice. " * 3 + "It stands again today. "
"""A sentence or four of 239 characters: with 42 more they are too long for a post."""


def page(*threads: str, stated: int | None = None) -> str:
    return HEAD.format(n=len(threads) if stated is None else stated) + "".join(threads) + FOOT


def source(text: str, **options: str) -> Any:
    return import_capture(text, name="page.txt", **options).seed["sources"][0]  # type: ignore[index, call-overload, arg-type]  # by the format


def thread(*lines: str, total: int = 3) -> Any:
    return source(page("\n".join(lines) + f"\nRead {total} tweets\n"))["threads"][0]


def texts(found: Any) -> list[str]:
    return [post["text"] for post in found["posts"]]


def test_a_page_becomes_a_source_with_its_tag_asserted_and_no_address_guessed() -> None:
    found = source(page("One.\nRead 1 tweets\n"))
    assert found["key"] == "lakeside"
    assert found["kind"] == "THREAD_LISTING"
    assert found["publisher"] == "Thread Reader"
    assert found["title"] == "Discover and read the best of Twitter Threads about #Lakeside"
    assert found["hashtags"] == ["Lakeside"]
    assert {"url", "published", "byline", "review"}.isdisjoint(found)
    assert {"key", "title", "author", "published"}.isdisjoint(found["threads"][0])


def test_the_address_of_the_page_is_kept_when_the_caller_gives_it() -> None:
    found = source(page("One.\nRead 1 tweets\n"), url="https://threadreaderapp.com/hashtag/Lakeside")
    assert found["url"] == "https://threadreaderapp.com/hashtag/Lakeside"


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(CaptureError, match="not an address"):
        source(page("One.\nRead 1 tweets\n"), url="lakeside")


def test_a_count_ends_a_thread_even_when_the_next_one_is_glued_behind_it() -> None:
    found = source(page("One.\nTwo.\nRead 2 tweets… My notes on the mill\nMore notes.\nRead 9 tweets\n"))
    assert [texts(one) for one in found["threads"]] == [["One.", "Two."], ["… My notes on the mill", "More notes."]]
    assert [one["total"] for one in found["threads"]] == [2, 9]
    assert found["threads"][1]["posts"][0]["links"] == [{"displayed": "…"}]


def test_words_glued_behind_a_count_without_a_link_are_noted() -> None:
    found = source(page("One.\nRead 1 tweets Notes on the mill\nRead 1 tweets\n"))
    assert texts(found["threads"][1]) == ["Notes on the mill"]
    assert "glued" in found["threads"][1]["review"]


def test_a_count_behind_the_last_words_of_a_line_ends_the_thread_too() -> None:
    found = source(page("One.\nTwo. Read 2 tweets\nThree.\nRead 1 tweets\n"))
    assert [texts(one) for one in found["threads"]] == [["One.", "Two."], ["Three."]]


def test_three_posts_on_one_line_are_cut_before_the_rest_of_each_link() -> None:
    found = thread("… Here is the story of the mill. 1/3… My notes on it. 2/3… And a short film. 3/3")
    assert texts(found) == ["… Here is the story of the mill. 1/3", "… My notes on it. 2/3", "… And a short film. 3/3"]
    assert [post["marker"] for post in found["posts"]] == ["1/3", "2/3", "3/3"]
    assert [post["links"] for post in found["posts"]] == [[{"displayed": "…"}]] * 3


@pytest.mark.parametrize(
    ("text", "links", "noted"),
    [
        ("Read the story of the mill.…", 1, False),
        ("Read the story of the mill.… (3/14)", 1, False),
        ("The mill burned down (twice)…", 1, False),
        ("Two stories of the mill.……", 2, False),
        ("The mill of the lake 🇱🇻…", 1, False),
        ("The mill burned down, they say…", 0, True),
        ("The mill … burned down.", 0, False),
        ("So it burned… twice in ten years.", 0, False),
        ("See lakeside.example/mill-and-its-…", 0, False),
        ("What a mill it was. …", 0, False),
        ("They say… Image", 0, True),
    ],
)
def test_a_lone_ellipsis_is_a_lost_link_an_authors_pause_or_a_question(text: str, links: int, noted: bool) -> None:
    post = thread("One. (1/14)", "Two. (2/14)", text, total=14)["posts"][2]
    assert post["text"] == text
    assert len(post.get("links", [])) == links
    assert ("«…»" in post.get("review", "")) is noted


def test_a_post_over_two_lines_without_a_number_is_kept_whole_where_any_other_cut_is_too_long() -> None:
    found = thread(LONG, "It is a short walk around the lake, and a steep one.", "A second line of it, about as long as the first. ⬇️", LONG, total=5)
    assert texts(found)[1].endswith("steep one.\nA second line of it, about as long as the first. ⬇️")
    assert "review" not in found


def test_lines_that_could_be_cut_in_several_ways_are_noted() -> None:
    found = thread("A mill.", "A lake.", "A boat.", "A rope.", total=9)
    assert len(found["posts"]) == 3
    assert "readings" in found["review"]


def test_blank_lines_inside_a_post_do_not_cut_it() -> None:
    found = thread("The mill burns!", "", "The lake is calm.", "", "#Lakeside 🇱🇻", "Second.", "Third.", "", "#Mill", "")
    assert texts(found) == ["The mill burns!\n\nThe lake is calm.\n\n#Lakeside 🇱🇻", "Second.", "Third.\n\n#Mill"]


def test_a_blank_line_cuts_where_the_post_would_be_too_long() -> None:
    found = thread("A thread on mills.", "", "#Thread 📌", "", LONG + "It is said by all.", "2/15 Image", "Then.", "", "3/15 Image")
    assert len(found["posts"]) == 3
    assert texts(found)[0] == "A thread on mills.\n\n#Thread 📌"
    assert [post.get("marker") for post in found["posts"]] == [None, "2/15", "3/15"]


def test_a_preview_holds_three_posts_of_280_characters_beside_the_word_image() -> None:
    full = "x" * 273 + " Image."
    assert texts(thread("x" * 200 + ".", "y" * 72 + ". Image", full, "z" * 270, total=9))[0].endswith("y. Image")


@pytest.mark.parametrize(
    ("lines", "markers", "claimed"),
    [
        (["A walk (1/24)", "A lake (2/24)", "A mill (3/24)"], ["(1/24)", "(2/24)", "(3/24)"], 24),
        (["1/8 A walk", "2/8 A lake", "3/8 A mill"], ["1/8", "2/8", "3/8"], 8),
        (["A walk 1/14", "A lake 2/14", "A mill 3/14"], ["1/14", "2/14", "3/14"], 14),
        (["A walk (1 of 11)", "2. A lake", "3. A mill"], ["(1 of 11)", "2.", "3."], 11),
        (["1 A walk", "2 A lake", "3 A mill"], ["1", "2", "3"], None),
        (["A walk", "1 A lake", "2 A mill"], [None, "1", "2"], None),
        (["A title", "A walk", "1️⃣ A lake"], [None, None, "1️⃣"], None),
        (["1️⃣ A walk", "2️⃣ A lake", "🔟 A mill"], ["1️⃣", "2️⃣", None], None),
        (["THREAD 1/4 A walk", "2/4 A lake", "3/4 A mill"], ["THREAD 1/4", "2/4", "3/4"], 4),
        (["A walk (Thread, 1/7)", "A lake (2/7)", "A mill"], ["(Thread, 1/7)", "(2/7)", None], 7),
        (["A walk: 1/3", "A lake. 2/3 Image", "A mill: Image"], ["1/3", "2/3", None], 3),
        (["A walk.1/n", "Who would know!2/n", "A mill 3/n"], ["1/n", "2/n", "3/n"], None),
        (["1/ A walk", "2/ A lake", "3/ A mill"], ["1/", "2/", "3/"], None),
        (["A walk /1…", "A lake /2", "A mill /3"], ["/1", "/2", "/3"], None),
        (["1/Thread: a walk", "2/Then a lake", "3/A mill"], ["1/", "2/", "3/"], None),
        (["Thread 1) A walk", "2) A lake", "3) A mill"], ["Thread 1)", "2)", "3)"], None),
        (["1- A walk", "2- A lake", "3- A mill"], ["1-", "2-", "3-"], None),
        (["1/2 A walk", "2/2 A lake"], ["1/2", "2/2"], 2),
        (["A walk of 3 hours", "4 boats, 15 oars and 2 mills", "A mill"], [None, None, None], None),
        (["Open 24/7", "Since 9/11", "A mill"], [None, None, None], None),
        (["@ann @bob 1/9 A walk", "@ann @bob 2/9 A lake", "@ann 3/9 A mill"], ["1/9", "2/9", "3/9"], 9),
        (["@ann/@bob A walk 1/9", "A lake 2/9", "A mill 3/9"], ["1/9", "2/9", "3/9"], 9),
    ],
)
def test_the_authors_numbers_are_kept_verbatim_in_whatever_form(
    lines: list[str], markers: list[str | None], claimed: int | None
) -> None:
    found = thread(*lines, total=8)
    assert [post.get("marker") for post in found["posts"]] == markers
    assert texts(found) == lines
    assert found.get("claimed") == claimed
    assert found["total"] == 8


def test_a_number_that_may_be_a_numbering_is_noted() -> None:
    found = thread("1 boat was lost.", "A lake.", "A mill.")
    assert "numbering" in found["posts"][0]["review"]


def test_totals_of_the_author_that_differ_are_noted() -> None:
    found = thread("A walk 1/9", "A lake 2/9", "A mill 3/10")
    assert found["claimed"] == 9
    assert "10" in found["review"]


def test_a_caption_behind_the_closing_number_goes_to_the_media_and_is_noted_as_cut_off() -> None:
    post = thread("A walk (1/24)", "A lake (2/24)", "A mill (3/24) The mill in 1902 (Photo: Anna Examp", total=24)["posts"][2]
    assert post["text"] == "A mill (3/24)"
    assert post["media"] == [{"kind": "IMAGE", "caption": "The mill in 1902 (Photo: Anna Examp"}]
    assert "cut off" in post["review"]


def test_other_words_behind_the_closing_number_stay_in_the_text() -> None:
    post = thread("A walk (1/24)", "A lake (2/24)", "A mill (3/24) and so it went", total=24)["posts"][2]
    assert post["text"] == "A mill (3/24) and so it went"
    assert "kept in the text" in post["review"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A mill. Image", 1),
        ("A mill 👇 Image", 1),
        ("A mill. ImageImageImageImage", 4),
        ("A mill of the past… Image", 1),
        ("A mill. Image 3/9", 1),
        ("Image", 1),
        ("Nouvelles images du moulin", 0),
        ("Image of a mill", 0),
        ("A mill and its public Image", 0),
        ("AnImage", 0),
    ],
)
def test_the_word_image_at_the_end_is_a_placeholder_and_stays_in_the_text(text: str, count: int) -> None:
    post = thread("One.", "Two.", text)["posts"][2]
    assert post["text"] == text
    assert post.get("media", []) == [{"kind": "IMAGE", "placeholder": True}] * count


@pytest.mark.parametrize(
    "text",
    [
        "░T░h░e░ ░m░i░l░l░ #Lakeside 🌐",
        "🏳 #Lakeside, its mill",
        "The lake 🇱🇻💪🏼 and 🏴\u200d☠️ \ufe0f",
        "#Lakeside's mill, @MillFriends’s boat, l’#Étang and l'#Eau",
        "#Millojen'n ja #Veden’n",
        "የሐይቁ ወፍጮ #ሐይቅ, el moli del llac, El molín del llagu",
        ", proMILL and so on",
        "They owned 49% of...",
        "The mill\u00a0and\u202fthe lake",
        "@ann @bob @cid the mill burns",
    ],
)
def test_signs_scripts_and_half_sentences_come_through_untouched(text: str) -> None:
    assert texts(thread("One.", text, "Three.")) == ["One.", text, "Three."]


def test_two_posts_shown_for_three_are_never_padded() -> None:
    found = thread("1/2 A walk.", "2/2 A lake.", total=3)
    assert len(found["posts"]) == 2
    assert (found["total"], found["claimed"]) == (3, 2)
    assert "review" not in found


def test_a_preview_of_a_single_post_is_a_thread_of_one() -> None:
    found = thread("A mill, and nothing else.", total=7)
    assert texts(found) == ["A mill, and nothing else."]


def test_a_blank_line_that_may_part_two_posts_is_noted() -> None:
    found = thread("Who built it?", "", "Three brothers.", total=7)
    assert texts(found) == ["Who built it?\n\nThree brothers."]
    assert "blank line" in found["review"]


def test_the_sites_footer_is_no_post_and_its_related_tags_are_told() -> None:
    text = page("One.\nRead 1 tweets\n").replace("Related hashtags\n", "Related hashtags\n#Boats #Oars\n#Mills\n")
    found = import_capture(text, name="page.txt")
    assert "#Mills" in str(found.seed)
    footer = [text[r.start : r.end] for r in found.accounts if r.kind == "footer"]
    assert footer[0].startswith("Related hashtags")
    assert footer[0].endswith("Thank you!")


@pytest.mark.parametrize("count", ["Most recents (1)", "Most recents (1):", "Most recents(1)"])
def test_the_head_may_begin_with_account_share_and_have_a_colon(count: str) -> None:
    head = f"Account Share\n\nDiscover and read the best of Twitter Threads about #Lakeside\n{count}\n"
    found = source(head + "One.\nRead 1 tweets\n" + FOOT)
    assert found["key"] == "lakeside"
    assert texts(found["threads"][0]) == ["One."]
    assert "review" not in found


def test_the_stated_number_of_threads_is_a_claim() -> None:
    found = source(page("One.\nRead 1 tweets\n", stated=24))
    assert "states 24 threads and shows 1" in found["review"]


def test_a_dated_page_opens_each_thread_with_its_day() -> None:
    text = "Nov 14th 2020\nA walk. 1/9\nA lake. 2/9\nOct 2nd 2020\nA mill.\n"
    found = source(text, kind="hashtag-page")
    assert [one["published"] for one in found["threads"]] == ["2020-11-14", "2020-10-02"]
    assert [len(one["posts"]) for one in found["threads"]] == [2, 1]
    assert "which hashtag" in found["review"]


def test_a_row_of_tags_below_the_number_belongs_to_the_post() -> None:
    found = thread("A walk by the lake.1/6", "#Lake #Mill", "A mill.2/6", "A boat.3/6", total=6)
    assert texts(found) == ["A walk by the lake.1/6\n#Lake #Mill", "A mill.2/6", "A boat.3/6"]


def test_a_signature_line_belongs_to_the_post_above_it() -> None:
    found = thread("A walk.", "", "#Lakeside 🇱🇻", "A mill.", "", "#Lakeside 🇱🇻", "A boat.", "#Lakeside 🇱🇻", total=7)
    assert texts(found) == ["A walk.\n\n#Lakeside 🇱🇻", "A mill.\n\n#Lakeside 🇱🇻", "A boat.\n#Lakeside 🇱🇻"]


def test_a_dateline_opens_its_post() -> None:
    found = thread("Oct 22 - Harbour, #Lakeside", "A walk.", "Oct 22 - Mill, #Lakeside", "A mill.", total=4)
    assert texts(found) == ["Oct 22 - Harbour, #Lakeside\nA walk.", "Oct 22 - Mill, #Lakeside\nA mill."]


def test_a_blank_line_behind_a_number_parts_two_posts() -> None:
    found = thread(LONG, "", LONG + "1/18", "", LONG + "2/18", "", total=20)
    assert [post.get("marker") for post in found["posts"]] == [None, "1/18", "2/18"]


def test_a_list_inside_a_post_is_not_cut_into_posts() -> None:
    found = thread("Three reasons:", "1. The mill", "2. The lake", "3. The boat", LONG + "1/9", LONG + "2/9", total=9)
    assert any("1. The mill\n2. The lake\n3. The boat" in text for text in texts(found))
    assert [post.get("marker") for post in found["posts"]][1:] == ["1/9", "2/9"]


def test_a_thread_that_begins_with_a_blank_line_is_noted_as_perhaps_a_picture() -> None:
    threads = ["One.\nRead 1 tweets\n", "\n📌 Why the mill?\n\n📌 Why the lake?\nRead 7 tweets\n", "Two.\nRead 1 tweets\n"]
    found = source(page(*threads))
    assert "picture without words" in found["threads"][1]["review"]
    assert texts(found["threads"][1]) == ["📌 Why the mill?\n\n📌 Why the lake?"]


def test_a_thread_without_words_is_told_and_not_made_up() -> None:
    found = source(page("One.\nRead 1 tweets\n", "Read 4 tweets\n"))
    assert len(found["threads"]) == 1
    assert "shows no words" in found["review"]


def test_a_thread_without_its_count_is_noted() -> None:
    found = source(page("One.\nRead 1 tweets\n") .split("\nRelated")[0] + "Two, and the page breaks off")
    assert "no count" in found["threads"][1]["review"]


def test_a_re_listing_keeps_no_keys_of_its_own() -> None:
    """Threads carry no key, so that the format's default, made from the first post, holds wherever they are listed."""
    first = source(page("One.\nRead 1 tweets\n", "Two.\nRead 1 tweets\n"))
    second = source(page("New.\nRead 1 tweets\n", "Two.\nRead 1 tweets\n", "One.\nRead 1 tweets\n"))
    assert first["key"] == second["key"]
    assert all("key" not in one and "rank" not in one for one in [*first["threads"], *second["threads"]])
    assert {texts(one)[0] for one in first["threads"]} < {texts(one)[0] for one in second["threads"]}
