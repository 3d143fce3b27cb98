"""Conditional requests: an `If-None-Match` header and an entity tag enter, whether the copy is good leaves."""

import re

ASK_AGAIN = "public, max-age=0, must-revalidate"
"""The `Cache-Control` of what is tagged: anybody may keep it, and asks each time whether it is still good."""
ANY = "*"
"""The header of a client to which any copy will do."""
_TAG = re.compile(r'(?:W/)?"([^"]*)"')


def matches(header: str, tag: str) -> bool:
    """Tell whether an `If-None-Match` names this tag, by weak comparison (RFC 9110, sections 13.1.2 and 8.8.3.2)."""
    return header.strip() == ANY or tag.removeprefix("W/").strip('"') in _TAG.findall(header)
