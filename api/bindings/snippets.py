"""Bindings of a match's ``snippet``: a stretch of the post around its first match, cut at words."""

from typing import Any

from sqlalchemy import FromClause, Select, case, func, or_, select

from api.bindings.stretches import ENTRY, INTEGER, Stretches, columns, once
from api.compiler.draft import NUMBER, TEXT, Expression, raw, scalar

SNIPPET = 160
"""The length of a snippet in code points, the signs where it is cut included."""
LEAD = 60
"""So many code points before the first match a snippet begins, at the first word there."""

_NONE, _CUT, _ZERO = raw("''", TEXT), raw("'…'", TEXT), raw("0", INTEGER)


def snippet(its: Stretches) -> Expression:
    """Return a stretch around the first match of the text, else of the first part that has one; cut at words."""
    name = f"m{its.draft.number()}"
    first, around, cut = f"{name}f", f"{name}a", f"{name}c"
    of = {each: raw(f"{name}.{each}", kind) for each, kind in ENTRY[1:]}
    in_text = case((of["part"] == raw("'TEXT'", TEXT), raw("0")), else_=raw("1"))
    found = select(*(of[each].label(each) for each in ("part", "number", "begins", "ends")))
    one = found.select_from(its.matches(name)).order_by(in_text, raw(f"{name}.first")).limit(raw("1", NUMBER))
    begun = once(_begun(its, first).select_from(once(one, first)), around)
    return _cut_out(once(_ended(its, around).select_from(begun), cut), cut)


def _begun(its: Stretches, name: str) -> Select[Any]:
    """Select the part that matches and where the snippet begins: at its start, or at a word before the match."""
    part, number, begins, ends = columns(name, "part", "number", "begins", "ends")
    words = its.words_of(part, number)
    lead = case((ends - begins <= raw(str(SNIPPET - 2 - LEAD)), raw(str(LEAD), INTEGER)), else_=_ZERO)
    whole = or_(func.length(words) <= raw(str(SNIPPET)), begins <= lead)
    entry = f"{name}e"
    offset: Expression = raw(f"{entry}.begins", INTEGER)
    nearest = _of_part(its, entry, part, number, func.min(offset)).where(offset >= begins - lead)
    start = case((whole, _ZERO), else_=nearest.scalar_subquery())
    return select(part.label("part"), number.label("number"), words.label("words"), start.label("start"))


def _ended(its: Stretches, name: str) -> Select[Any]:
    """Select where the snippet ends: at the end of the part, or at the last word for which there is room."""
    part, number, words, start = columns(name, "part", "number", "words", "start")
    room = case((start > _ZERO, raw(str(SNIPPET - 1), INTEGER)), else_=raw(str(SNIPPET), INTEGER))
    entry = f"{name}e"
    offset: Expression = raw(f"{entry}.ends", INTEGER)
    fitting = _of_part(its, entry, part, number, func.max(offset)).where(offset > start, offset < start + room)
    stop = func.coalesce(fitting.scalar_subquery(), start + room - raw("1"))
    end = case((func.length(words) - start <= room, func.length(words)), else_=stop)
    return select(words.label("words"), start.label("start"), end.label("stop"))


def _of_part(its: Stretches, name: str, part: Expression, number: Expression, offset: Expression) -> Select[Any]:
    its_part, its_number = columns(name, "part", "number")
    return select(offset).select_from(its.entries(name)).where(its_part == part, its_number == number)


def _cut_out(source: FromClause, name: str) -> Expression:
    """Return the stretch, marked where something was cut off."""
    words, start, stop = columns(name, "words", "start", "stop")
    before = case((start > _ZERO, _CUT), else_=_NONE)
    after = case((stop < func.length(words), _CUT), else_=_NONE)
    return scalar(before.concat(func.substr(words, start + raw("1"), stop - start)).concat(after), source)
