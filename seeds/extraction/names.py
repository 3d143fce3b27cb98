"""The names of places as extraction seeks them: spellings enter, automata that find them all at once leave."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What some words mean: a place, or its people; `is_certain` is False where other places bear the same name."""

    place: str
    is_demonym: bool
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text, `start:end` in its code points, that match a name, whatever is glued to them."""

    start: int
    end: int
    entry: Entry


class Names:
    """Many words, found all at once (Aho-Corasick), with what each means."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = tuple(entries.values())
        # Overlapping matches, because the longest match at a place may fail its border where a shorter one holds.
        self._automaton = AhoCorasick(entries) if entries else None

    def hits(self, text: str) -> list[Hit]:
        if self._automaton is None:
            return []
        try:
            found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            found = self._automaton.find_matches_as_indexes(_SURROGATES.sub("\ufffd", text), overlapping=True)
        return [Hit(start, end, self._entries[index]) for index, start, end in found]


def is_short_capitals(name: str) -> bool:
    """Whether a name is at most three letters, all capitals (US, U.S., NK), and so counts only as written."""
    letters = [character for character in name if character.isalpha()]
    return 0 < len(letters) <= 3 and all(character.isupper() for character in letters)


def entries(names: Iterable[tuple[str, str, bool]]) -> dict[str, Entry]:
    """Say for each spelling what it means; a place comes before a people, then the first given before the others."""
    claims: defaultdict[str, list[tuple[bool, str]]] = defaultdict(list)
    for words, place, is_demonym in names:
        if words and _SURROGATES.search(words) is None:
            claims[words].append((is_demonym, place))
    return {words: _entry(claimed) for words, claimed in claims.items()}


def _entry(claimed: list[tuple[bool, str]]) -> Entry:
    is_demonym, place = min(claimed, key=lambda claim: claim[0])
    rivals = {other for kind, other in claimed if kind == is_demonym}
    return Entry(place, is_demonym, is_certain=len(rivals) == 1)
