"""Dates as they are written in filters."""

import datetime
import re

import pytest
from graphql import GraphQLScalarType, build_schema, parse, validate
from hypothesis import given
from hypothesis import strategies as st

from api.schema import build, promise, sdl
from api.schema.scalars import read_date

SCHEMA = promise(build())


@given(st.dates())
def test_a_day_of_the_calendar_stays_as_it_was_written(day: datetime.date) -> None:
    assert read_date(day.isoformat()) == day.isoformat()


@given(st.one_of(st.text(), st.integers(), st.none(), st.floats(), st.booleans(), st.lists(st.text())))
def test_whatever_is_not_a_date_is_refused_with_advice(value: object) -> None:
    with pytest.raises(ValueError, match=r"YYYY-MM-DD|no such day"):
        read_date(value)


@pytest.mark.parametrize(
    "value", ["20230315", "2023-W11-3", "2023-03", "2023-3-5", "2023-03-15T00:00:00Z", " 2023-03-15", "٢٠٢٣-٠٣-١٥"]
)
def test_other_ways_to_write_a_day_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        read_date(value)


@pytest.mark.parametrize("value", ["2023-02-29", "2023-13-01", "0000-01-01", "2023-00-10"])
def test_a_day_that_no_calendar_has_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="no such day"):
        read_date(value)


def test_a_wrong_date_in_a_query_is_refused_with_its_place() -> None:
    question = '{ posts(where: {published: {gte: "15.3.2023"}}) { totalCount } }'
    (error,) = validate(SCHEMA, parse(question))
    assert re.search(r"YYYY-MM-DD.*15\.3\.2023", error.message)
    assert error.locations is not None
    assert error.locations[0].column == question.index('"15') + 1


def test_each_scalar_says_which_specification_it_follows() -> None:
    printed = build_schema(sdl(build()))
    for name, document in {"Date": "rfc3339", "DateTime": "rfc3339", "GeoJSON": "rfc7946"}.items():
        scalar = printed.type_map[name]
        assert isinstance(scalar, GraphQLScalarType)
        assert document in str(scalar.specified_by_url)
