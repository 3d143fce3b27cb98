"""Titles of threads that have none."""

from hypothesis import given
from hypothesis import strategies as st

from seeds.loading.threads import TITLE_LENGTH, first_words


def test_a_short_text_is_the_title_on_one_line() -> None:
    assert first_words(" Two\n\nlines ") == "Two lines"


def test_a_long_text_is_cut_between_words() -> None:
    title = first_words("word " * 40)
    assert title is not None
    assert title.endswith("word…")
    assert len(title) <= TITLE_LENGTH


def test_a_text_without_blanks_is_cut_where_it_must_be() -> None:
    title = first_words("ᾳ" * 500)
    assert title == "ᾳ" * (TITLE_LENGTH - 1) + "…"


@given(st.text())
def test_a_title_is_never_long_nor_blank(text: str) -> None:
    title = first_words(text)
    assert title is None or (0 < len(title) <= TITLE_LENGTH and title.strip() == title)
