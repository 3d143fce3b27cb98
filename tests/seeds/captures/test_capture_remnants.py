"""What a page leaves of links and pictures. The sentences are our own."""

import pytest

from captured_pages import thread


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


def test_a_caption_behind_the_closing_number_goes_to_the_media_and_is_noted_as_cut_off() -> None:
    post = thread("A walk (1/24)", "A lake (2/24)", "A mill (3/24) The mill in 1902 (Photo: Anna Examp", total=24)[
        "posts"
    ][2]
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
