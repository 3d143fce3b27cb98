"""The gazetteer: places, their names by language and perspective, and the places they lie in."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from seeds.records.dates import FirstDay, LastDay
from seeds.records.fields import (
    Claimant,
    Country,
    Flag,
    GeoPrecision,
    Hashtag,
    Key,
    Language,
    Latitude,
    Line,
    Longitude,
    NameStatus,
    Ordinal,
    ParentRelation,
    PlaceKind,
    Record,
    Script,
    Several,
    Text,
    Wikidata,
)
from seeds.records.geometry import GeoJSON


def _in_order(first: str | None, last: str | None) -> None:
    if first is not None and last is not None and first > last:
        context = {"path": ("valid_to",), "first": first, "last": last}
        raise PydanticCustomError("order", "{last} comes before valid_from, {first}", context)


class PlaceNameRecord(Record):
    """One name of a place: whose language, whose perspective, and when it held."""

    text: Line
    language: Language | None = None
    script: Script | None = None
    perspective: Claimant | None = None
    """Who says so: a country, or a key for a party that has no country code."""
    status: NameStatus = "VARIANT"
    valid_from: FirstDay | None = None
    valid_to: LastDay | None = None
    match: Flag = True
    """False for a name that is never searched for in texts: another word too often."""
    review: Text | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        _in_order(self.valid_from, self.valid_to)
        return self


class ParentRecord(Record):
    """A place this one lies in, according to somebody."""

    place: Key
    relation: ParentRelation = "PART_OF"
    claimant: Claimant | None = None
    """Who says so, where others do not."""
    valid_from: FirstDay | None = None
    valid_to: LastDay | None = None
    review: Text | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        _in_order(self.valid_from, self.valid_to)
        return self


class DemonymRecord(Record):
    """A word for the people of a place: found in texts, never a location."""

    text: Line
    language: Language | None = None
    review: Text | None = None


class PlaceRecord(Record):
    """An entry of the gazetteer."""

    key: Key
    """Names this place for ever, in links, ids and references."""
    kind: PlaceKind
    country: Country | None = None
    """ISO 3166-1 alpha-2, only where nobody disputes it."""
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    precision: GeoPrecision | None = None
    """How exact the coordinates are. By default APPROXIMATE with coordinates, NONE without."""
    geometry: GeoJSON | None = None
    wikidata: Wikidata | None = None
    geonames: Ordinal | None = None
    label: Line | None = None
    """The name shown where none is asked for. By default the first PREFERRED name, else the first."""
    names: Several[PlaceNameRecord] = ()
    parents: Several[ParentRecord] = ()
    demonyms: Several[DemonymRecord] = ()
    flags: Several[Line] = ()
    """Flag emoji that stand for this place."""
    hashtags: Several[Hashtag] | None = None
    """Tags that name this place. By default every name of it without its blanks."""
    review: Text | None = None

    @property
    def name(self) -> str:
        """The label: given, or the first PREFERRED name, or the first one."""
        preferred = (name.text for name in self.names if name.status == "PREFERRED")
        return self.label or next(preferred, self.names[0].text if self.names else self.key)

    @property
    def exactness(self) -> GeoPrecision:
        """The precision, given or by default."""
        return self.precision or ("NONE" if self.latitude is None else "APPROXIMATE")

    @model_validator(mode="after")
    def _is_somewhere_or_nowhere(self) -> Self:
        if (self.latitude is None) != (self.longitude is None):
            lone, other = ("longitude", "latitude") if self.latitude is None else ("latitude", "longitude")
            context = {"path": (lone,), "other": other, "hint": "write both, or neither"}
            raise PydanticCustomError("half", "stands without `{other}`", context)
        if self.precision is not None and (self.precision == "NONE") != (self.latitude is None):
            has = "no coordinates" if self.latitude is None else "coordinates"
            context = {"path": ("precision",), "precision": self.precision, "has": has}
            raise PydanticCustomError("precision", "is {precision}, but the place has {has}", context)
        if not self.names and self.label is None:
            raise PydanticCustomError("nameless", "has no name", {"hint": "write `names:`, or at least `label:`"})
        return self
