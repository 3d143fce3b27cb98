"""Source keys from the words of a page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.captures.naming import LONGEST, slug


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("NKpeace", "nkpeace"),
        ("A Walk to the Mill?", "a-walk-to-the-mill"),
        ("The ‘Old’ Mill’s Boat & Oar", "the-old-mills-boat-oar"),
        ("L’Étang de Göyçay", "letang-de-goycay"),
        ("Şuşa və Ağdam ıssız", "susa-ve-agdam-issiz"),
        ("ann@lake.example", "ann-lake-example"),
        ("mill " * 40, "-".join(["mill"] * 16)),
    ],
)
def test_latin_words_become_small_ascii_letters(words: str, key: str) -> None:
    assert slug(words) == key


def test_words_in_another_script_become_a_short_hash_that_stays() -> None:
    assert slug("Արցախ") == slug("Արցախ")
    assert slug("Արցախ") != slug("ሐይቅ")
    assert re.fullmatch(r"x-[0-9a-f]{10}", slug("Արցախ"))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_words_make_a_key_of_the_format(words: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", slug(words))
    assert len(slug(words)) <= LONGEST
