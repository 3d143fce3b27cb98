"""Words one slip apart, after Garbe's SymSpell: a word enters, what is left of it without each of its letters leaves.

Two words are one slip apart where one is a remainder of the other (a letter too many), where both have a remainder in
common without the letter at the same position (one letter for another), or without the same letter at neighbouring
positions (two letters swapped).
"""

from collections.abc import Iterator
from typing import NamedTuple

WHOLE = -1
"""The position of a remainder that is the whole word."""
SHORTEST = 4
"""So many code points a word has at least to be told another one: shorter ones are too near to too many."""
LONGEST = 40


class Remainder(NamedTuple):
    """What is left of a word without the letter at a position."""

    position: int
    letter: str
    left: str


def remainders(word: str) -> Iterator[Remainder]:
    """Yield the word itself, then what is left of it without the letter at each position."""
    yield Remainder(WHOLE, "", word)
    for position, letter in enumerate(word):
        yield Remainder(position, letter, word[:position] + word[position + 1 :])


def can_be_meant(word: str) -> bool:
    """Whether a word may be offered for another of at least `SHORTEST` letters: it may be one letter shorter."""
    return SHORTEST - 1 <= len(word) <= LONGEST + 1


def can_be_misspelt(word: str) -> bool:
    """Whether another word may be offered for this one."""
    return SHORTEST <= len(word) <= LONGEST
