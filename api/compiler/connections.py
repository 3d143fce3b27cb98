"""Builds the JSON of a connection: its page of edges or nodes, page information, count, and what else there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from api.compiler.draft import Expression, Scope, raw, scalar
from api.compiler.json import JsonArray, JsonEdge, JsonObject
from api.compiler.members import Members, MembersOf
from api.compiler.objects import object_of
from api.compiler.paging import Page
from api.compiler.selection import Field
from api.errors import APIError


@dataclass(frozen=True, slots=True)
class Connection:
    """A field whose type is a Relay connection over the members that ``of`` finds."""

    of: MembersOf
    nullable: bool = False

    def build(self, scope: Scope, field: Field) -> Expression:
        return _Builder(self.of.find(scope, field), field).build()


class _Builder:
    """Builds one connection; the page's derived table is written only where something selected reads it."""

    def __init__(self, members: Members, field: Field) -> None:
        self.members = members
        self.field = field
        self.page = Page(members, field)
        self.scope = Scope(members.scope.draft, members.row, members.scope.level + 1)
        self.reads_rows = False
        self.type_name = f"{members.bound.name}Connection"

    def build(self) -> Expression:
        made = JsonObject([(sub.key, self._part(sub)) for sub in self.field.below()])
        self.page.check(reads_rows=self.reads_rows)
        if not self.reads_rows:
            return made
        rows = self.scope.derived(lambda columns: self.page.rows(self.scope, columns))
        return scalar(made, self.scope.joined(rows))

    def _part(self, sub: Field) -> Expression:
        parts: dict[str, Callable[[Field], Expression]] = {
            "__typename": lambda _: raw(f"'{self.type_name}'"),
            "nodes": self._nodes,
            "edges": self._edges,
            "pageInfo": self._page_info,
            "totalCount": lambda _: self.members.count(),
        }
        if sub.name in parts:
            return parts[sub.name](sub)
        self.members.scope.draft.heavy = True
        try:
            return self.members.bound.extras[sub.name](self.members, sub)
        except APIError as error:
            error.located(sub.at)
            raise

    def _nodes(self, sub: Field) -> Expression:
        return self._array(self._node(sub))

    def _array(self, item: Expression) -> Expression:
        self.reads_rows = True
        return JsonArray(item, self.page.order(self.scope))

    def _node(self, sub: Field) -> Expression:
        name, made = self.members.bound.name, self.members.bound.node
        if made is not None:
            return made(self.scope, sub)
        return object_of(self.scope, name, sub.selections[name])

    def _edges(self, sub: Field) -> Expression:
        parts: dict[str, Callable[[Field], Expression]] = {
            "__typename": lambda _: raw(f"'{self.members.bound.name}Edge'"),
            "cursor": lambda _: self.page.cursor(self.scope),
            "node": self._node,
        }
        extras = self.members.bound.edge_extras
        pairs = [
            (
                each.key,
                parts[each.name](each) if each.name in parts else extras[each.name](self.scope, self.members, each),
            )
            for each in sub.below()
        ]
        return self._array(JsonObject(pairs))

    def _page_info(self, sub: Field) -> Expression:
        parts: dict[str, Callable[[], Expression]] = {
            "__typename": lambda: raw("'PageInfo'"),
            "hasNextPage": self.page.has_next,
            "hasPreviousPage": self.page.has_previous,
            "startCursor": lambda: self._cursor(last=False),
            "endCursor": lambda: self._cursor(last=True),
        }
        return JsonObject([(each.key, parts[each.name]()) for each in sub.below()])

    def _cursor(self, *, last: bool) -> Expression:
        self.reads_rows = True
        return JsonEdge(self.page.cursor(self.scope), self.page.order(self.scope), last=last)
