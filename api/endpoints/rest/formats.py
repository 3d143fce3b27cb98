"""The formats of a list: which of them each list can be written in, and the media type of each."""

from collections.abc import Mapping

from api.endpoints.rest.operations import Operation

MEDIA_TYPES: Mapping[str, str] = {
    "json": "application/json",
    "ndjson": "application/x-ndjson",
    "csv": "text/csv; charset=utf-8; header=present",
    "geojson": "application/geo+json",
    "atom": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json",
}

EXPORTS = ("ndjson", "csv", "geojson")
FEEDS = ("atom", "feed.json")
ON_A_MAP = {"Place", "Post", "PlaceMention"}


def formats(operation: Operation) -> tuple[str, ...]:
    """Return the formats, beside JSON, that an operation's answer can be written in, by the suffix of its path."""
    if operation.node is None or operation.form != "page":
        return ()
    on_a_map = ("geojson",) if operation.node.name in ON_A_MAP else ()
    return ("ndjson", "csv", *on_a_map, *(FEEDS if operation.node.name == "Post" else ()))
