"""Figures over a whole filtered set: coverage and time buckets. Never over the page."""

from typing import Any

from sqlalchemy import CTE, Boolean, Select, case, false, func, null, select, union_all
from sqlalchemy.types import TypeEngine

from api.bindings.values import coverage, mismatched, table
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, Scope, raw, scalar
from api.compiler.json import JsonArray, JsonObject
from api.compiler.members import Members
from api.compiler.selection import Field
from api.models import Period, Post, Thread

_STAR = raw("*")


def coverage_of_threads(members: Members, field: Field) -> Expression:
    """Return the coverage of a filtered set of threads, summed up; a sum is known where every part of it is."""
    row = members.row
    members.needs_target = True
    sums = _sums(row, func.coalesce(func.sum(row["visible"]), 0), false())
    return _summed(members.scope.draft, field, members.select(*sums))


def coverage_of_posts(members: Members, field: Field) -> Expression:
    """Return the coverage of a filtered set of posts: those here, beside what their threads are said to hold.

    A post without a thread states no total, so a set that holds one has none.
    """
    draft = members.scope.draft
    thread = draft.row(table(Thread))
    members.needs_target = True
    unthreaded = members.has_any(members.row["thread_id"].is_(None))
    sums = select(*_sums(thread, members.count(), unthreaded)).select_from(thread.source)
    return _summed(draft, field, sums.where(thread["id"].in_(members.select(members.row["thread_id"]))))


def coverage_of_source(scope: Scope, field: Field) -> Expression:
    """Return the coverage of all posts of the source at this scope; one without a thread states no total."""
    row = scope.draft.row(table(Thread))
    post = scope.draft.row(table(Post))
    unthreaded = select(func.count(_STAR)).select_from(post.source)
    beside = unthreaded.where(post["source_id"] == scope.row["id"], post["thread_id"].is_(None)).scalar_subquery()
    visible = func.coalesce(func.sum(row["visible"]), 0) + beside
    sums = select(*_sums(row, visible, beside > raw("0"))).select_from(row.source)
    return _summed(scope.draft, field, sums.where(row["source_id"] == scope.row["id"]))


def _sums(thread: Row, visible: Expression, unthreaded: Expression) -> list[Expression]:
    """Return what is summed up over threads; ``unthreaded`` tells whether something is there beside them."""

    def known(each: str) -> Expression:
        return case((func.count(_STAR) == func.count(thread[each]), func.sum(thread[each])), else_=null()).label(each)

    differs = func.max(case((mismatched(thread["total"], thread["claimed"]), 1), else_=0))
    return [
        visible.label("visible"),
        known("total"),
        known("claimed"),
        func.coalesce(differs, 0).label("differs"),
        unthreaded.label("unthreaded"),
    ]


def _summed(draft: Draft, field: Field, sums: Select[Any]) -> Expression:
    """Make the object of a row of sums, which is there whatever of it is selected."""
    name = f"c{draft.number()}"
    visible, differs = (raw(f"{name}.{each}", NUMBER) for each in ("visible", "differs"))
    beside = raw(f"{name}.unthreaded", Boolean())
    total, claimed = (case((beside, null()), else_=raw(f"{name}.{each}", NUMBER)) for each in ("total", "claimed"))
    return scalar(coverage(field, visible, total, claimed, differs == raw("1")), sums.subquery(name))


def buckets(members: Members, field: Field) -> Expression:
    """Return the set counted by calendar unit, empty units between two filled ones included, the undated last."""
    members.needs_target = True
    row, draft = members.row, members.scope.draft
    unit = draft.constant(field.word("by"))
    name = f"b{draft.number()}"
    period = draft.row(table(Period))
    inside = row["published_latest"] <= period["ends"]  # asked of one period alone, or every earlier one is tried
    found = (
        select(case((inside, period["starts"]), else_=null()))
        .select_from(period.source)
        .where(period["unit"] == unit, period["starts"] <= row["published_earliest"])
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
