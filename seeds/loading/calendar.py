"""The calendar of the years between the dataset's first and last date: days, ISO weeks, months, quarters, years."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Connection, delete, func, select

from seeds.loading.batches import in_batches
from seeds.loading.dialects import bulk_insert
from seeds.loading.stored import TABLES
from seeds.loading.tables import Row

_DAY = timedelta(days=1)
_MONTHS = {"MONTH": 1, "QUARTER": 3, "YEAR": 12}


def settle_periods(connection: Connection) -> None:
    """Write the calendar of the years in which posts and threads are dated; longer ranges fit no bucket."""
    periods = TABLES["periods"]
    years = select(func.min(periods.c.starts), func.max(periods.c.starts)).where(periods.c.unit == "YEAR")
    stored = tuple(None if start is None else int(start[:4]) for start in connection.execute(years).one())
    wanted = _years(connection)
    if wanted == stored:
        return
    connection.execute(delete(periods))
    if wanted[0] is not None and wanted[1] is not None:
        for batch in in_batches(calendar(wanted[0], wanted[1]), 10_000):
            bulk_insert(connection, periods, batch)


def _years(connection: Connection) -> tuple[int | None, int | None]:
    """The first and the last year of a date; both ends are a look into an index."""
    ends = []
    for order in ("oldest_first", "newest_first"):
        found = [_end(connection, table, order) for table in ("posts", "threads")]
        ends.append([year for year in found if year is not None])
    return (min(ends[0]), max(ends[1])) if ends[0] else (None, None)


def _end(connection: Connection, name: str, order: str) -> int | None:
    table = TABLES[name]
    one_year = func.substr(table.c.published_earliest, 1, 4) == func.substr(table.c.published_latest, 1, 4)
    found = connection.scalar(select(table.c.published_earliest).where(one_year).order_by(table.c[order]).limit(1))
    return None if found is None else int(found[:4])


def calendar(first: int, last: int) -> Iterator[Row]:
    """Yield the rows of `periods` for some years, days inclusive; weeks that reach over an end are whole."""
    start, end = date(first, 1, 1), date(last, 12, 31)
    for number in range(start.toordinal(), end.toordinal() + 1):
        day = date.fromordinal(number).isoformat()
        yield "DAY", day, day
    for number in range(start.toordinal() - start.weekday(), end.toordinal() + 1, 7):
        if number >= 1 and number + 6 <= date.max.toordinal():
            yield "WEEK", date.fromordinal(number).isoformat(), date.fromordinal(number + 6).isoformat()
    for unit, months in _MONTHS.items():
        for year in range(first, last + 1):
            for month in range(1, 13, months):
                yield unit, date(year, month, 1).isoformat(), _last_day(year, month + months - 1).isoformat()


def _last_day(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - _DAY
