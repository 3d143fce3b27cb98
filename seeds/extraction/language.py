"""The language of a text: text enters, an ISO 639-1 code leaves, or None where guessing would be all there is.

Detection is lingua's low-accuracy mode, limited to the languages below; the same text always gets the same answer.
"""

import re
from functools import cache

import regex
from lingua import Language, LanguageDetector, LanguageDetectorBuilder

# What Parley tells apart. A text in another language is None, or its nearest neighbour where the two are alike.
# fmt: off
LANGUAGES = (
    "en", "fr", "de", "es", "it", "pt", "nl", "ru", "uk", "hy", "az", "ka", "tr",
    "el", "ar", "fa", "he", "hi", "pl", "fi", "sv", "ca", "ro", "ja", "ko", "zh",
)
# fmt: on

_FEWEST_WORDS = 4
_FEWEST_IDEOGRAPHS = 8  # of a script written without blanks, about as many as four words
_LOWEST_CONFIDENCE = 0.6
# Tags, mentions, links and numbers say nothing of the language around them.
_ASIDES = re.compile(r"https?://\S+|\S+\.\w{2,}/\S*|[#＃@＠][\w\u200c]+|\d+")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}\u200c]*+")
_IDEOGRAPH = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")


def detect(text: str) -> str | None:
    """Return the code of the language that most of `text` is written in, one of LANGUAGES, or None."""
    prose = " ".join(_WORD.findall(_ASIDES.sub(" ", text)))
    if prose.count(" ") + 1 < _FEWEST_WORDS and len(_IDEOGRAPH.findall(prose)) < _FEWEST_IDEOGRAPHS:
        return None
    likeliest = _detector().compute_language_confidence_values(prose)[0]
    if likeliest.value < _LOWEST_CONFIDENCE:
        return None
    return likeliest.language.iso_code_639_1.name.lower()


@cache
def _detector() -> LanguageDetector:
    languages = [language for language in Language.all() if language.iso_code_639_1.name.lower() in LANGUAGES]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()
