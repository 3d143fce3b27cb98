"""Maps: places, and posts by the places they mention, enter; a GeoJSON FeatureCollection leaves (RFC 7946).

What has no position is left out: a map has nowhere to put it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import orjson

from api.endpoints.rest.exporting.writing import Node

Feature = dict[str, Any]  # Any: GeoJSON
Draw = Callable[[Node], Iterator[Feature]]


class Map:
    """One FeatureCollection; `parley` tells inside what it was read from and how to cite it."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._begun = False

    def head(self, dataset: Node) -> bytes:
        told = {"name": dataset["name"], "citation": dataset["citation"], "licences": dataset["licences"]}
        told |= {"revision": dataset["revision"]["number"], "committedAt": dataset["revision"]["committedAt"]}
        return b'{"type":"FeatureCollection","parley":%b,"features":[' % orjson.dumps(told)

    def rows(self, nodes: Iterable[Node]) -> bytes:
        drawn = [orjson.dumps(feature) for node in nodes for feature in self._draw(node)]
        joined = b",\n".join(drawn)
        if not drawn:
            return b""
        before = b",\n" if self._begun else b"\n"
        self._begun = True
        return before + joined

    def tail(self) -> bytes:
        return b"\n]}\n"


def place(node: Node) -> Iterator[Feature]:
    """Draw a place with its own geometry, else as a point."""
    shown = dict(node)
    geometry = shown.pop("geometry") or point(node)
    if geometry is not None:
        yield {"type": "Feature", "id": node["id"], "geometry": geometry, "properties": shown}


def post(node: Node) -> Iterator[Feature]:
    """Draw a post once for each mention of a place that is no name of a people."""
    own = {name: node[name] for name in ("key", "kind", "title", "excerpt", "language", "url", "published", "source")}
    for ordinal, mention in enumerate(node["places"]):
        if mention["role"] != "DEMONYM" and (drawn := point(mention["place"])) is not None:
            told = {name: value for name, value in mention.items() if name != "span"}
            yield {
                "type": "Feature",
                "id": f"{node['id']}.{ordinal}",
                "geometry": drawn,
                "properties": {"post": own, **told},
            }


def mention(node: Node) -> Iterator[Feature]:
    """Draw a mention where its place is."""
    if (drawn := point(node["place"])) is not None:
        yield {"type": "Feature", "geometry": drawn, "properties": dict(node)}


def point(place: Node) -> Feature | None:
    """Return where a place is, longitude first."""
    if place["latitude"] is None:
        return None
    return {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]}


DRAWN: dict[str, Draw] = {"Place": place, "Post": post, "PlaceMention": mention}
NEEDED = {
    "Place": ("id", "latitude", "longitude", "geometry"),
    "Post": ("id", "key", "kind", "title", "excerpt", "language", "url", "published", "source", "places"),
    "PlaceMention": ("place",),
}
"""Fields without which a node cannot be drawn. Of a post they are all there is: there are no others to choose."""
