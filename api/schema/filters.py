"""The leaves of a filter: conditions on one value, one set or one stretch of the map.

The conditions given in one filter all hold together. `conditions.py` puts them together for each type.
"""

from api.schema.enums import Basis, MentionRole, PlaceKind, PostKind, SourceKind, TagMatch
from api.schema.promise import accepted, input_type
from api.schema.scalars import Date

_EQ = "Equal to this value."
_IN = "Equal to one of these values."
_GT = "Greater than this number."
_GTE = "This number or greater."
_LT = "Less than this number."
_LTE = "This number or less."
_IS_NULL = "`true` keeps what has no value, `false` what has one."


@input_type
class StringFilter:
    """Conditions on a short text such as a key or a language, compared letter for letter."""

    eq: str | None = accepted(_EQ)
    in_: list[str] | None = accepted(_IN, name="in")
    not_in: list[str] | None = accepted("Equal to none of these values.")
    starts_with: str | None = accepted("Beginning with this text, for example the key of a source and a slash.")
    is_null: bool | None = accepted(_IS_NULL)


@input_type
class TextFilter:
    """Conditions on running text. Case and Latin accents do not matter, and every sign means itself: `%` is a `%`."""

    contains: str | None = accepted("Containing this text anywhere, also within a word.")
    starts_with: str | None = accepted("Beginning with this text.")


@input_type
class IntFilter:
    """Conditions on a whole number, for example `{gte: 2, lt: 10}`."""

    eq: int | None = accepted(_EQ)
    gt: int | None = accepted(_GT)
    gte: int | None = accepted(_GTE)
    lt: int | None = accepted(_LT)
    lte: int | None = accepted(_LTE)


@input_type
class FloatFilter:
    """Conditions on a number that may have a fraction, for example `{gte: 0.5, lt: 1}`."""

    gt: float | None = accepted(_GT)
    gte: float | None = accepted(_GTE)
    lt: float | None = accepted(_LT)
    lte: float | None = accepted(_LTE)
    is_null: bool | None = accepted(_IS_NULL)


@input_type
class DateFilter:
    """Conditions on an uncertain date: kept is what may have been published in the period, the undated left out.

    A date known only as March 2023 overlaps `{gte: "2023-03-15"}`, because it may lie after that day.
    """

    gte: Date | None = accepted("The first day of the period: `latest` is this day or later.")
    lte: Date | None = accepted("The last day of the period: `earliest` is this day or earlier.")
    is_null: bool | None = accepted("`true` keeps the undated, `false` what has a date, however uncertain.")


@input_type
class KindFilter:
    """Conditions on the kind of a post."""

    eq: PostKind | None = accepted(_EQ)
    in_: list[PostKind] | None = accepted(_IN, name="in")


@input_type
class SourceKindFilter:
    """Conditions on the kind of a source."""

    eq: SourceKind | None = accepted(_EQ)
    in_: list[SourceKind] | None = accepted(_IN, name="in")


@input_type
class PlaceKindFilter:
    """Conditions on the kind of a place."""

    eq: PlaceKind | None = accepted(_EQ)
    in_: list[PlaceKind] | None = accepted(_IN, name="in")


@input_type
class TagFilter:
    """Conditions on hashtags, named without `#`, for example `{all: ["NKpeace", "Shushi"], basis: [IN_TEXT]}`."""

    any: list[str] | None = accepted("At least one of these tags.")
    all: list[str] | None = accepted("Every one of these tags.")
    none: list[str] | None = accepted("Not one of these tags.")
    match: TagMatch | None = accepted("How the names are compared; FOLDED when left out.")
    basis: list[Basis] | None = accepted(
        "Only uses with one of these bases count: IN_TEXT, or ASSERTED by the listing. Every use when left out."
    )


@input_type
class HandleFilter:
    """Conditions on the accounts mentioned, by handle, written without `@`: `{any: ["CrisisGroup"]}`."""

    any: list[str] | None = accepted("At least one of these accounts.")
    all: list[str] | None = accepted("Every one of these accounts.")
    none: list[str] | None = accepted("Not one of these accounts.")


@input_type
class BoundingBox:
    """A rectangle on the map in degrees of WGS 84. Where `west` is greater than `east` it crosses the antimeridian."""

    west: float = accepted("The western longitude, -180 to 180.")
    south: float = accepted("The southern latitude, -90 to 90.")
    east: float = accepted("The eastern longitude, -180 to 180.")
    north: float = accepted("The northern latitude, -90 to 90.")


@input_type
class NearFilter:
    """A circle on the map, for example `{latitude: 39.82, longitude: 46.75, kilometres: 30}`."""

    latitude: float = accepted("The latitude of the centre in degrees of WGS 84, -90 to 90.")
    longitude: float = accepted("The longitude of the centre in degrees of WGS 84, -180 to 180.")
    kilometres: float = accepted("The radius in kilometres, measured along the surface of the earth.")


@input_type
class PlaceSetFilter:
    """Conditions on the places mentioned. A place is given by its key or by any of its names.

    DEMONYM (“the Armenian side”) is left out unless `role` asks for it.
    """

    any: list[str] | None = accepted("At least one of these places.")
    all: list[str] | None = accepted("Every one of these places.")
    none: list[str] | None = accepted("Not one of these places.")
    role: list[MentionRole] | None = accepted("Only mentions in one of these roles count; all but DEMONYM by default.")
    within: str | None = accepted("A place inside this one, at any depth of its parents; key or name.")
    bbox: BoundingBox | None = accepted("A place with coordinates in this rectangle.")
    near: NearFilter | None = accepted("A place with coordinates in this circle.")
