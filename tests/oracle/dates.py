"""Uncertain dates and the buckets of time they are counted in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from oracle.conditions import Dated

MONTHS = {"MONTH": 1, "QUARTER": 3, "YEAR": 12}


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date as exactly as it is known."""

    earliest: str
    latest: str
    instant: str | None
    precision: str
    basis: str


@dataclass(frozen=True, slots=True)
class Bucket:
    """A stretch of days and what is dated wholly inside it; without days, all the rest."""

    start: str | None
    end: str | None
    count: int


def uncertain(row: Any, prefix: str) -> UncertainDate | None:  # Any: a row with five columns of that prefix
    """Read a date from its columns; None for the undated."""
    if getattr(row, f"{prefix}_earliest") is None:
        return None
    parts = ("earliest", "latest", "instant", "precision", "basis")
    return UncertainDate(*(getattr(row, f"{prefix}_{part}") for part in parts))


def bounds(unit: str, day: date) -> tuple[date, date]:
    """The first and last day of the bucket that a day falls into."""
    if unit == "DAY":
        return day, day
    if unit == "WEEK":
        monday = date.fromisocalendar(*day.isocalendar()[:2], 1)
        return monday, monday + timedelta(6)
    length = MONTHS[unit]
    month = (day.month - 1) // length * length
    ends_in = month + length
    following = date(day.year + ends_in // 12, ends_in % 12 + 1, 1)
    return date(day.year, month + 1, 1), following - timedelta(1)


def buckets(items: Iterable[Dated], unit: str) -> list[Bucket]:
    """Count items by date: gaps are present with 0, and what fits no bucket wholly comes last."""
    counts: dict[tuple[date, date], int] = {}
    undated = 0
    for item in items:
        inside = bounds(unit, date.fromisoformat(item.published_earliest)) if item.published_earliest else None
        if inside is None or inside[1].isoformat() < (item.published_latest or ""):
            undated += 1
        else:
            counts[inside] = counts.get(inside, 0) + 1
    filled: list[Bucket] = []
    if counts:
        at, (_, last) = min(counts)[0], max(counts)
        while at <= last:
            start, end = bounds(unit, at)
            filled.append(Bucket(start.isoformat(), end.isoformat(), counts.get((start, end), 0)))
            at = end + timedelta(1)
    return [*filled, Bucket(None, None, undated)]
