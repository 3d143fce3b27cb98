"""Places: text enters, each name of the gazetteer in it leaves with its place, its span, its role and a confidence.

A name counts as a whole word (the possessive of `Karabakh's` and the article of `l’Arménie` stay outside), never inside
a mention or a link, and inside a hashtag only as the whole tag.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import regex

from api.text.spans import Span, measure, within
from seeds.extraction.gazetteer import Gazetteer
from seeds.extraction.hashtags import Hashtag
from seeds.extraction.names import Hit
from seeds.extraction.roles import is_land_or_water, is_other_name, role_of

METHOD = "gazetteer"

_WORD = r"\p{L}\p{M}\p{N}_"
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_GLUED_BEFORE = regex.compile(rf"[[{_WORD}@＠]--[{_UNSPACED}\ufe0e\ufe0f]]", regex.VERSION1)
_GLUED_AFTER = regex.compile(rf"[[{_WORD}]--[{_UNSPACED}\ufe0e\ufe0f]]", regex.VERSION1)
_CASED = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}]")  # Georgian has capitals and does not use them
_FLAG = regex.compile(r"[\U0001f1e6-\U0001f1ff]{2}|\U0001f3f4[\U000e0020-\U000e007f]+")

# A name in small letters is a name when it is long enough, and no everyday word.
_SHORTEST_UNCAPITALISED = 5
# fmt: off
_EVERYDAY_WORDS = frozenset([
    "china", "cologne", "derby", "guinea", "jersey", "mobile", "panama", "phoenix", "polish", "reading", "split",
    "tours", "turkey",
])
# fmt: on


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """Words that name a place: `toponym` as written, `span` exactly those words (no sign), a MentionRole, 0..1."""

    place: str
    toponym: str
    span: Span
    role: str
    method: str
    confidence: float


class _Found(NamedTuple):
    start: int
    end: int
    place: str
    role: str
    confidence: float


_Stretch = TypeVar("_Stretch", Hit, _Found)


def find_places(
    text: str, gazetteer: Gazetteer, hashtags: Sequence[Hashtag] = (), part: str = "TEXT", excluded: Sequence[Span] = ()
) -> tuple[PlaceMatch, ...]:
    """Find the places of `text` in order, none overlapping another.

    `hashtags` are those of the text; within `excluded` (mentions and links, in order) nothing is found.
    """
    found = [*_names(text, gazetteer, hashtags, excluded), *_tags(gazetteer, hashtags), *_flags(text, gazetteer)]
    if not found:
        return ()
    spans = measure(text, part)
    return tuple(
        PlaceMatch(
            one.place, text[one.start : one.end], spans.span(one.start, one.end), one.role, METHOD, one.confidence
        )
        for one in _leftmost_longest(found)
    )


def _names(text: str, gazetteer: Gazetteer, hashtags: Sequence[Hashtag], excluded: Sequence[Span]) -> Iterator[_Found]:
    tags = [tag.span for tag in hashtags]
    whole = [hit for hit in gazetteer.hits(text) if _is_whole(text, hit.start, hit.end)]
    free = [hit for hit in whole if not within(tags, hit.start, hit.end) and not within(excluded, hit.start, hit.end)]
    # The longest name at a place stands for it before its role is asked: South Sudan is no Sudan.
    for hit in _leftmost_longest(free):
        certainty = _certainty(text, hit)
        if certainty == 0 or is_other_name(text, hit.start, hit.end):
            continue
        if hit.entry.is_demonym and is_land_or_water(text, hit.end):
            continue
        role, confidence = ("DEMONYM", 0.9) if hit.entry.is_demonym else role_of(text, hit.start, hit.end)
        yield _Found(hit.start, hit.end, hit.entry.place, role, round(confidence * certainty, 2))


def _tags(gazetteer: Gazetteer, hashtags: Iterable[Hashtag]) -> Iterator[_Found]:
    for tag in hashtags:
        if entry := gazetteer.hashtag(tag.spelling, tag.name):
            role = "DEMONYM" if entry.is_demonym else "HASHTAG"
            confidence = 0.95 if entry.is_certain else 0.6
            yield _Found(tag.span.end - len(tag.spelling), tag.span.end, entry.place, role, confidence)


def _flags(text: str, gazetteer: Gazetteer) -> Iterator[_Found]:
    if not gazetteer.flags or text.isascii():
        return
    for flag in _FLAG.finditer(text):
        if place := gazetteer.flags.get(flag[0]):
            yield _Found(flag.start(), flag.end(), place, "FLAG", 0.95)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter, mark or digit is glued to the words; scripts written without blanks have no such borders."""
    if start and _GLUED_BEFORE.match(text, start - 1):
        return False
    return end == len(text) or _GLUED_AFTER.match(text, end) is None


def _certainty(text: str, hit: Hit) -> float:
    """Return how much to trust the spelling, from 0 (a word like any other) to 1."""
    words = text[hit.start : hit.end]
    shared = 1.0 if hit.entry.is_certain else 0.6
    if not words.islower() or _CASED.match(words) is None:
        return shared
    if len(words) < _SHORTEST_UNCAPITALISED or words in _EVERYDAY_WORDS:
        return 0
    return shared * 0.7


def _leftmost_longest(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Keep what starts first, the longest of those that start together, and drop what overlaps it."""
    kept: list[_Stretch] = []
    for one in sorted(stretches, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
