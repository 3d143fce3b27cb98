"""One page saved by different systems: the same texts, the same keys. The sentences are our own."""

import hashlib
import re
import unicodedata
from typing import Any  # a seed is nested as its format is: the tests look into it by key

import pytest

from captured_pages import LONG, page, source
from seeds.captures import import_capture
from seeds.captures.levelling import Levelled
from seeds.captures.naming import slug

LAKE = "L'étang de Göyçay, où le moulin a brûlé #Étang"
PAGE = page(
    f"{LAKE}\nfut un lac. 1/2\nLe même moulin, à l'été. 2/2\nRead 2 tweets\n",
    f"{LAKE}\nfut un lac. 1/2\nUn autre été. 2/2\nRead 2 tweets\n",
    f"{'é' * 200}\n{'ö' * 70}\n{LONG}\n{LONG}\nRead 3 tweets\n",
    f"{LONG.strip()}\n\n{'o' * 30}\n{LONG}\n{LONG}\nRead 3 tweets\n",
)


def keys(text: str) -> list[str]:
    """The keys of a page's threads, as the format's default makes them where a thread has none."""
    found = source(text)
    default = [f"{found['key']}/{digits(thread['posts'][0]['text'])}" for thread in found["threads"]]
    return [thread.get("key", key) for thread, key in zip(found["threads"], default, strict=True)]


def digits(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_line_ends_of_a_system_change_nothing_in_the_seed(end: str) -> None:
    assert import_capture(PAGE.replace("\n", end), name="p").seed == import_capture(PAGE, name="p").seed


@pytest.mark.parametrize("blanks", [" ", "\t", " \u00a0 ", "   " * 9])
def test_blanks_at_the_ends_of_lines_change_no_key(blanks: str) -> None:
    assert keys(PAGE.replace("\n", f"{blanks}\n")) == keys(PAGE)


def test_letters_composed_of_parts_change_no_key_and_stay_as_they_are_in_the_texts() -> None:
    parted = unicodedata.normalize("NFD", PAGE)
    assert keys(parted) == keys(PAGE)
    found = source(parted)["threads"][0]["posts"][0]["text"]
    assert found == unicodedata.normalize("NFD", f"{LAKE}\nfut un lac. 1/2")


def test_a_page_without_such_blanks_and_letters_keeps_the_keys_of_the_format() -> None:
    assert [thread.get("key") for thread in source(PAGE)["threads"]][1:] == [None, None, None]


def test_letters_composed_of_parts_change_no_key_of_words_in_another_script() -> None:
    assert slug("й каждый") == slug(unicodedata.normalize("NFD", "й каждый"))


def test_the_account_keeps_the_offsets_of_the_capture_as_given_and_its_line_ends_belong_to_no_text() -> None:
    given = PAGE.replace("\n", "\r\n")
    accounts = import_capture(given, name="p").accounts
    assert "".join(given[one.start : one.end] for one in accounts) == given
    posts = [given[one.start : one.end] for one in accounts if one.kind == "post"]
    assert posts[0] == f"{LAKE}\r\nfut un lac. 1/2"
    assert not any(re.search(r"^[\r\n]|[\r\n]$", words) for words in posts)


def test_every_offset_leads_back_to_its_character() -> None:
    levelled = Levelled("a\r\nb\rc\n\r\n\r\nd")
    assert levelled.text == "a\nb\nc\n\n\nd"
    assert [levelled.given(offset) for offset in range(len(levelled.text) + 1)] == [0, 1, 3, 4, 5, 6, 7, 9, 11, 12]


def test_texts_of_an_article_hold_no_carriage_return() -> None:
    text = f"The Mill\n\n15 March 2023\n\n{LONG}\n\nThe mill stood\nby the lake.\n"
    found: Any = source(text.replace("\n", "\r\n"))
    assert found == source(text)
