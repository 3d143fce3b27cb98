"""The gazetteer as extraction reads it: place records enter once, then each text is asked for the names in it.

Names are sought folded, in all languages at once. A name of at most three letters, all capitals (US, NK, UN), is a word
or a syllable too often: it is sought as written.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from api.text.fold import fold, fold_map, unfold
from seeds.extraction.names import Entry, Hit, Names, entries, is_short_capitals

_BLANKS = re.compile(r"[\s\-‐‑–.'’]+")
_PLURAL_LANGUAGES = ("en", "fr")  # whose demonyms take an s: a record need not list both numbers


@dataclass(frozen=True, slots=True)
class GazetteerName:
    """A name of a place or of its people, in a language (BCP 47); `match` False: never searched for in texts."""

    text: str
    language: str | None = None
    match: bool = True


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """What extraction needs of a place: its key, its names, and what else stands for it.

    `hashtags` are the tags that name it, in any spelling; None means every name of it without its blanks.
    """

    key: str
    names: tuple[GazetteerName, ...] = ()
    demonyms: tuple[GazetteerName, ...] = ()
    flags: tuple[str, ...] = ()
    hashtags: tuple[str, ...] | None = None


class Gazetteer:
    """All names of all places, ready to be found. Where two places share a name, the one given first has it.

    `digest` is the same for the same records on every machine, and another as soon as they could find something else.
    """

    def __init__(self, places: Iterable[GazetteerPlace]) -> None:
        records = tuple(places)
        self.digest = _digest(records)
        self._folded = Names(entries(_folded_names(records)))
        self._exact = Names(entries(_exact_names(records)))
        self._hashtags = entries(_tag_names(records))
        self.flags: Mapping[str, str] = {flag: place.key for place in reversed(records) for flag in place.flags}

    def hits(self, text: str) -> Iterator[Hit]:
        """Find every name in `text`, overlapping ones too, in no promised order."""
        yield from self._exact.hits(text)
        folded = fold(text)
        hits = self._folded.hits(folded)
        if hits and text.isascii():
            yield from hits
        elif hits:
            _, offsets = fold_map(text)
            for hit in hits:
                yield Hit(*unfold(offsets, hit.start, hit.end), hit.entry)

    def hashtag(self, spelling: str, name: str) -> Entry | None:
        """Return what a tag as a whole (its spelling, its folded name) stands for, or None."""
        return self._hashtags.get(spelling) or self._hashtags.get(name)


def _searched(place: GazetteerPlace) -> Iterator[tuple[str, bool]]:
    """Yield the words to search for, each with whether it is a demonym."""
    for name in place.names:
        if name.match:
            yield name.text, False
    for demonym in place.demonyms:
        if demonym.match:
            yield demonym.text, True
            if (demonym.language or "").split("-")[0] in _PLURAL_LANGUAGES:
                yield demonym.text + "s", True


def _folded_names(records: Iterable[GazetteerPlace]) -> Iterator[tuple[str, str, bool]]:
    for place in records:
        for words, is_demonym in _searched(place):
            if not is_short_capitals(words):
                yield fold(words), place.key, is_demonym


def _exact_names(records: Iterable[GazetteerPlace]) -> Iterator[tuple[str, str, bool]]:
    for place in records:
        for words, is_demonym in _searched(place):
            if is_short_capitals(words):
                yield words, place.key, is_demonym


def _tag_names(records: Iterable[GazetteerPlace]) -> Iterator[tuple[str, str, bool]]:
    """Yield the tags: those listed (or the names), and the demonyms, which stay demonyms behind a sign."""
    for place in records:
        listed = place.hashtags
        names = [(tag, False) for tag in listed] if listed is not None else []
        names += [each for each in _searched(place) if each[1] or listed is None]
        for words, is_demonym in names:
            tag = _BLANKS.sub("", words)
            yield (tag if is_short_capitals(tag) else fold(tag)), place.key, is_demonym


def _digest(records: tuple[GazetteerPlace, ...]) -> str:
    written = json.dumps([asdict(place) for place in records], ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
