"""Suggestions for a misspelt search: the wanted terms enter, names with a word one slip away leave."""

from collections.abc import Iterable, Iterator

from api.text.words import words
from oracle.searching import Term
from oracle.world import World

MOST, SHORTEST, LONGEST = 5, 4, 40


def suggestions(world: World, terms: Iterable[Term]) -> list[str]:
    """The names of tags and places that a word no name has may stand for, the most used first."""
    typed = {word for term in terms for word in (term.words[:-1] if term.begun else term.words)}
    names = list(named(world))
    known = {word for _, held, _ in names for word in held}
    unknown = [word for word in typed - known if SHORTEST <= len(word) <= LONGEST]
    used: dict[str, int] = {}
    for label, held, posts in names:
        if any(one_slip(word, other) for word in unknown for other in held):
            used[label] = max(posts, used.get(label, 0))
    return sorted(used, key=lambda label: (-used[label], label))[:MOST]


def named(world: World) -> Iterator[tuple[str, set[str], int]]:
    """Each name as it is shown, its words, and how many posts use what it names; a word counts for the first name."""
    for tag in world.hashtags.values():
        yield f"#{tag.display}", {word.folded for word in words(tag.name)}, tag.post_count
    for place in world.places.values():
        met: set[str] = set()
        for name in sorted(world.names[place.id], key=lambda one: one.ordinal):
            held = {word.folded for word in words(name.text)} - met
            met |= held
            yield name.text, held, place.post_count


def one_slip(one: str, other: str) -> bool:
    """Whether a letter too many, too few or another, or two neighbours swapped, make one word of the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[start:], other[start:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:] and len(left) == len(right)
    return left[1:] == right or left == right[1:] or left[1:] == right[1:] or swapped
