"""Bindings of ``posts(search:)``: the posts that fit a query, found once, at the head of the statement; their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, MetaData, Select, Table, select

from api.bindings import filters
from api.bindings.values import table
from api.compiler.binding import Term, Terms, TypeBinding
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, Scope
from api.compiler.filtering import conditions_of
from api.compiler.matching import Asked, Searchable
from api.compiler.members import Driver, Members, MembersOf
from api.compiler.selection import Field, Slot, SlotList, Value
from api.compiler.widening import Widened
from api.errors import InvalidArgument
from api.models import Post, PostText, Synonym
from api.text.queries import Query, read_query

POST_TEXTS = Searchable(table(PostText), "post_id", "post_index")
_OF_POST = ("newest_first", "oldest_first", "reading_order", "thread_id")


def widened(asked: Asked) -> Widened:
    """Have the query find posts under other names of what it says, too."""
    return Widened(asked, table(Synonym))


def query_of(draft: Draft, slot: Slot | SlotList) -> Asked:
    """Take the query that an argument holds."""
    return Asked(draft, slot, _read)


def _read(given: Any) -> Query:
    return read_query(str(given))


class FoundPosts:
    """The posts that fit a query and a ``where``: a subquery at the head, with those columns that are read from it."""

    def __init__(self, draft: Draft, asked: Widened, where: Mapping[str, Value]) -> None:
        self.draft = draft
        self.asked = asked
        self.text = draft.row(POST_TEXTS.table)
        self.post = draft.row(table(Post))
        filtered = conditions_of(draft, filters.POSTS, self.post, where)
        self._joined = bool(filtered)
        self._conditions = [*asked.finds(POST_TEXTS, self.text), *filtered]
        name = f"s{draft.number()}"
        numbers = [Column(each, NUMBER) for each in ("id", "score", *_OF_POST)]
        self.table = Table(name, MetaData(), *numbers, Column("key", TEXT))
        self._read: list[Row] = []
        draft.hoist_late(name, self._write)

    def row(self) -> Row:
        """Return the found posts under an alias of their own."""
        self._read.append(self.draft.row(self.table))
        return self._read[-1]

    def _write(self) -> Select[Any]:
        names = dict.fromkeys(name for row in self._read for name in row.used if name not in {"id", "score"})
        columns = [self.text["post_id"].label("id"), *(self.post[name].label(name) for name in names)]
        if any("score" in row.used for row in self._read):
            columns.append(self.asked.score(self.text).label("score"))
        source = self.text.source
        if names or self._joined:
            source = source.join(self.post.source, self.post["id"] == self.text["post_id"])
        return select(*columns).select_from(source).where(*self._conditions)


@dataclass(slots=True)
class SearchedMembers(Members):
    """The members that a query found."""

    query: Widened | None = None


class SearchedMembersOf(MembersOf):
    """Finds the members as ever, or by the argument ``search`` where it is given."""

    def find(self, scope: Scope, field: Field) -> Members:
        """Return the members of this field; those found by ``search`` come in the order RELEVANCE."""
        slot = field.slot("search")
        if slot is None:
            return MembersOf.find(self, scope, field)
        bound: TypeBinding = scope.draft.bindings.types[self.type]
        asked = widened(query_of(scope.draft, slot))
        where = field.arguments.get("where")
        found = FoundPosts(scope.draft, asked, where if isinstance(where, dict) else {})
        members = SearchedMembers(scope, bound, scope.draft.row(table(Post)), query=asked)
        members.driver = Driver(found.table, "id", lambda *_: [], narrow=True)
        members.leading = found.row()
        members.default_order = RELEVANCE["RELEVANCE", "DESC"]
        return members


def _score(members: Members) -> Expression:
    if not isinstance(members, SearchedMembers) or members.leading is None:
        raise InvalidArgument("the order RELEVANCE needs `search`")
    return members.leading["score"]


def _relevance(*, descending: bool) -> Terms:
    return (Term("score", descending, expression=_score, ties=(Term("newest_first"),)),)


RELEVANCE: dict[tuple[str, str], Terms] = {
    ("RELEVANCE", "ASC"): _relevance(descending=False),
    ("RELEVANCE", "DESC"): _relevance(descending=True),
}
"""By score, equal ones the newest first, whichever way the score runs."""
