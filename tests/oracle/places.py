"""Where places are: names, distances on a sphere, rectangles, and what lies within what."""

from math import asin, cos, radians, sin, sqrt

from api.models import Place
from api.text.fold import fold
from oracle.asking import Given
from oracle.world import World

EARTH = 6371.0088
Coordinates = tuple[float, float]


def coordinates(place: Place) -> Coordinates | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def kilometres_between(one: Coordinates, other: Coordinates) -> float:
    """The great-circle distance by the haversine formula, from latitude and longitude in degrees."""
    (north, east), (other_north, other_east) = (map(radians, point) for point in (one, other))
    half = sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def is_near(place: Place, near: Given) -> bool:
    at = coordinates(place)
    centre, radius = (near["latitude"], near["longitude"]), float(near["kilometres"])
    return at is not None and kilometres_between(at, centre) <= radius


def is_inside(place: Place, box: Given) -> bool:
    """Whether a place lies in a rectangle, which crosses the antimeridian where west is greater than east."""
    at = coordinates(place)
    if at is None or not box["south"] <= at[0] <= box["north"]:
        return False
    west, east = float(box["west"]), float(box["east"])
    return west <= at[1] <= east if west <= east else at[1] >= west or at[1] <= east


def is_called(world: World, place: Place, key_or_name: str) -> bool:
    """Whether this is the place's key or, folded, any of its names."""
    return place.key == key_or_name or fold(key_or_name) in {name.folded for name in world.names[place.id]}


def is_within(world: World, place: Place, key_or_name: str) -> bool:
    return any(is_called(world, world.places[above], key_or_name) for above in world.within(place.id))
