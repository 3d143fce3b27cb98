"""Uncertain dates as columns and sort keys."""

import pytest

from api.models import UNDATED
from seeds.loading.dates import microseconds, published
from seeds.records import parse_uncertain


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("1970-01-01", 0),
        ("1970-01-01T00:00:01Z", 1_000_000),
        ("1969-12-31", -86_400_000_000),
        ("0001-01-01", -62_135_596_800_000_000),
    ],
)
def test_a_moment_is_microseconds_since_1970_in_utc(moment: str, expected: int) -> None:
    assert microseconds(moment) == expected


def test_a_range_sorts_by_its_first_day_and_an_instant_by_itself() -> None:
    assert published(parse_uncertain("2021"))["oldest_first"] == microseconds("2021-01-01")
    read = published(parse_uncertain("2021-03-15T12:00:00+04:00"))
    assert (read["published_instant"], read["published_earliest"]) == ("2021-03-15T08:00:00Z", "2021-03-15")
    assert read["newest_first"] == -microseconds("2021-03-15T08:00:00Z")


def test_the_undated_come_last_both_ways() -> None:
    undated = published(None)
    assert undated["oldest_first"] == undated["newest_first"] == UNDATED
    assert undated["published_earliest"] is undated["published_basis"] is None
    assert microseconds("9999-12-31") < UNDATED
