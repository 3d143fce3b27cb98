"""Bindings of ``search(query:)``: posts, threads, hashtags, places, sources and accounts in one list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from json import dumps
from typing import Any

from sqlalchemy import Column, MetaData, Select, Table, and_, case, false, func, select, union_all

from api.bindings.matches import Matched, match
from api.bindings.searching import POST_TEXTS, FoundPosts, query_of
from api.bindings.suggesting import suggestions
from api.bindings.values import table
from api.compiler.binding import Term, TypeBinding
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, Scope, raw
from api.compiler.json import JsonCase, JsonFixed, JsonObject, JsonText
from api.compiler.matching import Asked, Searchable
from api.compiler.members import Members, MembersOf
from api.compiler.objects import AnyNode
from api.compiler.selection import Field
from api.errors import InvalidArgument
from api.models import Account, Hashtag, NameText, Place, Post, Source, Thread
from api.text.queries import Query

NAME_TEXTS = Searchable(table(NameText), "node_id", "name_index")
TYPES = {
    "POST": "Post",
    "THREAD": "Thread",
    "HASHTAG": "Hashtag",
    "PLACE": "Place",
    "SOURCE": "Source",
    "ACCOUNT": "Account",
}
ORDER = (Term("place"), Term("score", True), Term("one"), Term("two"), Term("key", kind=TEXT))
"""By type as asked for, then by score, then the newest or the most used first, then by key."""

_ZERO = raw("0", NUMBER)
_COLUMNS = ("place", "kind", "id", "score", "one", "two", "key", "label")


@dataclass(frozen=True, slots=True)
class Named:
    """What is found by its name: its table; what sorts it, its key and what is shown of it, read from a row."""

    table: Table
    sort: Callable[[Row], Expression]
    key: str
    label: Callable[[Row], Expression]


NAMED = {
    "Hashtag": Named(
        table(Hashtag), lambda row: -row["post_count"], "name", lambda row: raw("'#'", TEXT).concat(row["display"])
    ),
    "Place": Named(table(Place), lambda row: -row["post_count"], "key", lambda row: row["label"]),
    "Source": Named(table(Source), lambda row: row["newest_first"], "key", lambda row: row["title"]),
    "Account": Named(
        table(Account),
        lambda row: -row["mention_count"],
        "handle_folded",
        lambda row: func.coalesce(row["display_name"], raw("'@'", TEXT).concat(row["handle"])),
    ),
}


@dataclass(slots=True)
class Results(Members):
    """All that a search found, of the types asked for in their order."""

    query: Asked | None = None
    types: tuple[str, ...] = ()


class ResultsOf(MembersOf):
    """Finds what fits the argument ``query``, among ``types`` or everything."""

    def find(self, scope: Scope, field: Field) -> Members:
        """Return the results; they are put at the head of the statement, where pages and counts read them."""
        slot, asked = field.slot("query"), field.words("types")
        if slot is None:  # pragma: no cover  (the schema asks for it)
            raise InvalidArgument("`search` needs a `query`")
        draft = scope.draft
        query = query_of(draft, slot)
        types = tuple(dict.fromkeys(TYPES if asked is None else asked))
        found = _Found(draft, query).arms(types)
        name = f"s{draft.number()}"
        draft.hoist_late(name, lambda: union_all(*found) if len(found) > 1 else found[0])
        kinds = dict.fromkeys(("kind", "key", "label"), TEXT)
        results = Table(name, MetaData(), *(Column(each, kinds.get(each, NUMBER)) for each in _COLUMNS))
        return Results(scope, SEARCH, draft.row(results), default_order=ORDER, query=query, types=types)


class _Found:
    """Writes, one for each type, the SELECTs of what fits the query."""

    def __init__(self, draft: Draft, query: Asked) -> None:
        self.draft = draft
        self.query = query
        self._posts: FoundPosts | None = None

    def arms(self, types: tuple[str, ...]) -> list[Select[Any]]:
        """Return a SELECT a type, all with the same columns; one that finds nothing where no type is asked for."""
        ways = {"POST": self._found_posts, "THREAD": self._found_threads}
        made = [ways[each](n) if each in ways else self._named(n, TYPES[each]) for n, each in enumerate(types)]
        nothing = {"id": _ZERO, "score": _ZERO, "one": _ZERO, "two": _ZERO, "key": raw("''"), "label": raw("''")}
        return made or [_arm(0, "", nothing).where(false())]

    def _posts_row(self) -> Row:
        if self._posts is None:
            self._posts = FoundPosts(self.draft, self.query, {})
        return self._posts.row()

    def _found_posts(self, place: int) -> Select[Any]:
        row = self._posts_row()
        read = {each: row[each] for each in ("id", "score", "key")}
        sorts = {"one": row["newest_first"], "two": row["reading_order"], "label": raw("''")}
        return _arm(place, "Post", read | sorts).select_from(row.source)

    def _found_threads(self, place: int) -> Select[Any]:
        """A thread is found by any of its posts, and fits as well as the best of them."""
        post, thread = self._posts_row(), self.draft.row(table(Thread))
        name = f"g{self.draft.number()}"
        best = select(post["thread_id"].label("id"), func.max(post["score"]).label("score")).select_from(post.source)
        grouped = best.where(post["thread_id"].is_not(None)).group_by(post["thread_id"]).subquery(name)
        read = {
            "id": thread["id"],
            "score": raw(f"{name}.score"),
            "one": thread["newest_first"],
            "two": thread["rank"],
            "key": thread["key"],
            "label": func.coalesce(thread["title"], thread["key"]),
        }
        return _arm(place, "Thread", read).select_from(
            grouped.join(thread.source, thread["id"] == raw(f"{name}.id", NUMBER))
        )

    def _named(self, place: int, kind: str) -> Select[Any]:
        named, text = NAMED[kind], self.draft.row(NAME_TEXTS.table)
        row = self.draft.row(named.table)
        query = begun(self.query) if kind == "Hashtag" else self.query
        read = {
            "id": row["id"],
            "score": query.score(text, whole_and_begun if kind == "Hashtag" else None),
            "one": named.sort(row),
            "two": _ZERO,
            "key": row[named.key],
            "label": named.label(row),
        }
        source = text.source.join(row.source, row["id"] == text["node_id"])
        return _arm(place, kind, read).select_from(source).where(*named_so(query, text, kind))


def _arm(place: int, kind: str, read: dict[str, Expression]) -> Select[Any]:
    own = {"place": raw(str(place), NUMBER), "kind": raw(f"'{kind}'", TEXT)} | read
    return select(*(own[each].label(each) for each in _COLUMNS))


def named_so(query: Asked, text: Row, kind: str) -> list[Expression]:
    """Return the conditions that something of a kind has a name that fits."""
    return [*query.finds(NAME_TEXTS, text), text["type"] == raw(f"'{kind}'", TEXT)]


def begun(query: Asked) -> Asked:
    """Return the same query for hashtags, which are found by their beginnings too."""
    return Asked(query.draft, query.slot, lambda given: query.read(given).begun())


def whole_and_begun(query: Query) -> str:
    """Write the stretches that score a hashtag: a whole word counts twice, so that it comes first."""
    return dumps([needle for term in query.wanted for needle in (term.needle, f"{term.needle} ")])


def _counts(members: Members, field: Field) -> Expression:
    """Return how much was found of each type, in the order asked for."""
    types = members.types if isinstance(members, Results) else ()
    row = members.scope.draft.row(members.row.table)

    def count(place: int, kind: str) -> Expression:
        counted = select(func.count(raw("*"))).select_from(row.source).where(row["place"] == raw(str(place)))
        parts = {
            "__typename": raw("'SearchCount'"),
            "type": raw(f"'{kind}'"),
            "count": counted.scalar_subquery(),
        }
        return JsonObject([(sub.key, parts[sub.name]) for sub in field.below()])

    return JsonFixed([count(place, kind) for place, kind in enumerate(types)]) if types else _EMPTY_LIST


_EMPTY_LIST = JsonText(raw("'[]'", TEXT))


def _match(scope: Scope, members: Members, field: Field) -> Expression:
    """Return why something was found: a post by its words, all else by its name, which is its snippet then."""
    if not isinstance(members, Results) or members.query is None:  # pragma: no cover  (the one who calls made them)
        raise TypeError(members)
    row, query = scope.row, members.query
    is_post = row["kind"] == raw("'Post'", TEXT)

    def matched() -> Matched:
        post = scope.follow("post", table(Post), lambda own, other: and_(other["id"] == own["id"], is_post))
        text = scope.follow(
            "searched", POST_TEXTS.table, lambda own, other: and_(other["post_id"] == own["id"], is_post)
        )
        return Matched(scope.draft, query, post.row, text.row, scope.level)

    return match(
        field,
        row["score"],
        lambda: case((is_post, matched().snippet()), else_=row["label"]),
        lambda sub: JsonCase((is_post, matched().spans(sub)), (~is_post, _EMPTY_LIST)),
    )


def _suggestions(members: Members, field: Field) -> Expression:  # noqa: ARG001  the shape of every extra
    """Return names near to what was asked for, where no hashtag and no place was found."""
    if not isinstance(members, Results) or members.query is None:  # pragma: no cover  (the one who calls made them)
        raise TypeError(members)
    draft = members.scope.draft
    found = []
    for kind, query in (("Hashtag", begun(members.query)), ("Place", members.query)):
        text = draft.row(NAME_TEXTS.table)
        found.append(select(raw("1")).select_from(text.source).where(*named_so(query, text, kind)).exists())
    return suggestions(draft, members.query, found)


def _node(scope: Scope, field: Field) -> Expression:
    kind, number = scope.row["kind"], scope.row["id"]
    return AnyNode(lambda *_: (kind, number)).build(scope, field)


SEARCH = TypeBinding(
    "Search",
    unique=ORDER,
    default_order=ORDER,
    extras={"counts": _counts, "suggestions": _suggestions},
    edge_extras={"match": _match},
    node=_node,
)
