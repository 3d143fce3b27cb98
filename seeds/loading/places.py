"""A place of the gazetteer as rows: its own, its names and its parents."""

from math import cos, radians, sin

import orjson

from api.models import identify
from api.text.fold import fold
from seeds.extraction.names import is_short_capitals
from seeds.loading.origins import Origin, provenance
from seeds.loading.tables import Bundle, Row, Value, row
from seeds.records import ParentRecord, PlaceNameRecord, PlaceRecord


def place_rows(place: PlaceRecord, origin: Origin, revision: int) -> Bundle:
    """Return the rows of a place."""
    number = identify("Place", place.key)
    own = row(
        "places",
        id=number,
        key=place.key,
        kind=place.kind,
        label=place.name,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.exactness,
        geometry=_geometry(place),
        wikidata=place.wikidata,
        geonames=place.geonames,
        post_count=0,
        **_unit_vector(place.latitude, place.longitude),
        **provenance(origin, revision),
    )
    return {
        "places": [own],
        "place_names": [_name(number, *name) for name in enumerate(place.names, 1)],
        "place_parents": [_parent(number, *parent) for parent in enumerate(place.parents, 1)],
    }


def _geometry(place: PlaceRecord) -> str | None:
    """The geometry that is given, else the point of the coordinates, as GeoJSON text."""
    if place.geometry is not None:
        return orjson.dumps(place.geometry).decode()
    if place.latitude is None or place.longitude is None:
        return None
    return orjson.dumps({"type": "Point", "coordinates": [place.longitude, place.latitude]}).decode()


def _unit_vector(latitude: float | None, longitude: float | None) -> dict[str, Value]:
    """The point on a sphere of radius 1; rounded, because the last bits of a cosine differ between machines."""
    if latitude is None or longitude is None:
        return {"x": None, "y": None, "z": None}
    north, east = radians(latitude), radians(longitude)
    vector = {"x": cos(north) * cos(east), "y": cos(north) * sin(east), "z": sin(north)}
    return {axis: round(length, 15) for axis, length in vector.items()}


def _name(place_id: int, ordinal: int, name: PlaceNameRecord) -> Row:
    return row(
        "place_names",
        place_id=place_id,
        ordinal=ordinal,
        text=name.text,
        folded=fold(name.text),
        language=name.language,
        script=name.script,
        perspective=name.perspective,
        status=name.status,
        valid_from=name.valid_from,
        valid_to=name.valid_to,
        is_searched=name.match and not is_short_capitals(name.text),  # folded, US would be the pronoun
    )


def _parent(place_id: int, ordinal: int, parent: ParentRecord) -> Row:
    return row(
        "place_parents",
        place_id=place_id,
        ordinal=ordinal,
        parent_id=identify("Place", parent.place),
        relation=parent.relation,
        claimant=parent.claimant,
        valid_from=parent.valid_from,
        valid_to=parent.valid_to,
    )
