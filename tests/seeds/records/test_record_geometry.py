"""GeoJSON geometries: RFC 7946's shapes pass with numbers for numbers; a broken one says which part is wrong."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from seeds.records import Unquoted
from seeds.records.geometry import parse_geometry

RING = [[46, 39], [47, 39], [47, 40], [46, 39]]
SHAPES: list[dict[str, object]] = [
    {"type": "Point", "coordinates": [46.75, 39.8]},
    {"type": "Point", "coordinates": [46.75, 39.8, 820]},
    {"type": "MultiPoint", "coordinates": [[46, 39], [47, 40]]},
    {"type": "LineString", "coordinates": [[46, 39], [47, 40]]},
    {"type": "MultiLineString", "coordinates": [[[46, 39], [47, 40]]]},
    {"type": "Polygon", "coordinates": [RING]},
    {"type": "MultiPolygon", "coordinates": [[RING], [RING]]},
    {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}]},
    {"type": "GeometryCollection", "geometries": []},
]


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_of_the_standard_passes(shape: dict[str, object]) -> None:
    assert parse_geometry(shape) == shape


def test_unquoted_yaml_numbers_become_numbers() -> None:
    read = parse_geometry({"type": Unquoted("Point"), "coordinates": [Unquoted("46.75"), Unquoted("-39")]})
    assert read == {"type": "Point", "coordinates": [46.75, -39.0]}
    assert type(read["type"]) is str


def nested(depth: int) -> dict[str, object]:
    shape: dict[str, object] = {"type": "Point", "coordinates": [1, 2]}
    for _ in range(depth):
        shape = {"type": "GeometryCollection", "geometries": [shape]}
    return shape


BROKEN: list[tuple[object, str, tuple[object, ...]]] = [
    (None, "is not a geometry", ()),
    ("Point", "is not a geometry", ()),
    ({}, "`None` is not a geometry", ("type",)),
    ({"type": "point", "coordinates": [1, 2]}, "`point` is not a geometry", ("type",)),
    ({"type": "Point"}, "`coordinates` is missing", ()),
    ({"type": "Point", "coordinates": [1]}, "is not a position", ("coordinates",)),
    ({"type": "Point", "coordinates": [1, 2, 3, 4]}, "is not a position", ("coordinates",)),
    ({"type": "Point", "coordinates": [1, "2"]}, "is not a position", ("coordinates",)),
    ({"type": "Point", "coordinates": [1, True]}, "is not a position", ("coordinates",)),
    ({"type": "Point", "coordinates": [1, float("nan")]}, "lies outside the world", ("coordinates",)),
    ({"type": "Point", "coordinates": [46, 100]}, "lies outside the world", ("coordinates",)),
    ({"type": "LineString", "coordinates": [[1, 2]]}, "is not a line", ("coordinates",)),
    ({"type": "Polygon", "coordinates": [RING[:3]]}, "is not a ring", ("coordinates", 0)),
    ({"type": "Polygon", "coordinates": [[*RING[:3], [1, 1]]]}, "does not close", ("coordinates", 0)),
    ({"type": "MultiPolygon", "coordinates": [[RING], []]}, "is not a list of rings", ("coordinates", 1)),
    ({"type": "Point", "coordinates": [1, 2], "crs": {}}, "has no `crs` here", ("crs",)),
    ({"type": "GeometryCollection", "geometries": [{}]}, "is not a geometry", ("geometries", 0, "type")),
    (nested(9), "nested too deep", ("geometries", 0) * 8),
]


@pytest.mark.parametrize(("shape", "message", "path"), BROKEN)
def test_a_broken_shape_says_which_part_is_wrong(shape: object, message: str, path: tuple[object, ...]) -> None:
    with pytest.raises(PydanticCustomError, match=message) as caught:
        parse_geometry(shape)
    assert (caught.value.context or {})["path"] == path


def test_swapped_coordinates_are_recognised() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_geometry({"type": "Point", "coordinates": [39.8, 146.7]})
    assert (caught.value.context or {})["hint"] == "the longitude comes first"


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["type", "coordinates", "geometries"]), inner)
        ),
    )
)
def test_any_value_is_a_geometry_or_refused(value: object) -> None:
    with suppress(PydanticCustomError):
        assert parse_geometry(value)["type"]
