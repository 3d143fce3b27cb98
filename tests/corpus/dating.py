"""Columns of dates: an uncertain date enters, what the tables hold of it leaves; and the calendar's periods."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from api.models import UNDATED
from corpus.facts import When

PARTS = ("earliest", "latest", "instant", "precision", "basis")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(when: When) -> int:
    text = when.instant or f"{when.earliest}T00:00:00Z"
    return (datetime.fromisoformat(text) - EPOCH) // timedelta(microseconds=1)


def dated(when: When | None, prefix: str = "published_") -> dict[str, object]:
    """The five columns of a date, and those that sort by it."""
    columns: dict[str, object] = {f"{prefix}{part}": getattr(when, part, None) for part in PARTS}
    start = UNDATED if when is None else microseconds(when)
    return columns | {"oldest_first": start, "newest_first": UNDATED if when is None else -start}


def period(unit: str, of: date) -> tuple[date, date]:
    """The first and last day of the period that holds a day."""
    if unit == "DAY":
        return of, of
    if unit == "WEEK":
        monday = of - timedelta(days=of.weekday())
        return monday, monday + timedelta(days=6)
    months = {"MONTH": 1, "QUARTER": 3, "YEAR": 12}[unit]
    first = of.replace(month=(of.month - 1) // months * months + 1, day=1)
    after = first
    for _ in range(months):
        after = (after + timedelta(days=31)).replace(day=1)
    return first, after - timedelta(days=1)


def periods(dates: list[When]) -> Iterator[dict[str, object]]:
    """Every period of every unit between the first and the last day of all dates."""
    first = date.fromisoformat(min(when.earliest for when in dates))
    last = date.fromisoformat(max(when.latest for when in dates))
    for unit in ("DAY", "WEEK", "MONTH", "QUARTER", "YEAR"):
        at = first
        while at <= last:
            starts, ends = period(unit, at)
            yield {"unit": unit, "starts": starts.isoformat(), "ends": ends.isoformat()}
            at = ends + timedelta(days=1)
