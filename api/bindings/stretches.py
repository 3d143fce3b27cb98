"""Where the words of a query stand in one post: its stored words, opened into rows, and the stretches that match.

``post`` and ``text`` are rows around the expressions made here: a post's own, and that of its searched text.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import FromClause, Integer, Select, and_, case, func, or_, select

from api.bindings.values import table
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, raw
from api.compiler.entries import tuples
from api.compiler.queries import WORDS
from api.compiler.widening import Widened
from api.models import Footnote, Media

INTEGER = Integer()
ENTRY = (
    *(("word", TEXT), ("begins", INTEGER), ("ends", INTEGER), ("part", TEXT), ("number", INTEGER)),
    *(("begins16", INTEGER), ("ends16", INTEGER)),
)
"""What `api.text.indexing` writes of a word, in its order."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """The stretches of one post that a query matches."""

    draft: Draft
    asked: Widened
    post: Row
    text: Row
    level: int

    def whole(self, name: str) -> Select[Any]:
        """Select what a group of entries, or of matches, spans together."""
        of = {each: raw(f"{name}.{each}", kind) for each, kind in ENTRY[1:]}
        least = {each: func.min(of[each]).label(each) for each in ("part", "number", "begins", "begins16")}
        most = {each: func.max(of[each]).label(each) for each in ("ends", "ends16")}
        first = func.min(raw(f"{name}.first", NUMBER)).label("first")
        last = func.max(raw(f"{name}.last", NUMBER)).label("last")
        return select(first, last, *least.values(), *most.values())

    def matches(self, name: str) -> FromClause:
        """Find each wanted term: its words, one behind the other, from the same first word."""
        entry, term = f"{name}e", f"{name}t"
        asked = {each: raw(f"{term}.{each}", kind) for each, kind in WORDS}
        word: Expression = raw(f"{entry}.word", TEXT)
        begun = func.substr(word, raw("1"), func.length(asked["word"])) == asked["word"]
        fits = or_(word == asked["word"], and_(asked["begun"] == raw("1"), begun))
        wanted = tuples(self.asked.words, term, WORDS)
        start = raw(f"{entry}.first", NUMBER) - asked["place"]
        return (
            self.whole(entry)
            .select_from(self.entries(entry).join(wanted, fits))
            .group_by(start, asked["term"])
            .having(func.count(raw("*")) == func.min(asked["length"]))
            .subquery(name)
        )

    def entries(self, name: str) -> FromClause:
        """Open the stored words into rows, what was left out filled in."""
        inner = f"{name}w"
        of = {each: raw(f"{inner}.{each}", kind) for each, kind in ENTRY}
        ordinal = raw(f"{inner}.ordinal", NUMBER)
        filled = {
            **of,
            "part": func.coalesce(of["part"], raw("'TEXT'", TEXT)),
            "number": func.coalesce(of["number"], raw("0")),
            "begins16": func.coalesce(of["begins16"], of["begins"]),
            "ends16": func.coalesce(of["ends16"], of["ends"]),
        }
        columns = [ordinal.label("first"), ordinal.label("last"), *(filled[each].label(each) for each in filled)]
        return select(*columns).select_from(tuples(self.text["words"], inner, ENTRY)).subquery(name)

    def words_of(self, part: Expression, number: Expression) -> Expression:
        """Return a part of the post, as written; ``number`` is that of a caption's medium or of a footnote."""
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


def columns(name: str, *names: str) -> list[Expression]:
    """Read columns of a step under its name."""
    kinds: dict[str, Any] = {**dict(ENTRY), "words": TEXT}
    return [raw(f"{name}.{each}", kinds.get(each, INTEGER)) for each in names]


def once(statement: Select[Any], name: str) -> FromClause:
    """Have a step worked out once a post: SQLite would repeat it wherever its columns are read."""
    return statement.cte(name, nesting=True).prefix_with("MATERIALIZED")
