"""Where posts end, when only line breaks say it. The sentences are our own."""

import pytest

from captured_pages import LONG, texts, thread


def test_a_post_over_two_lines_without_a_number_is_kept_whole_where_any_other_cut_is_too_long() -> None:
    found = thread(
        LONG,
        "It is a short walk around the lake, and a steep one.",
        "A second line of it, about as long as the first. ⬇️",
        LONG,
        total=5,
    )
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
    found = thread(
        "On mills.", "", "#Thread 📌", "", LONG + "It is said by all men.", "2/15 Image", "Then.", "", "3/15 Image"
    )
    assert len(found["posts"]) == 3
    assert texts(found)[0] == "On mills.\n\n#Thread 📌"
    assert [post.get("marker") for post in found["posts"]] == [None, "2/15", "3/15"]


def test_a_preview_holds_three_posts_of_280_characters_beside_the_word_image() -> None:
    full = "x" * 273 + " Image."
    assert texts(thread("x" * 200 + ".", "y" * 72 + ". Image", full, "z" * 270, total=9))[0].endswith("y. Image")


def test_a_blank_line_counts_as_two_of_the_280_characters() -> None:
    assert texts(thread("x" * 139, "", "y" * 139, total=9)) == ["x" * 139 + "\n\n" + "y" * 139]
    assert texts(thread("x" * 139, "", "y" * 140, total=9)) == ["x" * 139, "y" * 140]


def test_three_posts_on_one_line_are_cut_before_the_rest_of_each_link() -> None:
    found = thread("… Here is the story of the mill. 1/3… My notes on it. 2/3… And a short film. 3/3")
    assert texts(found) == ["… Here is the story of the mill. 1/3", "… My notes on it. 2/3", "… And a short film. 3/3"]
    assert [post["marker"] for post in found["posts"]] == ["1/3", "2/3", "3/3"]
    assert [post["links"] for post in found["posts"]] == [[{"displayed": "…"}]] * 3


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
