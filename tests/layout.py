"""Lays SQL out for a reader: a statement enters as it was sent, the same words leave with one clause a line."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias, Union

TOKEN = re.compile(r"""'(?:[^']|'')*'|"[^"]*"|%\(\w+\)s|::\w+|\|\||<=|>=|!=|<>|->>|->|[\w.*?]+|\S""")
CLAUSES = frozenset("WITH SELECT FROM WHERE GROUP HAVING ORDER LIMIT UNION LEFT JOIN".split())
WEAK = (",", "OR", "AND", "||", "WHEN", "ELSE")
"""Where a line that is too long is broken, the weakest place first."""
WIDTH = 116

Item: TypeAlias = Union[str, "Group"]


class Group(list[Item]):
    """What stands between two brackets."""

    @property
    def is_query(self) -> bool:
        return bool(self) and self[0] in ("SELECT", "WITH")

    @property
    def holds_query(self) -> bool:
        return self.is_query or any(isinstance(item, Group) and item.holds_query for item in self)


def laid_out(sql: str) -> str:
    """Return a statement with its clauses, and the parts of what is too long for a line, on lines of their own."""
    return "\n".join(query(grouped(sql), 0)) + "\n"


def grouped(sql: str) -> Group:
    """Read words into groups, one a pair of brackets."""
    around = [Group()]
    for token in TOKEN.findall(sql):
        if token == "(":
            around.append(Group())
        elif token == ")":
            done = around.pop()
            around[-1].append(done)
        else:
            around[-1].append(token)
    (whole,) = around
    return whole


def query(items: Sequence[Item], depth: int) -> Iterator[str]:
    """Lay out a query, a clause a line."""
    clause: list[Item] = []
    for item in items:
        begins = isinstance(item, str) and item in CLAUSES and not (item == "JOIN" and clause[-1:] == ["OUTER"])
        if begins and clause:
            yield from part(clause, depth)
            clause = []
        clause.append(item)
    yield from part(clause, depth)


def part(items: Sequence[Item], depth: int, hang: int = 1) -> Iterator[str]:
    """Lay out a clause, or a piece of one: on one line where it fits, else broken where it is weakest.

    What follows the first piece hangs deeper below a keyword, and level with it between brackets.
    """
    if fits(items, depth):
        yield "  " * depth + inline(items)
        return
    for sign in WEAK:
        first, *others = split(items, sign)
        if others:
            yield from part(first, depth)
            for other in others:
                yield from part(other, depth + hang)
            return
    yield from opened(items, depth)


def opened(items: Sequence[Item], depth: int) -> Iterator[str]:
    """Lay out what has no weak place: its longest brackets open, their contents stand below, they close."""
    longest = max((item for item in items if isinstance(item, Group)), key=lambda item: len(inline(item)), default=None)
    if longest is None:
        yield "  " * depth + inline(items)
        return
    place = next(place for place, item in enumerate(items) if item is longest)
    yield "  " * depth + inline([*items[:place], Group()])[:-1]
    yield from query(longest, depth + 1) if longest.is_query else part(longest, depth + 1, hang=0)
    yield "  " * depth + inline([")", *items[place + 1 :]])


def fits(items: Sequence[Item], depth: int) -> bool:
    """Tell whether items stand well on one line: no query may, beside a function or a name."""
    alone = not any(isinstance(item, Group) and item.holds_query for item in items)
    return alone and 2 * depth + len(inline(items)) <= WIDTH


def split(items: Sequence[Item], sign: str) -> list[list[Item]]:
    """Split at a sign: a comma stays with what precedes it, any other goes with what follows."""
    pieces: list[list[Item]] = [[]]
    for item in items:
        if item == sign and sign != "," and pieces[-1]:
            pieces.append([])
        pieces[-1].append(item)
        if item == sign == "," and not named(pieces[-1]):
            pieces.append([])
    return [piece for piece in pieces if piece]


def named(piece: Sequence[Item]) -> bool:
    """Tell whether a piece is the key of a pair, which stays with its value."""
    return len(piece) == 2 and isinstance(piece[0], str) and piece[0].startswith("'")


def inline(items: Sequence[Item]) -> str:
    """Write items on one line."""
    line = ""
    for item in items:
        word = f"({inline(item)})" if isinstance(item, Group) else item
        called = isinstance(item, Group) and re.search(r"(^|[ (])[a-z_][a-z0-9_]*$", line)
        close = called or word in (",", "]") or word.startswith(("::", "[")) or line.endswith(("[", "."))
        line += word if close or not line else f" {word}"
    return line
