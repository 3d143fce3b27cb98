"""Bindings of ``search(query:)``: posts, threads, hashtags, places, sources and accounts in one list."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Column, MetaData, Table, and_, case, func, select, union_all

from api.bindings.findings import COLUMNS, NAME_TEXTS, TYPES, Findings, begun, named_so
from api.bindings.matches import match, spans
from api.bindings.searching import POST_TEXTS, query_of, widened
from api.bindings.snippets import snippet
from api.bindings.stretches import Stretches
from api.bindings.suggesting import suggestions
from api.bindings.values import table
from api.compiler.binding import Term, TypeBinding
from api.compiler.draft import NUMBER, TEXT, Expression, Scope, raw
from api.compiler.json import JsonCase, JsonFixed, JsonObject, JsonText
from api.compiler.matching import Asked
from api.compiler.members import Members, MembersOf
from api.compiler.objects import AnyNode
from api.compiler.selection import Field
from api.compiler.widening import Widened
from api.errors import InvalidArgument
from api.models import Post

ORDER = (Term("place"), Term("score", True), Term("one"), Term("two"), Term("key", kind=TEXT))
"""By type as asked for, then by score, then the newest or the most used first, then by key."""

_EMPTY_LIST = JsonText(raw("'[]'", TEXT))


@dataclass(slots=True)
class Results(Members):
    """All that a search found, of the types asked for in their order."""

    query: Asked | None = None
    widened: Widened | None = None
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
        wide = widened(query)
        found = Findings(draft, query, wide).arms(types)
        name = f"s{draft.number()}"
        draft.hoist_late(name, lambda: union_all(*found) if len(found) > 1 else found[0])
        kinds = dict.fromkeys(("kind", "key", "label"), TEXT)
        results = Table(name, MetaData(), *(Column(each, kinds.get(each, NUMBER)) for each in COLUMNS))
        return Results(scope, SEARCH, draft.row(results), default_order=ORDER, query=query, widened=wide, types=types)


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


def _match(scope: Scope, members: Members, field: Field) -> Expression:
    """Return why something was found: a post by its words, all else by its name, which is its snippet then."""
    if not isinstance(members, Results) or members.widened is None:  # pragma: no cover  (the one who calls made them)
        raise TypeError(members)
    row, query = scope.row, members.widened
    is_post = row["kind"] == raw("'Post'", TEXT)

    def stretches() -> Stretches:
        post = scope.follow("post", table(Post), lambda own, other: and_(other["id"] == own["id"], is_post))
        text = scope.follow(
            "searched", POST_TEXTS.table, lambda own, other: and_(other["post_id"] == own["id"], is_post)
        )
        return Stretches(scope.draft, query, post.row, text.row, scope.level)

    return match(
        field,
        row["score"],
        lambda: case((is_post, snippet(stretches())), else_=row["label"]),
        lambda sub: JsonCase((is_post, spans(stretches(), sub)), (~is_post, _EMPTY_LIST)),
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
