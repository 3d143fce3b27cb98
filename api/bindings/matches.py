"""Bindings of ``SearchMatch``: why a post was found. Worked out for the rows of a page alone, from its stored words."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, FromClause, Integer, MetaData, Select, Table, and_, case, func, or_, select

from api.bindings.searching import POST_TEXTS, SearchedMembers
from api.bindings.values import rounded, table
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, Scope, raw, scalar
from api.compiler.entries import tuples
from api.compiler.json import JsonArray, JsonObject
from api.compiler.matching import WORDS, Asked, Octets, wanted_words
from api.compiler.members import Members
from api.compiler.objects import object_of
from api.compiler.selection import Field
from api.models import Footnote, Media

MOST_SPANS = 100
SNIPPET = 160
"""The length of a snippet in code points, the signs where it is cut included."""
LEAD = 60
"""So many code points before the first match a snippet begins, at the first word there."""

_INTEGER = Integer()
_ENTRY = (
    *(("word", TEXT), ("begins", _INTEGER), ("ends", _INTEGER), ("part", TEXT), ("number", _INTEGER)),
    *(("begins16", _INTEGER), ("ends16", _INTEGER)),
)
_OFFSETS = ("begins", "ends", "begins16", "ends16")
_SPAN = Table(
    "spans",
    MetaData(),
    *(Column(f"{edge}{unit}", _INTEGER) for edge in ("start", "end") for unit in ("", "_utf16", "_utf8")),
    *(Column("part", TEXT), Column("text", TEXT)),
)
_NONE, _CUT, _ZERO = raw("''", TEXT), raw("'…'", TEXT), raw("0", _INTEGER)


def match_of_post(scope: Scope, members: Members, field: Field) -> Expression:
    """Return why a post of a connection was found; null where nothing was searched for."""
    if not isinstance(members, SearchedMembers) or members.query is None or members.leading is None:
        return raw("NULL")
    scope.labels["score"] = members.leading["score"]
    text = scope.follow("searched", POST_TEXTS.table, lambda row, other: other["post_id"] == row["id"])
    matched = Matched(scope.draft, members.query, scope.row, text.row, scope.level)
    return match(field, scope.row.computed("score", NUMBER), matched.snippet, matched.spans)


def match(field: Field, score: Expression, snippet: Any, spans: Any) -> Expression:
    """Return the object from its score in thousandths and what writes its snippet and spans."""
    parts = {
        "__typename": lambda _: raw("'SearchMatch'"),
        "score": lambda _: rounded(score / raw("1000.0"), 3),
        "snippet": lambda _: snippet(),
        "spans": spans,
    }
    return JsonObject([(sub.key, parts[sub.name](sub)) for sub in field.below()])


@dataclass(frozen=True, slots=True)
class Matched:
    """What a query matches in the parts of one post: `post` and `text` are rows around the expressions made here."""

    draft: Draft
    asked: Asked
    post: Row
    text: Row
    level: int

    def spans(self, field: Field) -> Expression:
        """Return the list of matches in reading order; those that overlap are one."""
        name = f"m{self.draft.number()}"
        row = Row(name, _SPAN)
        item = object_of(Scope(self.draft, row, self.level + 1), "Span", field.below())
        inner = f"{name}i"
        of = {
            each: raw(f"{inner}.{each}", kind) for each, kind in (*_ENTRY[1:], ("opens", _INTEGER), ("first", NUMBER))
        }
        words = self._stretch(of["part"], of["number"])
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
        columns = [of["first"].label("first"), *(written[each].label(each) for each in row.used)]
        found = (
            select(*columns).select_from(self._islands(inner)).order_by(of["first"]).limit(raw(str(MOST_SPANS), NUMBER))
        )
        return scalar(JsonArray(item, [(raw(f"{name}.first", NUMBER), False)]), found.subquery(name))

    def _islands(self, name: str) -> FromClause:
        """Join the matches that overlap: a match opens an island where none before it reaches its first word."""
        matches, opened = f"{name}m", f"{name}o"
        first, last = raw(f"{matches}.first", NUMBER), raw(f"{matches}.last", NUMBER)
        before = func.max(last).over(order_by=(first, last), rows=(None, -1))
        opens = select(raw(f"{matches}.*"), case((first <= before, 0), else_=1).label("opens"))
        flagged = opens.select_from(self._matches(matches)).subquery(opened)
        first, last = raw(f"{opened}.first", NUMBER), raw(f"{opened}.last", NUMBER)
        island = func.sum(raw(f"{opened}.opens", NUMBER)).over(order_by=(first, last))
        numbered = select(raw(f"{opened}.*"), island.label("island")).select_from(flagged).subquery(f"{name}n")
        return self._whole(f"{name}n").select_from(numbered).group_by(raw(f"{name}n.island")).subquery(name)

    def _whole(self, name: str) -> Select[Any]:
        """Select what a group of entries, or of matches, spans together."""
        of = {each: raw(f"{name}.{each}", kind) for each, kind in _ENTRY[1:]}
        least = {each: func.min(of[each]).label(each) for each in ("part", "number", "begins", "begins16")}
        most = {each: func.max(of[each]).label(each) for each in ("ends", "ends16")}
        first = func.min(raw(f"{name}.first", NUMBER)).label("first")
        last = func.max(raw(f"{name}.last", NUMBER)).label("last")
        return select(first, last, *least.values(), *most.values())

    def _matches(self, name: str) -> FromClause:
        """Find each wanted term: its words, one behind the other, from the same first word."""
        entry, term = f"{name}e", f"{name}t"
        asked = {each: raw(f"{term}.{each}", kind) for each, kind in WORDS}
        word: Expression = raw(f"{entry}.word", TEXT)
        begun = func.substr(word, raw("1"), func.length(asked["word"])) == asked["word"]
        fits = or_(word == asked["word"], and_(asked["begun"] == raw("1"), begun))
        wanted = tuples(self.asked.bind(wanted_words), term, WORDS)
        start = raw(f"{entry}.first", NUMBER) - asked["place"]
        return (
            self._whole(entry)
            .select_from(self._entries(entry).join(wanted, fits))
            .group_by(start, asked["term"])
            .having(func.count(raw("*")) == func.min(asked["length"]))
            .subquery(name)
        )

    def _entries(self, name: str) -> FromClause:
        """Open the stored words into rows, what was left out filled in."""
        inner = f"{name}w"
        of = {each: raw(f"{inner}.{each}", kind) for each, kind in _ENTRY}
        ordinal = raw(f"{inner}.ordinal", NUMBER)
        filled = {
            **of,
            "part": func.coalesce(of["part"], raw("'TEXT'", TEXT)),
            "number": func.coalesce(of["number"], raw("0")),
            "begins16": func.coalesce(of["begins16"], of["begins"]),
            "ends16": func.coalesce(of["ends16"], of["ends"]),
        }
        columns = [ordinal.label("first"), ordinal.label("last"), *(filled[each].label(each) for each in filled)]
        return select(*columns).select_from(tuples(self.text["words"], inner, _ENTRY)).subquery(name)

    def _stretch(self, part: Expression, number: Expression) -> Expression:
        """Return the part of the post, as written."""
        medium, note = self.draft.row(table(Media)), self.draft.row(table(Footnote))
        post = self.post["id"]
        caption = select(medium["caption"]).select_from(medium.source)
        footnote = select(note["text"]).select_from(note.source)
        return case(
            (part == raw("'TEXT'", TEXT), self.post["text"]),
            (part == raw("'TITLE'", TEXT), self.post["title"]),
            (part == raw("'STANDFIRST'", TEXT), self.post["standfirst"]),
            (
                part == raw("'CAPTION'", TEXT),
                caption.where(medium["post_id"] == post, medium["ordinal"] == number).scalar_subquery(),
            ),
            else_=footnote.where(note["post_id"] == post, note["ordinal"] == number).scalar_subquery(),
        )

    def snippet(self) -> Expression:
        """Return a stretch around the first match of the text, else of the first part that has one; cut at words."""
        name = f"m{self.draft.number()}"
        first, around, cut = f"{name}f", f"{name}a", f"{name}c"
        of = {each: raw(f"{name}.{each}", kind) for each, kind in _ENTRY[1:]}
        in_text = case((of["part"] == raw("'TEXT'", TEXT), raw("0")), else_=raw("1"))
        found = select(*(of[each].label(each) for each in ("part", "number", "begins", "ends")))
        one = found.select_from(self._matches(name)).order_by(in_text, raw(f"{name}.first")).limit(raw("1", NUMBER))
        begun = _once(self._begun(first).select_from(_once(one, first)), around)
        return self._cut_out(_once(self._ended(around).select_from(begun), cut), cut)

    def _begun(self, name: str) -> Select[Any]:
        """Select the part that matches and where the snippet begins: at its start, or at a word before the match."""
        part, number, begins, ends = _columns(name, "part", "number", "begins", "ends")
        words = self._stretch(part, number)
        lead = case((ends - begins <= raw(str(SNIPPET - 2 - LEAD)), raw(str(LEAD), _INTEGER)), else_=_ZERO)
        whole = or_(func.length(words) <= raw(str(SNIPPET)), begins <= lead)
        entry = f"{name}e"
        offset: Expression = raw(f"{entry}.begins", _INTEGER)
        nearest = self._of_part(entry, part, number, func.min(offset)).where(offset >= begins - lead)
        start = case((whole, _ZERO), else_=nearest.scalar_subquery())
        return select(part.label("part"), number.label("number"), words.label("words"), start.label("start"))

    def _ended(self, name: str) -> Select[Any]:
        """Select where the snippet ends: at the end of the part, or at the last word for which there is room."""
        part, number, words, start = _columns(name, "part", "number", "words", "start")
        room = case((start > _ZERO, raw(str(SNIPPET - 1), _INTEGER)), else_=raw(str(SNIPPET), _INTEGER))
        entry = f"{name}e"
        offset: Expression = raw(f"{entry}.ends", _INTEGER)
        fitting = self._of_part(entry, part, number, func.max(offset)).where(offset > start, offset < start + room)
        stop = func.coalesce(fitting.scalar_subquery(), start + room - raw("1"))
        end = case((func.length(words) - start <= room, func.length(words)), else_=stop)
        return select(words.label("words"), start.label("start"), end.label("stop"))

    def _of_part(self, name: str, part: Expression, number: Expression, offset: Expression) -> Select[Any]:
        its_part, its_number = _columns(name, "part", "number")
        return select(offset).select_from(self._entries(name)).where(its_part == part, its_number == number)

    def _cut_out(self, source: FromClause, name: str) -> Expression:
        """Return the stretch, marked where something was cut off."""
        words, start, stop = _columns(name, "words", "start", "stop")
        before = case((start > _ZERO, _CUT), else_=_NONE)
        after = case((stop < func.length(words), _CUT), else_=_NONE)
        return scalar(before.concat(func.substr(words, start + raw("1"), stop - start)).concat(after), source)


def _once(statement: Select[Any], name: str) -> FromClause:
    """Have a step worked out once a post: SQLite would repeat it wherever its columns are read."""
    return statement.cte(name, nesting=True).prefix_with("MATERIALIZED")


def _columns(name: str, *columns: str) -> list[Expression]:
    kinds = {"part": TEXT, "words": TEXT}
    return [raw(f"{name}.{column}", kinds.get(column, _INTEGER)) for column in columns]
