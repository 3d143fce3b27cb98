"""Bindings of ``SearchMatch``: why a post was found. Worked out for the rows of a page alone, from its stored words."""

from collections.abc import Callable

from sqlalchemy import Column, FromClause, MetaData, Table, case, func, select

from api.bindings.searching import POST_TEXTS, SearchedMembers
from api.bindings.snippets import snippet
from api.bindings.stretches import ENTRY, INTEGER, Stretches
from api.bindings.values import rounded
from api.compiler.draft import NUMBER, TEXT, Expression, Row, Scope, raw, scalar
from api.compiler.json import JsonArray, JsonObject
from api.compiler.matching import Octets
from api.compiler.members import Members
from api.compiler.objects import object_of
from api.compiler.selection import Field

MOST_SPANS = 100
_SPAN = Table(
    "spans",
    MetaData(),
    *(Column(f"{edge}{unit}", INTEGER) for edge in ("start", "end") for unit in ("", "_utf16", "_utf8")),
    *(Column("part", TEXT), Column("text", TEXT)),
)
_SUM = (*ENTRY[1:], ("first", NUMBER), ("last", NUMBER), ("opens", INTEGER))


def match_of_post(scope: Scope, members: Members, field: Field) -> Expression:
    """Return why a post of a connection was found; null where nothing was searched for."""
    if not isinstance(members, SearchedMembers) or members.query is None or members.leading is None:
        return raw("NULL")
    scope.labels["score"] = members.leading["score"]
    text = scope.follow("searched", POST_TEXTS.table, lambda row, other: other["post_id"] == row["id"])
    its = Stretches(scope.draft, members.query, scope.row, text.row, scope.level)
    score = scope.row.computed("score", NUMBER)
    return match(field, score, lambda: snippet(its), lambda sub: spans(its, sub))


def match(
    field: Field, score: Expression, snippet: Callable[[], Expression], spans: Callable[[Field], Expression]
) -> Expression:
    """Return the object from its score in thousandths and what writes its snippet and spans, if they are asked for."""
    parts: dict[str, Callable[[Field], Expression]] = {
        "__typename": lambda _: raw("'SearchMatch'"),
        "score": lambda _: rounded(score / raw("1000.0"), 3),
        "snippet": lambda _: snippet(),
        "spans": spans,
    }
    return JsonObject([(sub.key, parts[sub.name](sub)) for sub in field.below()])


def spans(its: Stretches, field: Field) -> Expression:
    """Return the list of matches in reading order; those that overlap are one."""
    name = f"m{its.draft.number()}"
    row = Row(name, _SPAN)
    item = object_of(Scope(its.draft, row, its.level + 1), "Span", field.below())
    island = f"{name}i"
    of = {each: raw(f"{island}.{each}", kind) for each, kind in _SUM}
    words = its.words_of(of["part"], of["number"])
    written = {
        "part": of["part"],
        "start": of["begins"],
        "end": of["ends"],
        "start_utf16": of["begins16"],
        "end_utf16": of["ends16"],
        "start_utf8": Octets(func.substr(words, raw("1"), of["begins"])),
        "end_utf8": Octets(func.substr(words, raw("1"), of["ends"])),
        "text": func.substr(words, of["begins"] + raw("1"), of["ends"] - of["begins"]),
    }
    read = [of["first"].label("first"), *(written[each].label(each) for each in row.used)]
    found = select(*read).select_from(_islands(its, island)).order_by(of["first"])
    limited = found.limit(raw(str(MOST_SPANS), NUMBER)).subquery(name)
    return scalar(JsonArray(item, [(raw(f"{name}.first", NUMBER), False)]), limited)


def _islands(its: Stretches, name: str) -> FromClause:
    """Join the matches that overlap: a match opens an island where none before it reaches its first word."""
    matches, opened = f"{name}m", f"{name}o"
    first, last = raw(f"{matches}.first", NUMBER), raw(f"{matches}.last", NUMBER)
    before = func.max(last).over(order_by=(first, last), rows=(None, -1))
    opens = select(raw(f"{matches}.*"), case((first <= before, raw("0")), else_=raw("1")).label("opens"))
    flagged = opens.select_from(its.matches(matches)).subquery(opened)
    first, last = raw(f"{opened}.first", NUMBER), raw(f"{opened}.last", NUMBER)
    island = func.sum(raw(f"{opened}.opens", NUMBER)).over(order_by=(first, last))
    numbered = select(raw(f"{opened}.*"), island.label("island")).select_from(flagged).subquery(f"{name}n")
    return its.whole(f"{name}n").select_from(numbered).group_by(raw(f"{name}n.island")).subquery(name)
