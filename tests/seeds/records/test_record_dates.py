"""Uncertain dates: each form, its range and precision, and what is no date."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from seeds.records import UncertainDate, parse_days, parse_instant, parse_uncertain
from seeds.records.dates import FirstDay, Instant, LastDay, Published

FORMS = [
    ("2023", UncertainDate("2023-01-01", "2023-12-31", None, "YEAR", "DECLARED")),
    (2023, UncertainDate("2023-01-01", "2023-12-31", None, "YEAR", "DECLARED")),
    ("2024-02", UncertainDate("2024-02-01", "2024-02-29", None, "MONTH", "DECLARED")),
    ("2023-03-15", UncertainDate("2023-03-15", "2023-03-15", None, "DAY", "DECLARED")),
    (
        "2023-03-15T10:00:00Z",
        UncertainDate("2023-03-15", "2023-03-15", "2023-03-15T10:00:00Z", "INSTANT", "DECLARED"),
    ),
    (
        "2023-03-15T01:30:00.999+04:00",
        UncertainDate("2023-03-14", "2023-03-14", "2023-03-14T21:30:00Z", "INSTANT", "DECLARED"),
    ),
    (
        {"earliest": "2023-01", "latest": "2023-02-10"},
        UncertainDate("2023-01-01", "2023-02-10", None, "RANGE", "DECLARED"),
    ),
    (
        {"earliest": "2023-03-15", "latest": "2023-03-15T23:00:00Z", "basis": "IN_TEXT"},
        UncertainDate("2023-03-15", "2023-03-15", None, "DAY", "IN_TEXT"),
    ),
    ({"value": "2023-03", "basis": "ASSERTED"}, UncertainDate("2023-03-01", "2023-03-31", None, "MONTH", "ASSERTED")),
    (
        {"value": {"earliest": "2022", "latest": "2023"}, "basis": "DETECTED"},
        UncertainDate("2022-01-01", "2023-12-31", None, "RANGE", "DETECTED"),
    ),
]


@pytest.mark.parametrize(("written", "kept"), FORMS)
def test_each_form_of_a_date_becomes_a_range_with_its_precision(written: object, kept: UncertainDate) -> None:
    assert parse_uncertain(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "15 March",
        "",
        "2023-3-15",
        "2023-13",
        "2023-02-30",
        "2023-00-01",
        "0000",
        "20230315",
        "March 2023",
        "2023-03-15T10:00",
        "today",
        "2023-03-15T25:00:00Z",
        "2023-03-15T10:00:60Z",
        "2023-03-15T10:00:00",
        "2023-03-15T10:00:00+25:00",
        "0001-01-01T00:00:00+01:00",
        999,
        20230315,
        1.5,
        True,
        None,
        [],
        {},
        {"earliest": "2023"},
        {"value": "2023", "latest": "2024"},
        {"value": {"basis": "DECLARED"}},
        {"earliest": "2024", "latest": "2023"},
        {"value": "2023", "basis": "GUESSED"},
        {"value": {"value": "2023"}},
        "２０２３",
    ],
)
def test_what_is_no_date_is_refused(written: object) -> None:
    with pytest.raises(PydanticCustomError):
        parse_uncertain(written)


def test_a_refusal_quotes_the_words_and_shows_the_forms() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_uncertain("15 March")
    assert caught.value.message() == "`15 March` is not a date"
    assert "2023-03-15" in str((caught.value.context or {})["hint"])


def test_a_moment_without_a_time_zone_is_told_to_add_one() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_instant("2023-03-15T10:00:00")
    assert "2023-03-15T10:00:00+04:00" in str((caught.value.context or {})["hint"])


@pytest.mark.parametrize(
    "written",
    ["2023-03-15t10:00:00z", "2023-03-15 10:00:00Z", "2023-03-15T14:00:00+04:00", "2023-03-15T10:00:00.123456789Z"],
)
def test_an_instant_is_kept_in_utc_to_the_second(written: str) -> None:
    assert parse_instant(written) == "2023-03-15T10:00:00Z"


@given(st.dates())
def test_every_day_reads_back_as_itself(day: date) -> None:
    assert parse_days(day.isoformat()) == (day.isoformat(), day.isoformat(), "DAY")


@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1)), st.integers(-23 * 60, 23 * 60))
def test_every_instant_keeps_its_moment(moment: datetime, offset: int) -> None:
    there = moment.replace(tzinfo=timezone(timedelta(minutes=offset)))
    assert datetime.fromisoformat(parse_instant(there.isoformat())) == there.astimezone(UTC).replace(microsecond=0)


@given(
    st.one_of(st.text(max_size=30), st.from_regex(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?([T ][0-9:]{5,8}(Z|\+[0-9:]{5}))?"))
)
def test_any_text_is_a_date_in_order_or_refused(text: str) -> None:
    try:
        read = parse_uncertain(text)
    except PydanticCustomError:
        return
    assert date.fromisoformat(read.earliest) <= date.fromisoformat(read.latest)


def test_the_ends_of_a_period_are_its_first_and_its_last_day() -> None:
    assert TypeAdapter(FirstDay).validate_python("1923") == "1923-01-01"
    assert TypeAdapter(LastDay).validate_python("1991-02") == "1991-02-28"


def test_an_instant_field_takes_nothing_but_text() -> None:
    with pytest.raises(ValidationError, match="not an instant"):
        TypeAdapter(Instant).validate_python(2023)


def test_a_date_can_be_dumped_as_plain_values() -> None:
    adapter = TypeAdapter(Published)
    dumped = adapter.dump_python(adapter.validate_python("2023"))
    assert dumped["earliest"] == "2023-01-01"
