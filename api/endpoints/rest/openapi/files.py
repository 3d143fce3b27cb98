"""The formats beside JSON as OpenAPI describes them."""

from dataclasses import dataclass

from api.endpoints.rest.kinds import Schema


@dataclass(frozen=True, slots=True)
class File:
    """One format: how it is named, what it is like, and the schema of its content."""

    summary: str
    description: str
    schema: Schema


_WHOLE = "All of the list, read from one revision however long it takes, in the order of the list."
_CREDIT = "Every source comes with its licence and attribution."

FILES = {
    "ndjson": File("as NDJSON", f"{_WHOLE} One JSON object a line. {_CREDIT}", {"type": "string"}),
    "csv": File(
        "as CSV",
        f"{_WHOLE} UTF-8 with a header line; a nested field is a column such as `source.key`, a list is one cell of "
        f"JSON. Text that begins like a formula has a `'` before it. {_CREDIT}",
        {"type": "string"},
    ),
    "geojson": File(
        "as GeoJSON",
        f"{_WHOLE} A FeatureCollection of what has coordinates; a post is there once for each mention of a place, "
        f"DEMONYM left out. The member `parley` tells name, citation, licences and revision. {_CREDIT}",
        {"$ref": "#/components/schemas/FeatureCollection"},
    ),
    "atom": File("as an Atom feed", "The newest posts as Atom (RFC 4287).", {"type": "string"}),
    "feed.json": File(
        "as a JSON Feed", "The newest posts as JSON Feed 1.1.", {"$ref": "#/components/schemas/JsonFeed"}
    ),
}

_TEXT: Schema = {"type": "string"}

SCHEMAS: dict[str, Schema] = {
    "FeatureCollection": {
        "type": "object",
        "description": "A collection of GeoJSON features (RFC 7946).",
        "properties": {
            "type": {"const": "FeatureCollection"},
            "parley": {"type": "object", "description": "What the file was read from, and how to cite it."},
            "features": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "type": {"const": "Feature"},
                        "id": _TEXT,
                        "geometry": {"type": "object"},
                        "properties": {"type": "object"},
                    },
                    "required": ["type", "geometry", "properties"],
                },
            },
        },
        "required": ["type", "parley", "features"],
    },
    "JsonFeed": {
        "type": "object",
        "description": "A feed in JSON Feed 1.1 (https://jsonfeed.org/version/1.1); what is not known is left out.",
        "properties": {
            **dict.fromkeys(("version", "title", "description", "home_page_url", "feed_url"), _TEXT),
            "_parley": {"type": "object", "properties": {"revision": {"type": "integer"}, "rights": _TEXT}},
            "items": {"type": "array", "items": {"$ref": "#/components/schemas/JsonFeedItem"}},
        },
        "required": ["version", "title", "items"],
    },
    "JsonFeedItem": {
        "type": "object",
        "description": "A post in a feed.",
        "properties": {
            **dict.fromkeys(("id", "url", "title", "content_text", "language"), _TEXT),
            **{key: {"type": "string", "format": "date-time"} for key in ("date_published", "date_modified")},
            "authors": {"type": "array", "items": {"type": "object", "properties": {"name": _TEXT}}},
            "tags": {"type": "array", "items": _TEXT},
            "_parley": {"type": "object", "properties": {"rights": _TEXT}},
        },
        "required": ["id", "url", "title", "content_text", "date_modified"],
    },
}
