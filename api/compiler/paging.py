"""Pages of a connection: the order, the window between two cursors, and what lies beyond it on either side.

Keyset pagination: a cursor holds the order's values, never an offset, so a page stays itself while rows are added.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, tuple_
from sqlalchemy.types import TypeEngine

from api.compiler.binding import Term
from api.compiler.cursors import cursor_of, opened, signature_of
from api.compiler.draft import NUMBER, Draft, Expression, Scope, raw
from api.compiler.members import Members
from api.compiler.selection import Field, Slot, Variables, Word
from api.errors import InvalidArgument


def order_of(members: Members, field: Field) -> tuple[Term, ...]:
    """Return the terms to sort by: those asked for, the default without any, and always the unique ones last."""
    asked = field.arguments.get("orderBy")
    terms: list[Term] = []
    for key in asked if isinstance(asked, list) else []:
        by, direction = (key.get("by"), key.get("direction")) if isinstance(key, dict) else (None, None)
        if isinstance(by, Word) and isinstance(direction, Word):
            terms.extend(members.bound.orders[by.name, direction.name])
    seen: dict[str, Term] = {}
    wanted = tuple(terms) or members.default_order
    for term in (*wanted, *(tie for each in wanted for tie in each.ties)):
        seen.setdefault(term.name, term)
    unique = members.bound.unique
    if unique[-1].name not in seen:
        seen.update({term.name: seen.get(term.name, term) for term in unique})
    return tuple(seen.values())


@dataclass
class Page:
    """The window that a connection field asks for, over its members."""

    members: Members
    field: Field

    @cached_property
    def draft(self) -> Draft:
        return self.members.scope.draft

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return order_of(self.members, self.field)

    @cached_property
    def backwards(self) -> bool:
        if self.field.slot("first") is not None and self.field.slot("last") is not None:
            raise InvalidArgument("ask for `first` or for `last`, not for both")
        return self.field.slot("last") is not None

    def check(self, *, reads_rows: bool) -> None:
        """Refuse what cannot be ordered or paged, whatever of the connection is selected; rows read both cursors."""
        _ = self.backwards
        leading = self.members.leading
        read = dict(leading.used) if leading is not None else {}
        for term in self.terms:
            self.members.sort(term)
        if leading is not None:
            leading.used = read  # nothing is sorted yet: a driver need not carry what is not read
        for argument, bound in (("after", "lower"), ("before", "upper")):
            slot = self.field.slot(argument)
            if slot is not None and not reads_rows and bound not in self.__dict__:
                self._read_alone(opened(self.sign, self.terms, slot.read))

    def _read_alone(self, read: Callable[[Variables, int], Any]) -> None:
        """Have a cursor read that bounds nothing of what is selected: a wrong one is refused all the same."""
        last = len(self.terms) - 1
        self.draft.bind(lambda variables: read(variables, last))

    @cached_property
    def size(self) -> Expression:
        """The number of rows on the page; its limit is checked with the operation's cost.

        In a list that hangs on nothing it is written out where the plan knows it, and PostgreSQL keeps its plan. Taking
        an unknown number for a tenth of all, it would plan anew at every request. On the rows of a tag or a writer that
        guess is welcome: it leads to the index in order, where knowing the size leads to sorting all of an average one.
        """
        bindings = self.draft.bindings
        usual = bindings.nested_page if self.members.scope.level else bindings.default_page
        slot = self.field.slot("last" if self.backwards else "first") or Slot((), usual)
        known = slot.literal if isinstance(slot, Slot) and not self.members.hangs else None
        if isinstance(known, int) and 0 <= known <= bindings.page_limit:
            return raw(str(known), NUMBER)
        return self.draft.value(slot, NUMBER)

    @cached_property
    def lower(self) -> Expression | None:
        """The condition that rows come after the ``after`` cursor."""
        return self._beyond("after", forwards=True)

    @cached_property
    def upper(self) -> Expression | None:
        """The condition that rows come before the ``before`` cursor."""
        return self._beyond("before", forwards=False)

    @cached_property
    def sign(self) -> Any:
        return signature_of(self.members.bound.name, self.terms, self.field)

    @cached_property
    def signature(self) -> Expression:
        """The signature as a bound value: computed once a request, however many cursors are written."""
        return self.draft.bind(self.sign)

    def _beyond(self, argument: str, *, forwards: bool) -> Expression | None:
        slot = self.field.slot(argument)
        if slot is None:
            return None
        read = opened(self.sign, self.terms, slot.read)
        values = [self._cursor_value(read, index, term.kind) for index, term in enumerate(self.terms)]
        terms = [term if forwards else term.reversed() for term in self.terms]
        return beyond(
            [(self.members.sort(term), term.descending, value) for term, value in zip(terms, values, strict=True)]
        )

    def _cursor_value(self, read: Callable[[Variables, int], Any], index: int, kind: TypeEngine[Any]) -> Expression:
        return self.draft.bind(lambda variables: read(variables, index), kind)

    def cursor(self, scope: Scope) -> Expression:
        """Return the expression of a row's cursor, outside the derived table that holds the page."""
        return cursor_of(self.signature, [(term, self._outside(scope, term)) for term in self.terms])

    def order(self, scope: Scope) -> list[tuple[Expression, bool]]:
        """Return the order of the rows, outside the derived table."""
        return [(self._outside(scope, term), term.descending) for term in self.terms]

    def _outside(self, scope: Scope, term: Term) -> Expression:
        if term.expression is None:
            return scope.row[term.name]
        scope.labels[term.name] = self.members.sort(term)
        return scope.row.computed(term.name, term.kind)

    def rows(self, scope: Scope, columns: list[Expression]) -> Select[Any]:
        """Select the rows of the page, in order."""
        window = [bound for bound in (self.lower, self.upper) if bound is not None]
        terms = [term.reversed() for term in self.terms] if self.backwards else self.terms
        page = self.members.page(columns, window, self._sorted(terms), self.size)
        if not self.backwards:
            return page
        inner = page.subquery(scope.row.name)
        again = [scope.row[name] for name in scope.row.used] + [
            scope.row.computed(label, NUMBER) for label in scope.labels
        ]
        forward = [column.desc() if descending else column for column, descending in self.order(scope)]
        return select(*again).select_from(inner).order_by(*forward)

    def _sorted(self, terms: Sequence[Term]) -> list[Expression]:
        found = [(self.members.sort(term), term.descending) for term in terms]
        return [expression.desc() if descending else expression for expression, descending in found]

    def has_next(self) -> Expression:
        """Tell exactly whether members follow the page."""
        after_window = self._outside_window(self.upper)
        return after_window if self.backwards else _either(self._overflow(), after_window)

    def has_previous(self) -> Expression:
        """Tell exactly whether members precede the page."""
        before_window = self._outside_window(self.lower)
        return _either(self._overflow(), before_window) if self.backwards else before_window

    def _overflow(self) -> Expression:
        window = [bound for bound in (self.lower, self.upper) if bound is not None]
        return self.members.has_any(*window, offset=self.size)

    def _outside_window(self, bound: Expression | None) -> Expression:
        return false() if bound is None else self.members.has_any(~bound)


def _either(one: Expression, other: Expression) -> Expression:
    return one if other.compare(false()) else or_(one, other)


def beyond(terms: Sequence[tuple[Expression, bool, Expression]]) -> Expression:
    """Return the condition that a row comes after the given values: (expression, descending, value) in order.

    One row value comparison where all terms run the same way, which an index answers; the expanded OR otherwise.
    """
    if len({descending for _, descending, _ in terms}) == 1:
        left: ColumnElement[Any] = tuple_(*(expression for expression, _, _ in terms))
        right: ColumnElement[Any] = tuple_(*(value for _, _, value in terms))
        return left < right if terms[0][1] else left > right
    (expression, descending, value), *rest = terms
    further = expression < value if descending else expression > value
    if not rest:
        return further
    return or_(further, and_(expression == value, beyond(rest)))
