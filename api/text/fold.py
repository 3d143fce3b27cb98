"""One spelling for many: text enters as written and leaves folded, with a map back to the words as written.

Folding is for comparing, never for showing. It takes away case (Unicode's, and the three Georgian alphabets are one),
Latin diacritics, letters that Latin alphabets vary (ə ı ø ł đ ß æ œ ...), compatibility forms (full width, ligatures,
mathematical letters), shapes of apostrophes and hyphens, soft hyphens. It never drops a letter: vowel signs of Arabic,
Hebrew, Ethiopic and the Indic scripts stay. The Armenian ligature և becomes its two letters եւ, as Unicode folds it,
so Երևան equals Երեւան; the respelling եվ is another word, left to curated aliases.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

import regex

# Letters that no decomposition reaches, with the spelling most keyboards give them.
# fmt: off
_LATIN_LETTERS = {
    "ə": "e", "ǝ": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k",
    "æ": "ae", "œ": "oe", "þ": "th", "ƀ": "b", "ɓ": "b", "ƈ": "c", "ɗ": "d", "ɖ": "d", "ɛ": "e", "ƒ": "f", "ɠ": "g",
    "ɨ": "i", "ƙ": "k", "ƚ": "l", "ɲ": "n", "ɔ": "o", "ƥ": "p", "ƭ": "t", "ʉ": "u", "ʋ": "v", "ƴ": "y", "ƶ": "z",
}
_MARKS_OF_PUNCTUATION = {
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "‛": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-",
}
# fmt: on
# Asomtavruli and Nuskhuri, written today as capitals, to Mkhedruli (Mtavruli is case folded by Unicode itself).
_GEORGIAN = {chr(old + i): chr(0x10D0 + i) for old in (0x10A0, 0x2D00) for i in (*range(0x26), 0x27, 0x2D)}
_LETTERS = _LATIN_LETTERS | _MARKS_OF_PUNCTUATION | _GEORGIAN | {"\u00ad": ""}

# What may join the code point before it when text is composed: marks, Hangul vowels and finals, kana voicing;
# and the soft hyphen, which goes.
_JOINING = r"\p{M}\u00ad\u1160-\u11ff\uff9e\uff9f\U00016d63-\U00016d6a"
_CLUSTERS = regex.compile(rf"(?s:.)[{_JOINING}]*")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_HAS_JOINING = regex.compile(rf"[{_JOINING}]")
_MARKS_BEHIND_LATIN = regex.compile(r"(?<=[\p{Latin}0-9])\p{M}+")
# Marks of no script of their own; those that have one (vowel signs, kana voicing) stay even behind a Latin letter.
_SHARED_MARKS = regex.compile(r"[[\p{M}&&\p{sc=Zinh}]--[\u3099\u309a]]+", regex.VERSION1)


class _FoldingTable(dict[int, str]):
    """Code point -> its folded form, worked out once, when first met (the shape `str.translate` asks for)."""

    def __missing__(self, code_point: int) -> str:
        folded = chr(code_point)
        while (again := unicodedata.normalize("NFC", "".join(map(_step, folded)))) != folded:
            folded = again
        self[code_point] = folded
        return folded


def _step(character: str) -> str:
    """Fold one code point once; the table repeats it until nothing changes, hence `fold(fold(x)) == fold(x)`."""
    folded = _LETTERS.get(character)
    if folded is None:
        folded = _compatible(character).casefold()
    return _without_diacritics(unicodedata.normalize("NFD", folded)) if _is_latin(folded) else folded


def _compatible(character: str) -> str:
    decomposition = unicodedata.decomposition(character)
    if decomposition.startswith(("<wide>", "<narrow>")):
        return chr(int(decomposition.split()[1], 16))
    simple = unicodedata.normalize("NFKC", character)
    # A spacing accent would become a blank, and ½ two numbers.
    parts = any(sign in simple for sign in " ⁄") and not character.isspace()
    # Thai sara am or a lone Korean letter would lean on what precedes it.
    leans = _HAS_JOINING.match(simple) and not _HAS_JOINING.match(character)
    return character if parts or leans else simple


def _is_latin(text: str) -> bool:
    return regex.match(r"\p{Latin}", text) is not None


def _without_diacritics(text: str) -> str:
    return _MARKS_BEHIND_LATIN.sub(lambda marks: _SHARED_MARKS.sub("", marks[0]), text)


_TABLE = _FoldingTable()


def fold(text: str) -> str:
    """Fold `text`: two texts that differ only in case, Latin diacritics or width have the same fold. Idempotent."""
    if text.isascii():
        return text.lower()
    folded = text.translate(_TABLE)
    if folded.isascii():
        return folded
    return unicodedata.normalize("NFC", _without_diacritics(folded))


def fold_map(text: str) -> tuple[str, Sequence[int]]:
    """Return `fold(text)` and, for each of its code points, its index in `text`; one more entry holds `len(text)`."""
    folded = fold(text)
    if text.isascii() or (len(folded) == len(text) and not _HAS_JOINING.search(text)):
        return folded, range(len(text) + 1)
    offsets: list[int] = []
    done = 0
    for run in _NOT_ASCII.finditer(text):
        start, end = run.span()
        if start > done and _HAS_JOINING.match(text[start]):
            start -= 1  # the run's first mark leans on the ASCII letter before it
        offsets.extend(range(done, start))
        offsets.extend(_cluster_offsets(text, start, end))
        done = end
    offsets.extend(range(done, len(text) + 1))
    return folded, offsets


def _cluster_offsets(text: str, start: int, end: int) -> Iterator[int]:
    for cluster in _CLUSTERS.finditer(text, start, end):
        first, last = cluster.start(), cluster.end() - 1
        length = len(_TABLE[ord(text[first])]) if first == last else len(fold(cluster[0]))
        # The order of marks in a cluster may change, so its parts are mapped in order, and never past its end.
        yield from (min(first + i, last) for i in range(length))


def unfold(offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Map the folded span `start:end` back to the span it came from, marks that folding took away included."""
    first = offsets[start]
    if end <= start:
        return first, first
    last = offsets[end - 1]
    while offsets[end] <= last:
        end += 1
    return first, offsets[end]


def casefolded(text: str) -> str:
    """Take away case only: diacritics and widths stay (Unicode canonical caseless matching, in NFC)."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
