"""Cursors: where a row stands in one order of one filtered set, as text that only the same question accepts back.

A cursor is ``signature.value.value...``: the order's values, numbers as they are and text in hexadecimal, written by
the database and read here. The signature is a digest of the connection, its order and its filter.
"""

import re
from collections.abc import Callable, Sequence
from hashlib import blake2b
from json import dumps
from typing import Any

from sqlalchemy import Text, cast

from api.compiler.binding import Term
from api.compiler.draft import TEXT, Expression, raw
from api.compiler.json import Hexed
from api.compiler.selection import Field, Variables, resolved
from api.errors import InvalidCursor

_PAGE = frozenset({"first", "last", "after", "before"})
_SIGNATURE, _NUMBER = re.compile("[0-9a-f]{8}"), re.compile("-?[0-9]{1,19}")
_DOT = raw("'.'", TEXT)


def signature_of(type_name: str, terms: Sequence[Term], field: Field) -> Callable[[Variables], str]:
    """Return the function that signs this connection for one request: eight hexadecimal digits."""
    order = [f"{term.name}{'-' if term.descending else '+'}" for term in terms]
    asked = {name: value for name, value in field.arguments.items() if name not in _PAGE and value is not None}

    def sign(variables: Variables) -> str:
        content = [type_name, order, {name: resolved(value, variables) for name, value in asked.items()}]
        return blake2b(dumps(content, sort_keys=True).encode(), digest_size=4).hexdigest()

    if asked:
        return sign
    always = sign({})
    return lambda _: always


def cursor_of(signature: Expression, values: Sequence[tuple[Term, Expression]]) -> Expression:
    """Return the expression that writes a row's cursor, of the bound signature and the order's values."""
    text = signature
    for term, value in values:
        written = Hexed(value) if isinstance(term.kind, Text) else cast(value, Text)
        text = text.concat(_DOT).concat(written)
    return text


def read_cursor(
    sign: Callable[[Variables], str], terms: Sequence[Term], given: object, variables: Variables
) -> list[Any]:
    """Return the order's values from a cursor; raise InvalidCursor where it is malformed or was made elsewhere."""
    parts = str(given).split(".")
    signed = parts[0] == sign(variables)
    if len(parts) != len(terms) + 1 or not (signed or _SIGNATURE.fullmatch(parts[0])):
        raise InvalidCursor("this is not a cursor of this connection: take `endCursor` or an edge's `cursor` as it is")
    if not signed:
        raise InvalidCursor("this cursor was made for another order or filter: start again without it")
    return [_value(term, part) for term, part in zip(terms, parts[1:], strict=True)]


def opened(
    sign: Callable[[Variables], str], terms: Sequence[Term], read: Callable[[Variables], object]
) -> Callable[[Variables, int], Any]:
    """Return the function that reads a value out of a request's cursor: each is a parameter of its own.

    The cursor is read once, with the first of them, and let go with the last: a plan keeps nothing of a request.
    """
    nobodys: tuple[Variables | None, list[Any]] = (None, [])
    last = nobodys

    def value(variables: Variables, index: int) -> Any:
        nonlocal last
        whose, found = last
        if whose is not variables:
            found = read_cursor(sign, terms, read(variables), variables)
        last = nobodys if index == len(terms) - 1 else (variables, found)
        return found[index]

    return value


def _value(term: Term, part: str) -> object:
    try:
        if isinstance(term.kind, Text):
            return bytes.fromhex(part).decode()
        number = int(part) if _NUMBER.fullmatch(part) else None
    except ValueError:
        number = None
    if number is None or not -(2**63) <= number < 2**63:
        raise InvalidCursor("this cursor is damaged: take `endCursor` or an edge's `cursor` as it is")
    return number
