"""Builds the JSON of one object from one row: its columns, the objects embedded in it, to-one and to-many fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, MetaData, Table, and_, select

from api.compiler.binding import FieldBinding, Term, Terms
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, Scope, raw, scalar
from api.compiler.json import JsonArray, JsonCase, JsonObject, JsonPerhaps
from api.compiler.selection import Field
from api.errors import APIError


def object_of(scope: Scope, type_name: str, fields: Sequence[Field]) -> Expression:
    """Return the JSON object of the fields selected on a type, read at a scope."""
    return JsonObject([(field.key, _field(scope, type_name, field)) for field in fields])


def _field(scope: Scope, type_name: str, field: Field) -> Expression:
    if field.name == "__typename":
        return raw(f"'{type_name}'")
    binding = scope.draft.bindings.find(type_name, field.name)
    if binding is None:  # pragma: no cover  (the proof at start-up leaves none)
        raise LookupError(f"{type_name}.{field.name} is not bound")
    draft = scope.draft
    around, draft.at = draft.at, field.at
    try:
        if draft.flat and _stands_apart(scope, binding, field):
            return scope.apart(lambda own: binding.build(own, field))
        return binding.build(scope, field)
    except APIError as error:
        error.located(field.at)
        raise
    finally:
        draft.at = around


def _stands_apart(scope: Scope, binding: FieldBinding, field: Field) -> bool:
    """Tell whether a flat statement writes a field at its head: lists below lists, and what many steps lead to."""
    if not scope.has_key() or field.kind == "leaf":
        return False
    if field.kind in _LISTS:
        return scope.level > 0
    far = scope.steps >= _STEPS or len(scope.joins) >= _JOINS
    return far and not isinstance(binding, Embedded)


_LISTS = frozenset({"list", "connection"})
_STEPS = 3
_JOINS = 24
"""So many joins of 64, which is all that SQLite takes, one FROM is given; each field can add a few."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """An object whose fields are columns of the same row, after a prefix: null where ``unless`` is null."""

    type: str
    prefix: str = ""
    unless: str | None = None

    @property
    def nullable(self) -> bool:
        return self.unless is not None

    def build(self, scope: Scope, field: Field) -> Expression:
        inner = Prefixed(scope, self.prefix) if self.prefix else scope
        made = object_of(inner, self.type, field.below())
        if self.unless is None:
            return made
        return JsonCase((scope.row[self.prefix + self.unless].is_not(None), made))


class _PrefixedRow(Row):
    """A row seen through a prefix: ``earliest`` is its column ``published_earliest``."""

    def __init__(self, row: Row, prefix: str) -> None:
        super().__init__(row.name, row.table)
        self.used = row.used
        self._row = row
        self._prefix = prefix

    def __getitem__(self, column: str) -> Expression:
        return self._row[self._prefix + column]


class Prefixed(Scope):
    """A scope whose row is seen through a prefix."""

    def __init__(self, scope: Scope, prefix: str) -> None:
        row = _PrefixedRow(scope.row, prefix)
        super().__init__(scope.draft, row, scope.level, scope.joins, steps=scope.steps)


@dataclass(frozen=True, slots=True)
class ToOne:
    """An object of another table, found by a foreign key of this row: a join, never a subquery."""

    type: str
    table: Table
    key: str
    nullable: bool = False
    target: str = "id"

    def build(self, scope: Scope, field: Field) -> Expression:
        inner = scope.follow(self.key, self.table, lambda row, other: other[self.target] == row[self.key])
        made = object_of(inner, self.type, field.below())
        return JsonCase((inner.row[self.target].is_not(None), made)) if self.nullable else made


@dataclass(frozen=True, slots=True)
class Rows:
    """A plain list: rows of another table that belong to this one, in order; the argument ``first`` may limit it."""

    type: str
    table: Table
    where: Callable[[Scope, Row, Field], Sequence[Expression]]
    order: Terms
    first: str | None = None
    nullable: bool = False
    labels: Callable[[Scope, Scope, Field], dict[str, Expression]] | None = None

    def build(self, scope: Scope, field: Field) -> Expression:
        inner = scope.inner(self.table)
        conditions = list(self.where(scope, inner.row, field))
        if self.labels:
            inner.labels.update(self.labels(scope, inner, field))
        item = object_of(inner, self.type, field.below())
        order = [(inner.row.computed(term.name, term.kind), term.descending) for term in self.order]
        for term in self.order:
            if term.name not in inner.labels:
                inner.row[term.name]
        limit = _limit(scope.draft, field, self.first)

        def rows(columns: list[Expression]) -> Any:
            written = select(*columns).select_from(inner.row.source).where(*conditions)
            ordered = written.order_by(*(_sort(inner, term) for term in self.order))
            return ordered.limit(limit) if limit is not None else ordered

        return scalar(JsonArray(item, order), inner.joined(inner.derived(rows)))


def _sort(scope: Scope, term: Term) -> Expression:
    column: Expression = raw(term.name) if term.name in scope.labels else scope.row[term.name]
    return column.desc() if term.descending else column


def _limit(draft: Draft, field: Field, argument: str | None) -> Expression | None:
    slot = field.slot(argument) if argument else None
    return draft.value(slot, NUMBER) if slot is not None else None


@dataclass(frozen=True, slots=True)
class Lookup:
    """A root field: the one row that fits its arguments, or null."""

    type: str
    table: Table
    where: Callable[[Draft, Row, Field], Sequence[Expression]]
    nullable: bool = True
    order: Terms = ()

    def build(self, scope: Scope, field: Field) -> Expression:
        inner = Scope(scope.draft, scope.draft.row(self.table), scope.level)
        conditions = self.where(scope.draft, inner.row, field)
        made = object_of(inner, self.type, field.below())
        if self.order:
            conditions = [self._best(scope.draft, inner.row, conditions)]
        return JsonPerhaps(scalar(made, inner.joined(inner.row.source), *conditions))

    def _best(self, draft: Draft, row: Row, conditions: Sequence[Expression]) -> Expression:
        """Choose the first row in order by its number: sorting the object itself would make it text on SQLite."""
        identity = draft.bindings.types[self.type].identity
        chosen = select(row[identity]).select_from(row.source).where(*conditions).limit(raw("1", NUMBER))
        ordered = chosen.order_by(
            *(row[term.name].desc() if term.descending else row[term.name] for term in self.order)
        )
        return row[identity] == ordered.scalar_subquery()


@dataclass(frozen=True, slots=True)
class AnyNode:
    """A node of whatever type: ``find`` gives, at a scope, the expressions of its type's name and its number.

    The table of each type that is selected is joined; at most one of them has the row.
    """

    find: Callable[[Scope, Field], tuple[Expression, Expression]]
    nullable: bool = True

    def build(self, scope: Scope, field: Field) -> Expression:
        branches = [self._branch(scope, name, fields, field) for name, fields in field.selections.items()]
        return JsonCase(*branches)

    def _branch(self, scope: Scope, name: str, fields: Sequence[Field], field: Field) -> tuple[Expression, Expression]:
        bound = scope.draft.bindings.types[name]
        if bound.table is None:  # pragma: no cover  (every node has a table)
            raise LookupError(f"{name} has no table")
        type_name, number = self.find(scope, field)
        is_one = type_name == scope.draft.constant(name)
        inner = scope.follow(
            f"{field.name} {name}", bound.table, lambda _, other: and_(is_one, other[bound.identity] == number)
        )
        return inner.row[bound.identity].is_not(None), object_of(inner, name, fields)


_FOUND = Table("found", MetaData(), Column("type", TEXT), Column("number", NUMBER))


@dataclass(frozen=True, slots=True)
class RootNode:
    """A root field that answers with a node of whatever type, found as AnyNode finds it."""

    find: Callable[[Scope, Field], tuple[Expression, Expression]]
    nullable: bool = True

    def build(self, scope: Scope, field: Field) -> Expression:
        type_name, number = self.find(scope, field)
        inner = Scope(scope.draft, Row(f"n{scope.draft.number()}", _FOUND), scope.level)
        made = AnyNode(lambda one, _: (one.row["type"], one.row["number"])).build(inner, field)
        rows = inner.derived(lambda _: select(type_name.label("type"), number.label("number")))
        return scalar(made, inner.joined(rows))


__all__ = ["AnyNode", "Embedded", "FieldBinding", "Lookup", "RootNode", "Rows", "ToOne", "object_of"]
