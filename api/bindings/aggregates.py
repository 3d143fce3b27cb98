"""Figures over a whole filtered set: coverage and time buckets. Never over the page."""

from typing import Any

from sqlalchemy import CTE, Select, case, func, null, select, union_all
from sqlalchemy.types import TypeEngine

from api.bindings.values import coverage, mismatched, table
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, Scope, raw, scalar
from api.compiler.json import JsonArray, JsonObject
from api.compiler.members import Members
from api.compiler.selection import Field
from api.models import Period, Thread

_STAR = raw("*")


def coverage_of_threads(members: Members, field: Field) -> Expression:
    """Return the coverage of a filtered set of threads, summed up; a sum is known where every part of it is."""
    row = members.row
    members.needs_target = True
    return _summed(members.scope.draft, field, members.select(row["visible"], row["total"], row["claimed"]))


def coverage_of_posts(members: Members, field: Field) -> Expression:
    """Return the coverage of a filtered set of posts: those here, beside what their threads are said to hold.

    A post without a thread states no total, so a set that holds one has none.
    """
    draft = members.scope.draft
    thread = draft.row(table(Thread))
    own = members.select(members.row["thread_id"], func.count(_STAR).label("visible"))
    grouped = own.group_by(members.row["thread_id"]).subquery("g")
    statement = select(raw("g.visible"), thread["total"], thread["claimed"]).select_from(
        grouped.outerjoin(thread.source, thread["id"] == raw("g.thread_id"))
    )
    return _summed(draft, field, statement)


def coverage_of_source(scope: Scope, field: Field) -> Expression:
    """Return the coverage of all threads of the source at this scope."""
    row = scope.draft.row(table(Thread))
    statement = select(row["visible"], row["total"], row["claimed"]).select_from(row.source)
    return _summed(scope.draft, field, statement.where(row["source_id"] == scope.row["id"]))


def _summed(draft: Draft, field: Field, statement: Select[Any]) -> Expression:
    name = f"c{draft.number()}"
    part = {each: raw(f"{name}.{each}", NUMBER) for each in ("visible", "total", "claimed")}

    def known(each: str) -> Expression:
        every = func.count(_STAR) == func.count(part[each])
        return case((every, func.sum(part[each])), else_=null())

    differs = func.coalesce(func.max(case((mismatched(part["total"], part["claimed"]), 1), else_=0)), 0) == 1
    visible = func.coalesce(func.sum(part["visible"]), 0)
    return scalar(coverage(field, visible, known("total"), known("claimed"), differs), statement.subquery(name))


def buckets(members: Members, field: Field) -> Expression:
    """Return the set counted by calendar unit, empty units between two filled ones included, the undated last."""
    members.needs_target = True
    row, draft = members.row, members.scope.draft
    unit = draft.constant(field.word("by"))
    name = f"b{draft.number()}"
    period = draft.row(table(Period))
    inside = (row["published_earliest"] >= period["starts"]) & (row["published_latest"] <= period["ends"])
    found = (
        select(period["starts"])
        .select_from(period.source)
        .where(period["unit"] == unit, inside, period["starts"] <= row["published_earliest"])
        .order_by(period["starts"].desc())
        .limit(raw("1", NUMBER))
        .scalar_subquery()
    )
    counted = members.select(found.label("starts"), func.count(_STAR).label("members")).group_by(raw("1")).cte(name)
    return _bucket_list(draft, field, unit, name, counted)


def _bucket_list(draft: Draft, field: Field, unit: Expression, name: str, counted: CTE) -> Expression:
    """List the periods from the first with a member to the last, then the undated: shallow, for SQLite's parser."""
    starts, members = raw(f"{name}.starts", TEXT), raw(f"{name}.members", NUMBER)
    period = draft.row(table(Period))
    first, last = (select(edge(starts)).select_from(counted).scalar_subquery() for edge in (func.min, func.max))
    dated = (
        select(period["starts"].label("starts"), period["ends"].label("ends"), func.coalesce(members, 0).label("n"))
        .select_from(period.source.outerjoin(counted, starts == period["starts"]))
        .where(period["unit"] == unit, period["starts"] >= first, period["starts"] <= last)
    )
    undated = (
        select(null().label("starts"), null().label("ends"), func.coalesce(func.sum(members), 0).label("n"))
        .select_from(counted)
        .where(starts.is_(None))
    )
    row = Row(f"{name}u", table(Period))
    rows = union_all(dated.add_columns(raw("0").label("late")), undated.add_columns(raw("1").label("late")))
    ordered = rows.order_by(raw("late"), raw("starts")).subquery(row.name)
    start, end, n, late = (row.computed(each, kind) for each, kind in _BUCKET.items())
    parts = {"__typename": raw("'TimeBucket'"), "start": start, "end": end, "count": n}
    item = JsonObject([(sub.key, parts[sub.name]) for sub in field.below()])
    listed = select(JsonArray(item, [(late, False), (start, False)])).select_from(ordered)
    return listed.add_cte(counted, nest_here=True).scalar_subquery()


_BUCKET: dict[str, TypeEngine[Any]] = {"starts": TEXT, "ends": TEXT, "n": NUMBER, "late": NUMBER}
