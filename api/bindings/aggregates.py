"""Figures over a whole filtered set: coverage and time buckets. Never over the page."""

from typing import Any

from sqlalchemy import Boolean, Select, Subquery, and_, case, false, func, null, select, union_all
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
    # Many posts share few dates: these are counted first, so that the calendar is asked once for each of them.
    days = members.select(row["published_earliest"], row["published_latest"], func.count(_STAR).label("members"))
    of_day = days.group_by(raw("1"), raw("2")).subquery(f"{name}d")
    earliest, latest = (raw(f"{name}d.published_{edge}", TEXT) for edge in ("earliest", "latest"))
    period = draft.row(table(Period))
    inside = latest <= period["ends"]  # asked of one period alone, or every earlier one is tried
    found = (
        select(case((inside, period["starts"]), else_=null()))
        .select_from(period.source)
        .where(period["unit"] == unit, period["starts"] <= earliest)
        .order_by(period["starts"].desc())
        .limit(raw("1", NUMBER))
        .scalar_subquery()
    )
    dated = select(found.label("starts"), raw(f"{name}d.members", NUMBER).label("members")).select_from(of_day)
    undated = select(null().label("starts"), raw("0", NUMBER).label("members"))
    return _bucket_list(draft, field, unit, union_all(dated, undated).subquery(name))


def _bucket_list(draft: Draft, field: Field, unit: Expression, counted: Subquery) -> Expression:
    """List the periods from the first with a member to the last, then the undated.

    All is read from the counts once: SQLite would count again for each reading. Each filled period brings along the
    empty ones that follow it, up to the next filled one.
    """
    name = counted.name
    starts, members, following = (raw(f"{name}f.{each}", TEXT) for each in ("starts", "members", "following"))
    lead = func.lead(counted.c.starts).over(order_by=counted.c.starts)
    filled = select(counted.c.starts, func.sum(counted.c.members).label("members"), lead.label("following"))
    each = filled.select_from(counted).group_by(counted.c.starts).subquery(f"{name}f")
    period = draft.row(table(Period))
    stop = func.coalesce(following, starts.concat(raw("' '", TEXT)))  # behind the last filled one itself
    inside = and_(period["unit"] == unit, period["starts"] >= starts, period["starts"] < stop)
    rows = select(
        period["starts"].label("starts"),
        period["ends"].label("ends"),
        case((period["starts"] > starts, raw("0", NUMBER)), else_=members).label("n"),
        case((starts.is_(None), raw("1", NUMBER)), else_=raw("0", NUMBER)).label("late"),
    )
    row = Row(f"{name}u", table(Period))
    ordered = rows.select_from(each.outerjoin(period.source, inside)).order_by(raw("late"), period["starts"])
    start, end, n, late = (row.computed(one, kind) for one, kind in _BUCKET.items())
    parts = {"__typename": raw("'TimeBucket'"), "start": start, "end": end, "count": n}
    item = JsonObject([(sub.key, parts[sub.name]) for sub in field.below()])
    listed = JsonArray(item, [(late, False), (start, False)])
    return select(listed).select_from(ordered.subquery(row.name)).scalar_subquery()


_BUCKET: dict[str, TypeEngine[Any]] = {"starts": TEXT, "ends": TEXT, "n": NUMBER, "late": NUMBER}
