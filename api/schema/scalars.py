"""The three scalars GraphQL lacks: dates, instants and shapes. Text enters, ISO 8601 text leaves.

Annotate with the names `Date`, `DateTime` and `GeoJSON`; `SCALARS` tells Strawberry what they are called and mean.
"""

import datetime
import re
from typing import NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

Date = NewType("Date", str)
DateTime = NewType("DateTime", str)
GeoJSON = NewType("GeoJSON", object)

_FULL_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_date(value: object) -> Date:
    """Return a full-date of RFC 3339 (`2023-03-15`) unchanged; raise ValueError for anything else.

    graphql-core adds the place and the value to the message. The form is checked before the calendar because Python
    also reads `20230315` and week dates.
    """
    if not isinstance(value, str) or not _FULL_DATE.fullmatch(value):
        raise ValueError('a date is written YYYY-MM-DD, in quotes: "2023-03-15"')
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        raise ValueError("the calendar has no such day: check the year, the month and the day") from None
    return Date(value)


SCALARS: dict[object, ScalarDefinition] = {
    Date: strawberry.scalar(
        name="Date",
        description="A day of the calendar, `YYYY-MM-DD` (the full-date of RFC 3339), for example `2023-03-15`.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
        parse_value=read_date,
    ),
    DateTime: strawberry.scalar(
        name="DateTime",
        description="An instant in UTC, to the second or finer, as in RFC 3339, for example `2023-03-15T10:00:00Z`.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
    ),
    GeoJSON: strawberry.scalar(
        name="GeoJSON",
        description=(
            "A geometry object of RFC 7946 in WGS 84, longitude before latitude, "
            'for example `{"type": "Point", "coordinates": [46.75, 39.82]}`.'
        ),
        specified_by_url="https://www.rfc-editor.org/rfc/rfc7946#section-3.1",
    ),
}
