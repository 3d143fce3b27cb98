"""The author's own numbering, and what only looks like it. The sentences are our own."""

import pytest

from captured_pages import texts, thread


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
        (["1.1/n A walk", "1.2/n A lake", "2.1/n A mill"], ["1.1/n", "1.2/n", "2.1/n"], None),
        (["A walk 1.1/n", "A lake (1.2/n)", "A mill.1.3/n"], ["1.1/n", "(1.2/n)", "1.3/n"], None),
        (["1/n A walk", "1.1/n A lake", "2/n A mill"], ["1/n", "1.1/n", "2/n"], None),
        (["A walk 1.1/12", "A lake 1.2/12", "A mill 2/12"], ["1.1/12", "1.2/12", "2/12"], 12),
        (["A walk, 4.5/10", "A lake, 3.5/10", "A mill"], [None, None, None], None),
        (["A walk in 1990.1/9", "A lake in 1991.2/9", "A mill.3/9"], ["1/9", "2/9", "3/9"], 9),
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


def test_a_single_number_with_a_part_is_noted() -> None:
    assert (
        "«1.5/10» may be the author's numbering"
        in thread("1.5/10 for the boat.", "A lake.", "A mill.")["posts"][0]["review"]
    )


def test_totals_of_the_author_that_differ_are_noted() -> None:
    found = thread("A walk 1/9", "A lake 2/9", "A mill 3/10")
    assert found["claimed"] == 9
    assert "10" in found["review"]


def test_a_row_of_tags_below_the_number_belongs_to_the_post() -> None:
    found = thread("A walk by the lake.1/6", "#Lake #Mill", "A mill.2/6", "A boat.3/6", total=6)
    assert texts(found) == ["A walk by the lake.1/6\n#Lake #Mill", "A mill.2/6", "A boat.3/6"]
