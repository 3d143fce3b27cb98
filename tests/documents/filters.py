"""The small filters as JSON: a value they should fit enters, and what else there is to ask for."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from documents.material import Material, Row, handle, parts, some, tag

Filter = dict[str, Any]  # Any: JSON
ROLES = ("LOCATION", "METONYM", "DEMONYM", "HASHTAG", "FLAG", "ORGANISATION")
MATCHES = ("EXACT", "CASE", "FOLDED", "ALIAS")
NOWHERE = {"latitude": 39.8, "longitude": 46.7}


def pick(rng: Random, conditions: Filter, most: int = 2) -> Filter:
    """One or more of these conditions, now and then one that is null and so asks for nothing."""
    chosen = {name: conditions[name] for name in some(rng, [*conditions], most)}
    if rng.random() < 0.06:
        chosen[rng.choice([*conditions])] = None
    return chosen


def texts(
    rng: Random, value: str | None, known: Iterable[str | None], *, together: int = 2, null: bool = True
) -> Filter:
    """A StringFilter that the value fits."""
    others = [one for one in known if one is not None and one != value] or ["nothing"]
    if value is None:
        return rng.choice([{"isNull": True}, {"notIn": some(rng, others)}])
    start = value[: rng.randint(1, len(value))]
    held: Filter = {"eq": value, "in": [*some(rng, others), value], "notIn": some(rng, others), "startsWith": start}
    return pick(rng, held | ({"isNull": False} if null else {}), together)


def words(rng: Random, values: Sequence[str]) -> Filter:
    """A TextFilter that one of the texts fits."""
    value = rng.choice(values)
    part = parts(rng, value)
    shown = rng.choice([part, part, part.upper(), part.lower()])
    start = value[: rng.randint(0, 5)]
    return rng.choice(
        [{"contains": shown}, {"contains": shown}, {"startsWith": start}, {"contains": part, "startsWith": start}]
    )


def numbers(rng: Random, value: int) -> Filter:
    less, more = rng.randint(1, 3), rng.randint(1, 3)
    return pick(rng, {"eq": value, "gt": value - less, "gte": value, "lt": value + more, "lte": value})


def floats(rng: Random, value: float | None) -> Filter:
    """A FloatFilter; thresholds stand a little off, or exactly on, numbers that every machine writes alike."""
    if value is None:
        return {"isNull": True}
    step = rng.choice((0.125, 0.5))
    held = {"gt": value - step, "lt": value + step, "isNull": False}
    exact = {"gte": value, "lte": value} if value in {0.5, 0.625, 1.0} else {"gte": value - step, "lte": value + step}
    return pick(rng, held | exact)


def dates(rng: Random, row: Row) -> Filter:
    earliest, latest = row["published_earliest"], row["published_latest"]
    if earliest is None:
        return {"isNull": True}
    before = date.fromisoformat(latest) - timedelta(rng.choice((0, 0, 1, 40)))
    after = date.fromisoformat(earliest) + timedelta(rng.choice((0, 0, 1, 40)))
    return pick(rng, {"gte": before.isoformat(), "lte": after.isoformat(), "isNull": False}, 3)


def kinds(rng: Random, value: str, every: Mapping[str, float]) -> Filter:
    """The kind that a row has, or it and that other one which deserves most to be chosen."""
    return pick(rng, {"eq": value, "in": [value, max(every, key=lambda one: (every[one], rng.random()))]})


def sets(rng: Random, held: list[str], others: list[str]) -> Filter:
    """Any, all and none of some names."""
    conditions: Filter = {"none": some(rng, others)}
    if held:
        conditions |= {"any": [*some(rng, held, 2), *some(rng, others, 1)], "all": some(rng, held, 2)}
    return pick(rng, conditions)


def tag_set(rng: Random, known: Material, uses: list[Row]) -> Filter:
    held = [tag(rng, use["spelling"]) for use in uses]
    aliases = [row["alias"] for row in known.rows["hashtag_aliases"]]
    others = [tag(rng, row["display"]) for row in known.nodes("Hashtag")] + aliases
    chosen = sets(rng, held, others)
    if rng.random() < 0.6:
        chosen["match"] = rng.choice((*MATCHES, None))
    if rng.random() < 0.3:
        chosen["basis"] = some(rng, ("IN_TEXT", "ASSERTED", "DECLARED", "DETECTED"), 2) if rng.random() < 0.95 else []
    return chosen


def handles(rng: Random, known: Material, mentions: list[Row]) -> Filter:
    held = [handle(rng, use["spelling"]) for use in mentions]
    return sets(rng, held, [handle(rng, row["handle"]) for row in known.nodes("Account")])


def place_set(rng: Random, known: Material, mentions: list[Row]) -> Filter:
    """A PlaceSetFilter around what is mentioned."""
    places = [known.by_id[one["place_id"]] for one in mentions]
    somewhere = rng.choice(places or known.nodes("Place"))
    around = known.by_id[rng.choice(above(known, somewhere))]
    held = [known.place_word(rng, place) for place in places]
    chosen = sets(rng, held, [known.place_word(rng, place) for place in known.nodes("Place")])
    more: Filter = {
        "role": some(rng, [one["role"] for one in mentions] or ROLES, 2) + some(rng, ROLES, 1),
        "within": known.place_word(rng, around),
        "bbox": bbox(rng, somewhere),
        "near": near(rng, somewhere),
    }
    kind = rng.random()
    if kind < 0.35:
        return chosen
    return pick(rng, more) if kind < 0.75 else chosen | pick(rng, more, 1)


def above(known: Material, place: Row) -> list[int]:
    return [row["ancestor_id"] for row in known.rows["place_ancestors"] if row["place_id"] == place["id"]]


def near(rng: Random, place: Row) -> Filter:
    """A circle around a place, its centre a little off."""
    at = place if place["latitude"] is not None else NOWHERE
    north, east = (rng.choice((0.0, 0.1, -0.3)) for _ in range(2))
    longitude = (at["longitude"] + east + 180) % 360 - 180
    return {
        "latitude": round(at["latitude"] + north, 3),
        "longitude": round(longitude, 3),
        "kilometres": rng.choice((60, 120.5, 400, 2500, 25000)),
    }


def bbox(rng: Random, place: Row) -> Filter:
    """A rectangle around a place; near the antimeridian it reaches across."""
    at = place if place["latitude"] is not None else NOWHERE
    size = rng.choice((1, 5, 40))
    west, east = at["longitude"] - size, at["longitude"] + size
    return {
        "west": west + 360 if west < -180 else west,
        "south": max(-90, at["latitude"] - size),
        "east": east - 360 if east > 180 else east,
        "north": min(90, at["latitude"] + size),
    }
