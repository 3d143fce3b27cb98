"""Lays SQL out for a reader: a statement enters as it was sent, the same words leave with one clause a line."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias, Union

TOKEN = re.compile(r"""'(?:[^']|'')*'|"[^"]*"|%\(\w+\)s|::\w+|\|\||<=|>=|!=|<>|->>|->|[\w.*?]+|\S""")
CLAUSES = frozenset(["WITH", "SELECT", "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "LEFT", "JOIN"])
WEAK = ("ORDER", ",", "OR", "AND", "||", "WHEN", "ELSE")
"""Where a line that is too long is broken, the weakest place first."""
WIDTH = 116
SHORT = 50

Item: TypeAlias = Union[str, "Group"]


class Group(list[Item]):
    """What stands between two brackets."""

    @property
    def is_query(self) -> bool:
        return bool(self) and self[0] in ("SELECT", "WITH")

    @property
    def holds_query(self) -> bool:
        """Tell whether a query stands in it that is worth a line of its own."""
        long = self.is_query and len(inline(self)) > SHORT
        return long or any(isinstance(item, Group) and item.holds_query for item in self)


def laid_out(sql: str) -> str:
    """Return a statement with its clauses, and the parts of what is too long for a line, on lines of their own."""
    return "\n".join(query(grouped(sql), 0)) + "\n"


def grouped(sql: str) -> Group:
    """Read words into groups, one a pair of brackets."""
    around = [Group()]
    for word in TOKEN.findall(sql):
        if word == "(":
            around.append(Group())
        elif word == ")":
            done = around.pop()
            around[-1].append(done)
        else:
            around[-1].append(word)
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
    """Lay out what has no weak place: brackets that hold queries open, or else the longest, and their contents hang."""
    groups = [item for item in items if isinstance(item, Group)]
    opening = [group for group in groups if group.holds_query] or sorted(groups, key=lambda each: len(inline(each)))[
        -1:
    ]
    pad, line = "  " * depth, list[Item]()
    for item in items:
        if not (isinstance(item, Group) and any(item is each for each in opening)):
            line.append(item)
            continue
        yield pad + inline([*line, Group()])[:-1]
        yield from query(item, depth + 1) if item.is_query else part(item, depth + 1, hang=0)
        line = [")"]
    yield pad + inline(line)


def fits(items: Sequence[Item], depth: int) -> bool:
    """Tell whether items stand well on one line: no query may, unless it is a short one."""
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
