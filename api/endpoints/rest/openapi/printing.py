"""Prints the OpenAPI document: as JSON that people can read and compare, a pointer on one line."""

import re
from json import dumps

from api.endpoints.rest.kinds import Schema


def printed(document: Schema) -> str:
    """Return the document as text that ends with a line feed."""
    text = dumps(document, ensure_ascii=False, indent=1)
    return re.sub(r'\{\s+("\$ref": "[^"]*")\s+\}', r"{\1}", text) + "\n"
