"""A place as rows: what is drawn on a map, and where it lies on the sphere."""

import json

import pytest

from seeds.loading.origins import Origin
from seeds.loading.places import place_rows
from seeds.loading.tables import Value, cell
from seeds.records import PlaceRecord

SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
SOMEWHERE = {"latitude": 39.8153, "longitude": 46.7519}


def place(**fields: object) -> dict[str, Value]:
    """What a place with these fields has in the columns that say where it is."""
    written = {"key": "bland", "kind": "CITY", "names": [{"text": "Bland"}], **fields}
    [row] = place_rows(PlaceRecord.model_validate(written), Origin("a.yaml", 1, 1, "0" * 64), 1)["places"]
    return {name: cell("places", row, name) for name in ("geometry", "latitude", "x", "y", "z")}


@pytest.mark.parametrize(
    ("fields", "drawn"),
    [
        (SOMEWHERE, {"type": "Point", "coordinates": [46.7519, 39.8153]}),
        ({**SOMEWHERE, "geometry": SQUARE}, SQUARE),
        ({"geometry": SQUARE}, SQUARE),
    ],
)
def test_a_place_is_drawn_with_its_shape_else_as_a_point(fields: dict[str, object], drawn: object) -> None:
    assert json.loads(str(place(**fields)["geometry"])) == drawn


def test_a_place_that_is_nowhere_known_is_not_drawn() -> None:
    assert set(place().values()) == {None}


def test_a_place_lies_on_a_sphere_of_radius_one() -> None:
    somewhere = place(**SOMEWHERE)
    assert sum(float(str(somewhere[axis])) ** 2 for axis in "xyz") == pytest.approx(1)
    pole = place(latitude=90, longitude=17)
    assert [pole[axis] for axis in "xyz"] == [pytest.approx(0), pytest.approx(0), 1]
