"""GeoJSON geometries (RFC 7946, section 3.1). What enters is any parsed value; what leaves has numbers for numbers.

Positions are longitude, latitude and perhaps an altitude in metres, in WGS 84; a linear ring closes upon itself.
"""

from collections.abc import Callable
from typing import Annotated, Final

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from seeds.records.fields import number

Geometry = dict[str, object]
_MAX_DEPTH: Final = 8  # GeometryCollections in one another; RFC 7946 advises against any


def _refused(message: str, path: tuple[str | int, ...], hint: str | None = None) -> PydanticCustomError:
    return PydanticCustomError("geometry", "{problem}", {"problem": message, "path": path, "hint": hint})


def _items(value: object, path: tuple[str | int, ...], least: int, what: str) -> list[object]:
    if not isinstance(value, list) or len(value) < least:
        raise _refused(f"is not {what}", path)
    return list(value)


def _position(value: object, path: tuple[str | int, ...]) -> list[float]:
    numbers = [number(item) for item in _items(value, path, 2, "a position: [longitude, latitude]")]
    if len(numbers) > 3 or not all(isinstance(item, float) for item in numbers):
        raise _refused("is not a position: [longitude, latitude]", path)
    position = [item for item in numbers if isinstance(item, float)]
    longitude, latitude = position[:2]
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        swapped = -180 <= latitude <= 180 and -90 <= longitude <= 90
        raise _refused("lies outside the world", path, "the longitude comes first" if swapped else None)
    return position


def _line(value: object, path: tuple[str | int, ...]) -> list[list[float]]:
    items = _items(value, path, 2, "a line: two positions or more")
    return [_position(item, (*path, index)) for index, item in enumerate(items)]


def _ring(value: object, path: tuple[str | int, ...]) -> list[list[float]]:
    items = _items(value, path, 4, "a ring: four positions or more, the last one equal to the first")
    ring = [_position(item, (*path, index)) for index, item in enumerate(items)]
    if ring[0] != ring[-1]:
        raise _refused("is a ring that does not close", path, "repeat its first position at its end")
    return ring


def _each(
    part: Callable[[object, tuple[str | int, ...]], object], what: str
) -> Callable[[object, tuple[str | int, ...]], object]:
    def parts(value: object, path: tuple[str | int, ...]) -> object:
        return [part(item, (*path, index)) for index, item in enumerate(_items(value, path, 1, what))]

    return parts


_SHAPES: Final[dict[str, Callable[[object, tuple[str | int, ...]], object]]] = {
    "Point": _position,
    "MultiPoint": _each(_position, "a list of positions"),
    "LineString": _line,
    "MultiLineString": _each(_line, "a list of lines"),
    "Polygon": _each(_ring, "a list of rings"),
    "MultiPolygon": _each(_each(_ring, "a list of rings"), "a list of polygons"),
}


def _geometry(value: object, path: tuple[str | int, ...], depth: int) -> Geometry:
    if not isinstance(value, dict):
        raise _refused("is not a geometry", path, "write {type: Point, coordinates: [longitude, latitude]}")
    shape = value.get("type")
    member = "geometries" if shape == "GeometryCollection" else "coordinates"
    if not isinstance(shape, str) or (shape != "GeometryCollection" and shape not in _SHAPES):
        raise _refused(
            f"`{shape}` is not a geometry", (*path, "type"), f"one of {', '.join(_SHAPES)}, GeometryCollection"
        )
    for name in value:
        if name not in ("type", member):
            raise _refused(f"a {shape} has no `{name}` here", (*path, name), f"only `type` and `{member}`")
    if member not in value:
        raise _refused(f"`{member}` is missing", path)
    inner = (*path, member)
    if shape != "GeometryCollection":
        return {"type": str(shape), "coordinates": _SHAPES[str(shape)](value[member], inner)}
    if depth == _MAX_DEPTH:
        raise _refused("is nested too deep", path)
    items = _items(value[member], inner, 0, "a list of geometries")
    return {"type": shape, "geometries": [_geometry(one, (*inner, at), depth + 1) for at, one in enumerate(items)]}


def parse_geometry(value: object) -> Geometry:
    """The geometry, its numbers floats. Raises a pydantic error whose `path` leads to the part that is wrong."""
    return _geometry(value, (), 0)


_FORM: Final = {
    "type": "object",
    "properties": {
        "type": {"enum": [*_SHAPES, "GeometryCollection"]},
        "coordinates": {"type": "array"},
        "geometries": {"type": "array"},
    },
    "required": ["type"],
    "additionalProperties": False,
}
GeoJSON = Annotated[Geometry, PlainValidator(parse_geometry), WithJsonSchema(_FORM)]
