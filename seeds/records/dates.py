"""Dates that may be uncertain. Text as a seed writes it enters; days and instants in ISO 8601 text leave.

Days are those of UTC. Instants follow RFC 3339; they are kept to the second, in UTC, with a final Z.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Annotated, Final, cast, get_args

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from seeds.records.fields import Basis, DatePrecision

_FORMS: Final = "write 2023, 2023-03, 2023-03-15, 2023-03-15T10:00:00Z, or {earliest: ..., latest: ...}"
_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_INSTANT: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]{1,12})?([Zz]|[-+][0-9]{2}:[0-9]{2})?"
)


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A range of days, both ends in it. `instant` is set only where the precision is INSTANT."""

    earliest: str
    latest: str
    instant: str | None
    precision: DatePrecision
    basis: Basis


def _refused(value: object, why: str = "is not a date", hint: str = _FORMS) -> PydanticCustomError:
    return PydanticCustomError("date", "`{value}` {why}", {"value": str(value)[:80], "why": why, "hint": hint})


def parse_instant(text: str) -> str:
    """The instant in UTC, to the second: `2023-03-15T10:00:00Z`. Raises a pydantic error that says why not."""
    match = _INSTANT.fullmatch(text)
    if not match:
        raise _refused(text, "is not an instant", "write it like 2023-03-15T10:00:00Z (RFC 3339)")
    day, clock, zone = match.groups()
    if zone is None:
        raise _refused(text, "has no time zone", f"add Z for UTC, or an offset: {text}Z, {text}+04:00")
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}{'+00:00' if zone in 'Zz' else zone}").astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _refused(text, "is no moment of any calendar", "check the day, the hour and the offset") from error
    return f"{moment.isoformat()[:19]}Z"


def parse_days(text: str) -> tuple[str, str, DatePrecision]:
    """The first and the last day that a year, a month or a day covers, and which of them it was."""
    match = _DATE.fullmatch(text)
    if not match:
        raise _refused(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(cast(int, year), 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise _refused(text, "is no day of any calendar", "check the year, the month and the day") from error
    if day:
        return text, text, "DAY"
    if month:
        return first.isoformat(), first.replace(day=monthrange(first.year, month)[1]).isoformat(), "MONTH"
    return first.isoformat(), first.replace(month=12, day=31).isoformat(), "YEAR"


@lru_cache(maxsize=4096)
def _parse_text(text: str, basis: Basis) -> UncertainDate:
    if len(text) <= 10:
        earliest, latest, precision = parse_days(text)
        return UncertainDate(earliest, latest, None, precision, basis)
    if not _DATE.match(text):
        raise _refused(text)
    instant = parse_instant(text)
    return UncertainDate(instant[:10], instant[:10], instant, "INSTANT", basis)


def _as_text(value: object) -> str:
    if type(value) is int and 1000 <= value <= 9999:  # a bare year in JSON
        return str(value)
    if not isinstance(value, str):
        raise _refused(value)
    return str(value)


def _basis_of(value: Mapping[str, object]) -> Basis:
    basis = value.get("basis", "DECLARED")
    if basis not in get_args(Basis):
        raise _refused(basis, "is not a basis", f"write one of {', '.join(get_args(Basis))}")
    return cast(Basis, str(basis))


def _range(value: Mapping[str, object]) -> UncertainDate:
    earliest = _parse_text(_as_text(value["earliest"]), "DECLARED").earliest
    latest = _parse_text(_as_text(value["latest"]), "DECLARED").latest
    if earliest > latest:
        raise _refused(value["earliest"], f"comes after {value['latest']}", "put the earlier date first")
    return UncertainDate(earliest, latest, None, "DAY" if earliest == latest else "RANGE", _basis_of(value))


def parse_uncertain(value: object) -> UncertainDate:
    """One of the forms of a published date: text, {earliest, latest, basis} or {value, basis}."""
    if not isinstance(value, Mapping):
        return _parse_text(_as_text(value), "DECLARED")
    names = set(value) - {"basis"}
    if names == {"earliest", "latest"}:
        return _range(value)
    if names != {"value"}:
        raise _refused(", ".join(sorted(map(str, value))), "do not make a date", _FORMS)
    inner = value["value"]
    if isinstance(inner, Mapping):
        if set(inner) != {"earliest", "latest"}:
            raise _refused(", ".join(sorted(map(str, inner))), "do not make a date", _FORMS)
        return _range({**inner, "basis": _basis_of(value)})
    return _parse_text(_as_text(inner), _basis_of(value))


def _first_day(value: object) -> str:
    return parse_days(_as_text(value))[0]


def _last_day(value: object) -> str:
    return parse_days(_as_text(value))[1]


def _instant(value: object) -> str:
    if not isinstance(value, str):
        raise _refused(value, "is not an instant", "write it like 2023-03-15T10:00:00Z (RFC 3339)")
    return parse_instant(str(value))


_DAYS_FORM: Final = {
    "anyOf": [
        {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
        {"type": "integer", "minimum": 1000, "maximum": 9999},
    ]
}
_INSTANT_FORM: Final = {"type": "string", "format": "date-time"}
_BASIS_FORM: Final = {"enum": list(get_args(Basis)), "default": "DECLARED"}
_RANGE_FORM: Final = {
    "type": "object",
    "properties": {
        "earliest": {"anyOf": [_DAYS_FORM, _INSTANT_FORM]},
        "latest": {"anyOf": [_DAYS_FORM, _INSTANT_FORM]},
        "basis": _BASIS_FORM,
    },
    "required": ["earliest", "latest"],
    "additionalProperties": False,
}
_VALUE_FORM: Final = {
    "type": "object",
    "properties": {"value": {"anyOf": [_DAYS_FORM, _INSTANT_FORM, _RANGE_FORM]}, "basis": _BASIS_FORM},
    "required": ["value"],
    "additionalProperties": False,
}

# An alias of its own, so that the published schema defines its forms once.
Published = TypeAliasType(
    "Published",
    Annotated[
        UncertainDate,
        BeforeValidator(parse_uncertain),
        WithJsonSchema({"anyOf": [_DAYS_FORM, _INSTANT_FORM, _RANGE_FORM, _VALUE_FORM]}),
    ],
)
Instant = Annotated[str, PlainValidator(_instant), WithJsonSchema(_INSTANT_FORM)]
FirstDay = Annotated[str, PlainValidator(_first_day), WithJsonSchema(_DAYS_FORM)]
LastDay = Annotated[str, PlainValidator(_last_day), WithJsonSchema(_DAYS_FORM)]
