"""Filters: and/or/not at every level over leaves that compare, each leaf an exact yes or no.

SQL knows a third answer. Under ``not`` an unknown counts as no, so that a set and its complement make the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from json import dumps
from typing import Any

from sqlalchemy import and_, exists, false, not_, or_, select, true
from sqlalchemy.types import TypeEngine

from api.compiler.binding import Filter
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, raw
from api.compiler.json import JsonItems
from api.compiler.selection import Slot, SlotList, Value, Word
from api.errors import InvalidArgument

Read = Callable[[Row], Expression]
Encode = Callable[[Any], object]

_LONGEST_PATTERN = 5_000  # SQLite refuses patterns over 50,000 bytes
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_LAST = "\U0010ffff"  # no text that starts with a prefix comes after the prefix and this


def conditions_of(
    draft: Draft, filters: Mapping[str, Filter], row: Row, where: Mapping[str, Value]
) -> list[Expression]:
    """Return the conditions of a ``where`` object: all of them must hold. What is null asks for nothing."""
    found: list[Expression] = []
    for name, value in where.items():
        if value is None:
            continue
        if name == "not" and isinstance(value, dict):
            found.append(_complement(and_(true(), *conditions_of(draft, filters, row, value))))
        elif name in {"and", "or"} and isinstance(value, list):
            parts = [
                and_(true(), *conditions_of(draft, filters, row, each)) for each in value if isinstance(each, dict)
            ]
            found.append(and_(true(), *parts) if name == "and" else or_(false(), *parts))
        else:
            found.append(filters[name](draft, row, value))
    return found


def _complement(condition: Expression) -> Expression:
    return condition.is_not(true())


def leaf(compare: Mapping[str, Callable[[Draft, Expression, Value], Expression]], read: Read) -> Filter:
    """Bind a leaf filter: each of its keys compares the same expression."""

    def build(draft: Draft, row: Row, value: Value) -> Expression:
        given = value if isinstance(value, dict) else {}
        column = read(row)
        return and_(true(), *(compare[key](draft, column, each) for key, each in given.items() if each is not None))

    return build


def text_leaf(read: Read, encode: Encode | None = None) -> Filter:
    """Bind a StringFilter: eq, in, notIn, startsWith, isNull. ``encode`` brings the value to the stored form."""

    def one(value: object) -> object:
        return encode(value) if encode else value

    def prefix(draft: Draft, column: Expression, value: Value) -> Expression:
        return and_(
            column >= draft.value(_slot(value), TEXT, one),
            column < draft.value(_slot(value), TEXT, lambda given: f"{one(given)}{_LAST}"),
        )

    def within(draft: Draft, column: Expression, value: Value) -> Expression:
        return among(column, items(draft, value, one))

    return leaf(
        {
            "eq": lambda draft, column, value: column == draft.value(_slot(value), TEXT, one),
            "in": within,
            "notIn": lambda draft, column, value: _complement(within(draft, column, value)),
            "startsWith": prefix,
            "isNull": lambda _, column, value: column.is_(None) if value is True else column.is_not(None),
        },
        read,
    )


def number_leaf(read: Read, kind: TypeEngine[Any] = NUMBER) -> Filter:
    """Bind an IntFilter or FloatFilter: eq, gt, gte, lt, lte, isNull."""
    return leaf(
        {
            "eq": lambda draft, column, value: column == draft.value(_slot(value), kind),
            "gt": lambda draft, column, value: column > draft.value(_slot(value), kind),
            "gte": lambda draft, column, value: column >= draft.value(_slot(value), kind),
            "lt": lambda draft, column, value: column < draft.value(_slot(value), kind),
            "lte": lambda draft, column, value: column <= draft.value(_slot(value), kind),
            "isNull": lambda _, column, value: column.is_(None) if value is True else column.is_not(None),
        },
        read,
    )


def enum_leaf(read: Read) -> Filter:
    """Bind a filter on an enum column: eq and in, the names being stored as they are."""
    return leaf(
        {
            "eq": lambda draft, column, value: column == draft.constant(_name(value)),
            "in": lambda draft, column, value: any_of(draft, column, value),
        },
        read,
    )


def folded_leaf(read: Read, fold: Encode) -> Filter:
    """Bind a TextFilter over folded text: contains and startsWith, always literal (% and _ are letters like others)."""
    return leaf(
        {
            "contains": lambda draft, column, value: _like(
                column, draft.value(_slot(value), TEXT, lambda given: f"%{_escaped(fold, given)}%")
            ),
            "startsWith": lambda draft, column, value: _like(
                column, draft.value(_slot(value), TEXT, lambda given: f"{_escaped(fold, given)}%")
            ),
        },
        read,
    )


def overlap_leaf(earliest: str, latest: str) -> Filter:
    """Bind a DateFilter against an uncertain range: it fits where [earliest, latest] overlaps [gte, lte]."""
    comparisons: dict[str, Callable[[Draft, Row, Value], Expression]] = {
        "gte": lambda draft, row, value: row[latest] >= draft.value(_slot(value)),
        "lte": lambda draft, row, value: row[earliest] <= draft.value(_slot(value)),
        "isNull": lambda _, row, value: row[earliest].is_(None) if value is True else row[earliest].is_not(None),
    }

    def build(draft: Draft, row: Row, value: Value) -> Expression:
        given = value if isinstance(value, dict) else {}
        return and_(true(), *(comparisons[key](draft, row, each) for key, each in given.items() if each is not None))

    return build


def items(draft: Draft, value: Value, encode: Encode | None = None, kind: TypeEngine[Any] = TEXT) -> Expression:
    """Bind a list as one JSON value and return its items, for ``IN``."""
    return JsonItems(draft.value(_slot(value), TEXT, lambda given: json_list(given, encode)), kind)


def among(column: Expression, listed: Expression) -> Expression:
    """Ask for a column to be one of the items of a bound list."""
    return column.op("IN", is_comparison=True)(listed)


def any_of(draft: Draft, column: Expression, value: Value) -> Expression:
    """Ask for a column to be one of the enum names in a list."""
    names = [item.name for item in value if isinstance(item, Word)] if isinstance(value, list) else []
    return column.in_([draft.constant(name) for name in names]) if names else false()


def some(row: Row, *conditions: Expression) -> Expression:
    """Tell whether a row of a table exists that fits."""
    return exists(select(raw("1")).select_from(row.source).where(*conditions))


def none(row: Row, *conditions: Expression) -> Expression:
    """Tell whether no row of a table fits."""
    return not_(some(row, *conditions))


def json_list(given: object, encode: Encode | None = None) -> str:
    """Write a list of strings or numbers as JSON text, encoded one by one."""
    listed = given if isinstance(given, list) else []
    return dumps([storable(encode(item) if encode else item) for item in listed])


def storable(value: object) -> object:
    """Return a value that a database can be asked for.

    NUL and halves of surrogate pairs, which no stored text holds, become a noncharacter, which is in none either.
    """
    return _UNSTORABLE.sub(_LAST, value) if isinstance(value, str) and _UNSTORABLE.search(value) else value


def _slot(value: Value) -> Slot | SlotList:
    if isinstance(value, Slot | SlotList):
        return value
    raise InvalidArgument("a filter has a value of the wrong kind")


def _name(value: Value) -> str:
    return value.name if isinstance(value, Word) else ""


def _like(column: Expression, pattern: Expression) -> Expression:
    return column.like(pattern, escape="\\")


def _escaped(fold: Encode, given: object) -> str:
    text = str(fold(given))
    if len(text) > _LONGEST_PATTERN:
        raise InvalidArgument(f"a text filter takes at most {_LONGEST_PATTERN:,} characters")
    return re.sub(r"([\\%_])", r"\\\1", text)
