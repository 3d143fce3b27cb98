"""Words for search: text enters as written, its words leave folded, each with its place in the text.

The borders are those of Unicode's UAX #29, bent to what people search for: an apostrophe always parts two words
(`l'Artsakh` gives `l` and `artsakh`, `Russia's` gives `russia` and `s`), so do an underscore and a full stop between
letters; the sign of a hashtag or mention is no part of its word; CamelCase stays one word. Scripts written without
blanks (Han, Hiragana, Thai, Lao, Khmer, Myanmar) give one word a character, so that a phrase finds them.
"""

import re
from typing import NamedTuple

import regex

from api.text.fold import fold


class Word(NamedTuple):
    """One word: its folded form and its span `start:end` in code points of the text as written."""

    folded: str
    start: int
    end: int


_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
_LETTER = rf"[[\p{{L}}\p{{N}}\p{{Other_Alphabetic}}]--[\p{{M}}]--{_UNSPACED}]"
# A joiner, a soft hyphen, a Catalan dot or a Hebrew (ger)shayim keeps two letters together, and never ends a word.
_INSIDE = rf"(?:{_LETTER}|\p{{M}}|[\u00ad\u200c\u200d\u00b7\u2027\u05f3\u05f4](?={_LETTER}))"
_NUMBER_TAIL = r"(?:(?<=\p{Nd})[.,\u066b\u066c](?=\p{Nd})"
_WORDS = regex.compile(
    rf"{_LETTER}{_INSIDE}*+{_NUMBER_TAIL}{_INSIDE}*+)*+|{_UNSPACED}\p{{M}}*+",
    regex.VERSION1,
)
# Most posts hold nothing but these: ASCII, unmarked letters of alphabets written with blanks, common signs and emoji.
# For them the standard library's expression finds the same words three times as fast (a test holds the two together).
_UNCOMMON = re.compile(
    r"[^\x00-\x7f\xa0\xab\xbb\xc0-\u02af\u0370-\u0481\u048a-\u0556\u0559-\u0587\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u10a0-\u10ff"
    r"\u2010-\u2026\u2030-\u205e\u2190-\u245f\u2500-\u2bff\ufe0f\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]"
)
_COMMON_WORDS = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*")
_ASCII_WORDS = re.compile(r"[a-z0-9]+(?:(?<=[0-9])[.,](?=[0-9])[a-z0-9]+)*")


def words(text: str) -> tuple[Word, ...]:
    """Split `text` into its words, in order; offsets are code points of `text`, half-open."""
    if text.isascii():
        return tuple([Word(found[0], found.start(), found.end()) for found in _ASCII_WORDS.finditer(text.lower())])
    if _UNCOMMON.search(text) is None:
        return tuple([Word(fold(found[0]), found.start(), found.end()) for found in _COMMON_WORDS.finditer(text)])
    return _uncommon_words(text)


def _uncommon_words(text: str) -> tuple[Word, ...]:
    return tuple([Word(fold(found[0]), found.start(), found.end()) for found in _WORDS.finditer(text)])
