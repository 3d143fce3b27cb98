"""Hashtag pages: what each of their oddities becomes. The sentences are our own."""

import pytest

from api.errors import CaptureError
from captured_pages import FOOT, page, source, texts
from seeds.captures import import_capture


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


def test_the_sites_footer_is_no_post_and_its_related_tags_are_told() -> None:
    text = page("One.\nRead 1 tweets\n").replace("Related hashtags\n", "Related hashtags\n#Boats #Oars\n#Mills\n")
    found = import_capture(text, name="page.txt")
    assert "#Mills" in str(found.seed)
    footer = [text[r.start : r.end] for r in found.accounts if r.kind == "footer"]
    assert footer[0].startswith("Related hashtags")
    assert footer[0].endswith("Thank you!")


def test_related_tags_on_one_line_are_all_told() -> None:
    text = page("One.\nRead 1 tweets\n").replace("Related hashtags\n", "Related hashtags\n#Boats #Oars, #Mills\n")
    assert "#Boats #Oars #Mills." in source(text)["review"]


def test_a_count_of_none_is_kept() -> None:
    assert source(page("One.\nRead 0 tweets\n"))["threads"][0]["total"] == 0


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


def test_a_thread_that_begins_with_a_blank_line_is_noted_as_perhaps_a_picture() -> None:
    threads = [
        "One.\nRead 1 tweets\n",
        "\n📌 Why the mill?\n\n📌 Why the lake?\nRead 7 tweets\n",
        "Two.\nRead 1 tweets\n",
    ]
    found = source(page(*threads))
    assert "picture without words" in found["threads"][1]["review"]
    assert texts(found["threads"][1]) == ["📌 Why the mill?\n\n📌 Why the lake?"]


def test_a_thread_without_words_is_told_and_not_made_up() -> None:
    found = source(page("One.\nRead 1 tweets\n", "Read 4 tweets\n"))
    assert len(found["threads"]) == 1
    assert "shows no words" in found["review"]


def test_a_thread_without_its_count_is_noted() -> None:
    found = source(page("One.\nRead 1 tweets\n").split("\nRelated")[0] + "Two, and the page breaks off")
    assert "no count" in found["threads"][1]["review"]


def test_a_re_listing_keeps_no_keys_of_its_own() -> None:
    """Threads carry no key, so that the format's default, made from the first post, holds wherever they are listed."""
    first = source(page("One.\nRead 1 tweets\n", "Two.\nRead 1 tweets\n"))
    second = source(page("New.\nRead 1 tweets\n", "Two.\nRead 1 tweets\n", "One.\nRead 1 tweets\n"))
    assert first["key"] == second["key"]
    assert all("key" not in one and "rank" not in one for one in [*first["threads"], *second["threads"]])
    assert {texts(one)[0] for one in first["threads"]} < {texts(one)[0] for one in second["threads"]}


def test_threads_that_begin_alike_get_keys_of_their_own_and_a_note() -> None:
    alike = "Thread 👇\nA {}.\nRead 2 tweets\n"
    threads = source(page(*(alike.format(word) for word in ("mill", "mill", "lake"))))["threads"]
    keys = [thread.get("key") for thread in threads]
    assert keys[2] is None
    assert len(set(keys)) == 3
    assert "same words" in threads[1]["review"]
    assert "review" not in threads[2]


def test_a_new_thread_that_begins_alike_takes_no_key_of_those_below_it() -> None:
    alike = "Thread 👇\nA {}.\nRead 2 tweets\n"
    words = ["boat", "mill", "lake"]
    for count in (1, 2):
        before, after = (source(page(*map(alike.format, words[-shown:])))["threads"] for shown in (count, count + 1))
        assert [one.get("key") for one in after[1:]] == [one.get("key") for one in before]
