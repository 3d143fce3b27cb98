"""Documents bent out of shape: a valid one enters, with another to steal from; what leaves may be anything."""

import json
import re
from collections.abc import Callable, Sequence
from random import Random

from hostility.values import LITERALS, TEXTS

TOKEN = re.compile(r'"""(?:.|\n)*?"""|"(?:\\.|[^"\\])*"|#[^\n]*|\.\.\.|\$?\w+|\s+|.')
STRAY = (
    *"{}()[]!$@:=|&\"#,.\\\0\n\ufeff\u2028é😀'`~%^",
    *("...", "on", "null", "fragment", "query", "@skip(if: true)", "@include(if: false)", "__typename", "__schema"),
)

Tokens = list[str]


def mutated(rng: Random, text: str, other: str) -> str:
    """Bend a document in one place or a few."""
    tokens, stolen = TOKEN.findall(text), [each for each in TOKEN.findall(other) if each.strip()]
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        rng.choice(BENDS)(rng, tokens, stolen)
    return "".join(tokens)


def delete(rng: Random, tokens: Tokens, _stolen: Sequence[str]) -> None:
    start = rng.randrange(len(tokens))
    del tokens[start : start + rng.choice((1, 1, 1, 9))]


def repeat(rng: Random, tokens: Tokens, _stolen: Sequence[str]) -> None:
    start = rng.randrange(len(tokens))
    tokens[start:start] = tokens[start : start + rng.choice((1, 5, 30))]


def swap(rng: Random, tokens: Tokens, _stolen: Sequence[str]) -> None:
    one, two = rng.randrange(len(tokens)), rng.randrange(len(tokens))
    tokens[one], tokens[two] = tokens[two], tokens[one]


def steal(rng: Random, tokens: Tokens, stolen: Sequence[str]) -> None:
    tokens[rng.randrange(len(tokens))] = rng.choice(stolen)


def litter(rng: Random, tokens: Tokens, _stolen: Sequence[str]) -> None:
    tokens.insert(rng.randrange(len(tokens)), rng.choice(STRAY))


def falsify(rng: Random, tokens: Tokens, _stolen: Sequence[str]) -> None:
    """Put another value in the place of one."""
    values = [place for place, token in enumerate(tokens) if re.match(r'\d|"|true$|false$|null$', token)]
    if values:
        tokens[rng.choice(values)] = rng.choice((json.dumps(rng.choice(TEXTS)), rng.choice(LITERALS)))


BENDS: tuple[Callable[[Random, Tokens, Sequence[str]], None], ...] = (
    *(delete, repeat, swap, steal, steal, litter),
    *(falsify, falsify, falsify, falsify),
)
