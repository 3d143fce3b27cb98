"""The members of a connection: the whole filtered set, which pages, counts, facets and buckets all read from.

It can be written into a FROM any number of times, always under the same aliases.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import FromClause, Select, Table, exists, func, select

from api.compiler.binding import Term, TypeBinding
from api.compiler.draft import NUMBER, Expression, Row, Scope, raw
from api.compiler.filtering import conditions_of
from api.compiler.led import Led
from api.compiler.selection import Field, Value


@dataclass(frozen=True, slots=True)
class Driver:
    """A join table that leads to the members and carries their order columns: a timeline is one range of an index.

    ``columns`` maps a column of the members' table to the driver's own where the names differ; ``order`` names those
    that both have alike and that say where a member lies (``led``). A ``narrow`` driver is no index but a list of rows:
    a page is cut from it before the members themselves are looked up.
    """

    table: Table
    target: str
    where: Callable[[Row, Scope, Field], Sequence[Expression]]
    columns: Mapping[str, str] = field(default_factory=dict)
    order: Sequence[str] = ()
    narrow: bool = False


@dataclass(slots=True)
class Members:
    """The filtered set of one connection. ``known_count`` is its size where the reload has counted it already."""

    scope: Scope  # of the row the connection hangs on
    bound: TypeBinding
    row: Row
    driver: Driver | None = None
    leading: Row | None = None
    conditions: list[Expression] = field(default_factory=list)
    filters: list[Expression] = field(default_factory=list)
    known_count: Expression | None = None
    needs_target: bool = False
    default_order: tuple[Term, ...] = ()
    asked: Mapping[str, Value] = field(default_factory=dict)  # the ``where``, for orders that depend on it

    @property
    def is_whole(self) -> bool:
        """Whether these are all rows of their table: what belongs to one of them need not be asked to which."""
        return not self.hangs and not self.filters

    @property
    def hangs(self) -> bool:
        """Whether the list belongs to a row, such as the posts of a tag, rather than to the whole dataset."""
        return self.driver is not None or bool(self.conditions)

    def source(self, *, with_target: bool = True) -> FromClause:
        """Return the FROM: the driver and the members' table, or the driver alone where that is enough."""
        if self.leading is None or self.driver is None:
            return self.row.source
        if not (with_target or self.needs_target):
            return self.leading.source
        led = Led(self.row, self.leading, self.driver.target, self.driver.order)
        return self.leading.source.join(self.row.source, led)

    def select(self, *columns: Expression) -> Select[Any]:
        """Select over all members."""
        return select(*columns).select_from(self.source()).where(*self.conditions, *self.filters)

    def page(
        self, columns: Sequence[Expression], window: Sequence[Expression], order: Sequence[Expression], size: Expression
    ) -> Select[Any]:
        """Select the first members of a window, in order."""
        if self.leading is None or self.driver is None or not self.driver.narrow or self.filters:
            return self.select(*columns).where(*window).order_by(*order).limit(size)
        target = self.leading[self.driver.target]
        read = [self.leading[name] for name in self.leading.used]
        cut = (
            select(*read).select_from(self.leading.source).where(*self.conditions, *window).order_by(*order).limit(size)
        )
        rows = cut.subquery(self.leading.name).join(self.row.source, self.row["id"] == target)
        return select(*columns).select_from(rows).order_by(*order)

    def ids(self) -> Select[Any]:
        """Select the members' numbers."""
        column = self.column("id")
        return select(column).select_from(self.source(with_target=False)).where(*self.conditions, *self.filters)

    def count(self) -> Expression:
        """Return how many members there are."""
        if self.known_count is not None:
            return self.known_count
        statement = select(func.count(raw("*")))
        source = self.source(with_target=False)
        return statement.select_from(source).where(*self.conditions, *self.filters).scalar_subquery()

    def column(self, name: str) -> Expression:
        """Return a column of the members, from the driver where it has it."""
        if self.leading is not None and self.driver is not None:
            own = self.driver.target if name == self.bound.identity else self.driver.columns.get(name, name)
            if own in self.leading:
                return self.leading[own]
        return self.row[name]

    def sort(self, term: Term) -> Expression:
        """Return the expression a term sorts by, inside the set."""
        return term.expression(self) if term.expression is not None else self.column(term.name)

    def has_any(self, *conditions: Expression, offset: Expression | None = None) -> Expression:
        """Tell whether a member fits, or whether more than ``offset`` do."""
        source = self.source(with_target=self.driver is None or not self.driver.narrow)
        statement = select(raw("1")).select_from(source).where(*self.conditions, *self.filters, *conditions)
        if offset is not None:
            statement = statement.limit(raw("1", NUMBER)).offset(offset)
        return exists(statement)


@dataclass(frozen=True, slots=True)
class MembersOf:
    """How a field's members are found: their type, what ties them to the row, the driver, the kept count."""

    type: str
    where: Callable[[Row, Scope, Field], Sequence[Expression]] | None = None
    driver: Callable[[Field], Driver | None] | None = None
    known_count: Callable[[Scope, Field], Expression | None] | None = None
    default_order: tuple[Term, ...] = ()

    def find(self, scope: Scope, field: Field) -> Members:
        """Return the members of this field at a scope, filtered by its ``where``."""
        bound = scope.draft.bindings.types[self.type]
        if bound.table is None:  # pragma: no cover  (a connection's nodes are stored)
            raise LookupError(f"{self.type} has no table")
        members = Members(scope, bound, scope.draft.row(bound.table))
        members.default_order = self.default_order or bound.default_order
        driver = self.driver(field) if self.driver else None
        if driver is not None:
            members.driver, members.leading = driver, scope.draft.row(driver.table)
            members.conditions.extend(driver.where(members.leading, scope, field))
        elif self.where is not None:
            members.conditions.extend(self.where(members.row, scope, field))
        self._filter(members, field)
        if not members.filters and self.known_count is not None:
            members.known_count = self.known_count(scope, field)
        return members

    def _filter(self, members: Members, field: Field) -> None:
        """Add the ``where``; below the first list it is hoisted, for SQLite's parser carries only so much depth."""
        asked = field.arguments.get("where")
        if not isinstance(asked, dict) or not asked:
            return
        members.asked = asked
        draft = members.scope.draft
        if members.scope.level == 0 and not draft.flat:
            members.filters.extend(conditions_of(draft, members.bound.filters, members.row, asked))
            members.needs_target = True
            return
        row = draft.row(members.row.table)
        identity = members.bound.identity
        statement = select(row[identity]).select_from(row.source)
        hoisted = draft.hoist(statement.where(*conditions_of(draft, members.bound.filters, row, asked)))
        inside = raw(f"{hoisted.name}.{identity}")
        own = members.column(identity)
        if members.scope.level == 0:
            members.filters.append(own.in_(select(inside).select_from(hoisted)))
        else:  # few members hang on each row: they are looked up, instead of all that fit
            members.filters.append(exists(select(raw("1")).select_from(hoisted).where(inside == own)))
