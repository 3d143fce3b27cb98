"""The published JSON Schema of a seed file, made from the records: what editors and other programs check against.

The committed copy is `seeds/schema/seed.schema.json`; a test compares the two. An editor finds it by a first line
`# yaml-language-server: $schema=<path to seed.schema.json>`.
"""

import json
from pathlib import Path
from typing import Final

from seeds.records.seedfile import SeedFile

SCHEMA_FILE: Final = Path(__file__).parents[1] / "schema" / "seed.schema.json"


def _untitled(node: object) -> object:
    """The schema without pydantic's titles, which only repeat the names in another case."""
    if isinstance(node, list):
        return [_untitled(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        name: {field: _untitled(value) for field, value in inner.items()}
        if name in ("properties", "$defs") and isinstance(inner, dict)
        else _untitled(inner)
        for name, inner in node.items()
        if name != "title" or not isinstance(inner, str)
    }


def json_schema() -> dict[str, object]:
    """JSON Schema 2020-12 of a YAML or JSON seed file of format version 1."""
    schema = _untitled(SeedFile.model_json_schema())
    assert isinstance(schema, dict)  # noqa: S101 (a mapping goes in, a mapping comes out: for mypy alone)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Parley seed file, version 1",
        **schema,
    }


def schema_text() -> str:
    """The schema as the committed file holds it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
