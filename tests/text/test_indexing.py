"""What search keeps of a text."""

import json

from hypothesis import given
from hypothesis import strategies as st

from api.text.indexing import MOST_SEARCHED, Part, index
from api.text.queries import LONGEST_WORD
from api.text.words import words


def test_words_stand_between_blanks_of_their_own_and_parts_further_apart() -> None:
    indexed = index([Part("TITLE", None, "Hello World"), Part("TEXT", None, "…"), Part("TEXT", None, "L'été")])
    assert indexed.searched == " hello  world    l  ete "
    assert json.loads(indexed.words) == [
        ["hello", 0, 5, "TITLE"],
        ["world", 6, 11, "TITLE"],
        [""],
        ["l", 0, 1],
        ["ete", 2, 5],
    ]


def test_a_caption_keeps_its_number_and_emoji_make_utf_16_differ() -> None:
    indexed = index([Part("CAPTION", 3, "snow"), Part("TEXT", None, "🎉 at 🎉 noon")])
    assert json.loads(indexed.words) == [
        ["snow", 0, 4, "CAPTION", 3],
        [""],
        ["at", 2, 4, "TEXT", None, 3, 5],
        ["noon", 7, 11, "TEXT", None, 9, 13],
    ]


def test_a_text_without_words_leaves_nothing() -> None:
    assert index([Part("TEXT", None, "🇦🇲 …")]) == ("[]", "")


def test_a_word_without_end_is_cut_and_a_text_without_end_is_searched_to_a_limit() -> None:
    assert index([Part("TEXT", None, "ə" * 2000)]).searched == " " + "e" * LONGEST_WORD + " "
    indexed = index([Part("TEXT", None, "abcd " * MOST_SEARCHED)])
    assert MOST_SEARCHED - 6 < len(indexed.searched) <= MOST_SEARCHED
    assert len(json.loads(indexed.words)) * len(" abcd ") == len(indexed.searched)


@given(st.lists(st.text(), max_size=3))
def test_entries_say_where_each_word_stands(texts: list[str]) -> None:
    indexed = index(Part("FOOTNOTE", number, text) for number, text in enumerate(texts, 1))
    entries = [entry for entry in json.loads(indexed.words) if entry[0]]
    told = [(word, number) for number, text in enumerate(texts, 1) for word in words(text)]
    assert [(tuple(entry[:3]), entry[4]) for entry in entries] == [(tuple(word), number) for word, number in told]
    for (word, number), entry in zip(told, entries, strict=True):
        before, written = texts[number - 1][: word.start], texts[number - 1][word.start : word.end]
        offset = len(before.encode("utf-16-le", "surrogatepass")) // 2
        assert (entry[5:] or entry[1:3]) == [offset, offset + len(written.encode("utf-16-le", "surrogatepass")) // 2]
