"""Kinds of values in a URL: the text of one value enters, what GraphQL would be given for it leaves.

Each kind says the same thing twice: as the JSON Schema that clients read, and as the function that refuses.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import orjson
from graphql import GraphQLEnumType

from api.schema.scalars import read_date

Schema = dict[str, Any]  # Any: JSON Schema, whose keywords take whatever they take

LONGEST_TEXT = 200
"""Code points that a value may have, where nothing else is said."""
LONGEST_QUERY = 1000
"""Code points that a search reads, or that running text is compared with."""
INT32 = 2**31 - 1
LIKENESS = 0.6


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of value. `read` raises ValueError with a sentence that says what would do.

    `different` is how many different values there are, where they can be counted.
    """

    schema: Schema
    read: Callable[[str], object]
    different: int | None = None


def text(longest: int = LONGEST_TEXT) -> Kind:
    """Any text, the empty one included."""

    def read(given: str) -> str:
        if len(given) > longest:
            raise ValueError(f"is longer than {longest:,} characters")
        return given

    return Kind({"type": "string", "maxLength": longest}, read)


def integer(least: int = -INT32, most: int = INT32) -> Kind:
    """A whole number from `least` to `most`."""

    def read(given: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,10}", given) or not least <= int(given) <= most:
            raise ValueError(f"must be a whole number from {least} to {most}")
        return int(given)

    return Kind({"type": "integer", "format": "int32", "minimum": least, "maximum": most}, read)


def number(least: float | None = None) -> Kind:
    """A number that may have a fraction, in decimal notation."""

    def read(given: str) -> float:
        if not re.fullmatch(r"-?[0-9]{1,20}(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?", given):
            raise ValueError("must be a number such as 0.5")
        value = float(given)
        if value in {float("inf"), float("-inf")} or (least is not None and value < least):
            raise ValueError("must be a number that is not so large" if least is None else f"must not be under {least}")
        return value

    return Kind({"type": "number", **({} if least is None else {"minimum": least})}, read)


def boolean() -> Kind:
    """`true` or `false`."""

    def read(given: str) -> bool:
        if given not in {"true", "false"}:
            raise ValueError("must be `true` or `false`")
        return given == "true"

    return Kind({"type": "boolean"}, read)


def date() -> Kind:
    """A day of the calendar."""

    def read(given: str) -> str:
        try:
            return read_date(given)
        except ValueError:
            raise ValueError("must be a day of the calendar, such as `2023-03-15`") from None

    return Kind({"type": "string", "format": "date"}, read)


def period() -> Kind:
    """A year or a month, read as its first and its last day."""
    pattern = r"^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2]))?$"

    def read(given: str) -> dict[str, str]:
        if not re.fullmatch(pattern[1:-1], given):
            raise ValueError("must be a year (`2023`) or a month (`2023-03`); for days there are `.gte` and `.lte`")
        first, last = (given, given) if "-" in given else (f"{given}-01", f"{given}-12")
        return {"gte": f"{first}-01", "lte": f"{last}-{monthrange(int(last[:4]), int(last[5:]))[1]}"}

    return Kind({"type": "string", "pattern": pattern}, read)


def word(kind: GraphQLEnumType) -> Kind:
    """One of the words of a GraphQL enum, spelt as there."""
    return Kind({"$ref": f"#/components/schemas/{kind.name}"}, among(kind.values), len(kind.values))


def choice(names: Iterable[str]) -> Kind:
    """One of these names."""
    known = list(names)
    return Kind({"type": "string", "enum": known}, among(known), len(known))


def among(names: Iterable[str]) -> Callable[[str], str]:
    """Return the reader that takes one of these names, and suggests the likeliest for any other."""
    known = list(names)

    def read(given: str) -> str:
        if given not in known:
            raise ValueError(f"`{given[:80]}` is not known here: {suggested(given, known)}")
        return given

    return read


def suggested(given: str, known: list[str]) -> str:
    """Say which name was probably meant, or which ones there are."""
    lowered = {name.lower(): name for name in known}
    close = get_close_matches(given.lower(), lowered, n=1, cutoff=LIKENESS)
    return f"did you mean `{lowered[close[0]]}`?" if close else f"there is {', '.join(known)}"


_FRACTION = r"(\.[0-9]{1,12})?"
_LATITUDE = rf"-?(90(\.0{{1,12}})?|[1-8]?[0-9]{_FRACTION})"
_LONGITUDE = rf"-?(180(\.0{{1,12}})?|(1[0-7][0-9]|[1-9]?[0-9]){_FRACTION})"
_KILOMETRES = rf"[0-9]{{1,5}}{_FRACTION}"


def box() -> Kind:
    """A rectangle on the map: `west,south,east,north` in degrees."""
    names = ("west", "south", "east", "north")
    pattern = ",".join((_LONGITUDE, _LATITUDE, _LONGITUDE, _LATITUDE))
    return _numbers(names, pattern, "must be west,south,east,north in degrees, such as `44,38.8,46.6,41.3`")


def circle() -> Kind:
    """A circle on the map: `latitude,longitude,kilometres`."""
    names = ("latitude", "longitude", "kilometres")
    pattern = ",".join((_LATITUDE, _LONGITUDE, _KILOMETRES))
    return _numbers(names, pattern, "must be latitude,longitude,kilometres, such as `40.37,47.13,50`")


def _numbers(names: tuple[str, ...], pattern: str, refusal: str) -> Kind:
    def read(given: str) -> Mapping[str, float]:
        if not re.fullmatch(pattern, given, re.ASCII):
            raise ValueError(refusal)
        return dict(zip(names, map(float, given.split(",")), strict=True))

    return Kind({"type": "string", "pattern": f"^{pattern}$"}, read)


def json_object() -> Kind:
    """An input object of GraphQL, as JSON."""

    def read(given: str) -> object:
        try:
            found = orjson.loads(given)
        except orjson.JSONDecodeError:
            found = None
        if not isinstance(found, dict):
            raise ValueError('must be a JSON object such as {"language": {"eq": "fr"}}')  # noqa: TRY004  (a refusal)
        return found

    return Kind({"type": "string", "contentMediaType": "application/json", "maxLength": LONGEST_QUERY * 4}, read)


def cursor() -> Kind:
    """A place in a list, as a page before gave it; whether it is of this list is for the mill to say."""
    pattern = r"^[0-9A-Fa-f.-]{8,4000}$"

    def read(given: str) -> str:
        if not re.fullmatch(pattern[1:-1], given):
            raise ValueError("must be a cursor as a `Link` or `pageInfo` gave it")
        return given

    return Kind({"type": "string", "format": "cursor", "pattern": pattern}, read)
