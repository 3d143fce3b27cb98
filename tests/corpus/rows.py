"""Facts as rows: sources, threads and places, as the tables hold them."""

import json
from math import cos, radians, sin

from api.models import identify
from api.text.fold import casefolded, fold
from corpus.dating import dated
from corpus.facts import PlaceFacts, SourceFacts, ThreadFacts

Row = dict[str, object]
Rows = dict[str, list[Row]]

DISPLAY_NAMES = {"crisisdesk": "The Crisis Desk", "tevita": "Tevita 🌊"}


def provenance(file: str, line: int, revision: int) -> Row:
    """Where a record stood; some importers know no column."""
    column = None if line % 3 == 0 else line
    return {
        "file": file,
        "line": line,
        "column": column,
        "sha256": f"{line:064x}",
        "importer": "seed" if column else "capture 1",
        "revision": revision,
        "digest": f"{line:08x}",
    }


def account_key(handle: str) -> str:
    return casefolded(handle)


def author(handle: str | None) -> int | None:
    return None if handle is None else identify("Account", account_key(handle))


def source_rows(source: SourceFacts) -> Rows:
    own = {name: getattr(source, name) for name in ("key", "kind", "title", "publisher", "url", "byline", "language")}
    own |= {name: getattr(source, name) for name in ("licence", "attribution", "is_excerpt", "retrieved_at")}
    number = identify("Source", source.key)
    related: list[Row] = [
        {"source_id": number, "ordinal": n, "title": title, "author": by, "url": url, "excerpt": excerpt}
        for n, (title, by, url, excerpt) in enumerate(source.related, 1)
    ]
    return {
        "sources": [{"id": number, "title_folded": fold(source.title), **own, **dated(source.when)}],
        "related_items": related,
    }


def thread_row(source: SourceFacts, thread: ThreadFacts) -> Row:
    own = {name: getattr(thread, name) for name in ("key", "rank", "title", "language", "url", "total", "claimed")}
    return {
        "id": identify("Thread", thread.key),
        "source_id": identify("Source", source.key),
        "author_id": author(thread.author),
        "visible": len(thread.posts),
        **own,
        **dated(thread.when),
    }


def place_rows(place: PlaceFacts) -> Rows:
    number = identify("Place", place.key)
    latitude, longitude = place.at or (None, None)
    point = None if place.at is None else {"type": "Point", "coordinates": [longitude, latitude]}
    shape = place.geometry or point
    own = {name: getattr(place, name) for name in ("key", "label", "kind", "precision", "country")}
    own |= {"wikidata": place.wikidata, "geonames": place.geonames, "latitude": latitude, "longitude": longitude}
    names = ("text", "language", "script", "perspective", "status", "valid_from", "valid_to")
    parents = ("relation", "claimant", "valid_from", "valid_to")
    return {
        "places": [{"id": number, "geometry": shape and json.dumps(shape), **own, **unit_vector(place.at)}],
        "place_names": [
            {"place_id": number, "ordinal": n, "folded": fold(one.text), **{name: getattr(one, name) for name in names}}
            for n, one in enumerate(place.names, 1)
        ],
        "place_parents": [
            {"place_id": number, "ordinal": n, "parent_id": identify("Place", one.place)}
            | {name: getattr(one, name) for name in parents}
            for n, one in enumerate(place.parents, 1)
        ],
    }


def unit_vector(at: tuple[float, float] | None) -> Row:
    """The point on a sphere of radius 1, rounded so that every machine agrees."""
    if at is None:
        return dict.fromkeys("xyz")
    north, east = map(radians, at)
    vector = (cos(north) * cos(east), cos(north) * sin(east), sin(north))
    return {axis: round(length, 15) for axis, length in zip("xyz", vector, strict=True)}
