"""What else a word may be called: the words of a bare term enter, leaves how the same is named, itself apart."""

from collections import defaultdict
from functools import cache

from api.text.words import words
from oracle.world import World

Spelling = tuple[str, ...]


def other_names(world: World, asked: Spelling) -> list[Spelling]:
    """The other names of every place and tag that has this name; none in which a shorter name of the same stands."""
    found: set[Spelling] = set()
    for names in concepts(world):
        if asked in names:
            found |= {name for name in names if not any(other != name and holds(name, other) for other in names)}
    return sorted(found - {asked})


def concepts(world: World) -> list[set[Spelling]]:
    """All names of each place, also as the one word of a hashtag; all names of each tag that has aliases."""
    places = [{way for name in names if name.is_searched for way in ways(name.text)} for names in world.names.values()]
    tags: defaultdict[str, set[Spelling]] = defaultdict(set)
    for alias, concept in world.aliases.items():
        tags[concept] |= ways(alias) | ways(concept)
    return [*places, *tags.values()]


@cache
def ways(name: str) -> frozenset[Spelling]:
    parted = tuple(word.folded for word in words(name))
    joined = tuple(word.folded for word in words("".join(parted)))
    return frozenset({parted, joined} - {()})


def holds(outer: Spelling, inner: Spelling) -> bool:
    return any(outer[at : at + len(inner)] == inner for at in range(len(outer)))
