"""The calendar of the years in which the dataset is dated."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from seeds.loading.calendar import calendar

YEARS = st.integers(1, 9999)


@given(first=YEARS, length=st.integers(0, 3))
def test_each_unit_covers_the_years_without_gap_or_overlap(first: int, length: int) -> None:
    last = min(first + length, 9999)
    units: dict[str, list[tuple[str, str]]] = {}
    for unit, starts, ends in calendar(first, last):
        units.setdefault(str(unit), []).append((str(starts), str(ends)))
    assert set(units) == {"DAY", "WEEK", "MONTH", "QUARTER", "YEAR"}
    for periods in units.values():
        for (_, ends), (starts, _) in pairwise(periods):
            assert date.fromisoformat(ends) + timedelta(days=1) == date.fromisoformat(starts)
    for unit in ("DAY", "MONTH", "QUARTER", "YEAR"):
        assert (units[unit][0][0], units[unit][-1][1]) == (f"{first:04}-01-01", f"{last:04}-12-31")


def test_weeks_are_those_of_iso_8601_and_whole() -> None:
    weeks = [(str(starts), str(ends)) for unit, starts, ends in calendar(2021, 2021) if unit == "WEEK"]
    assert weeks[0] == ("2020-12-28", "2021-01-03")
    assert weeks[-1] == ("2021-12-27", "2022-01-02")
    assert all(date.fromisoformat(starts).isoweekday() == 1 for starts, _ in weeks)


def test_a_quarter_is_three_months() -> None:
    quarters = [(starts, ends) for unit, starts, ends in calendar(2024, 2024) if unit == "QUARTER"]
    assert quarters[0] == ("2024-01-01", "2024-03-31")
    assert quarters[3] == ("2024-10-01", "2024-12-31")
