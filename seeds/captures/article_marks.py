"""The marks that may end an article: a footnote, a pointer to the whole text, further reading, the true date.

What enters is a line or a paragraph; what leaves is which mark it has the form of. Whether it is one depends on what
stands above and below it.
"""

import re
from collections.abc import Container
from typing import Literal

from seeds.captures.chrome import leads_elsewhere, opens_related

Mark = Literal["footnote", "unled", "pointer", "related", "aside", "date", "members"]

_MARKER = r"\[(?:\d{1,3}|[^\W\d_]|[*†‡§¶#])\]"
_FOOTNOTE = re.compile(rf"\s*(?P<marker>{_MARKER})\s*(?P<words>\S.*)", re.DOTALL)
_ANCHOR = re.compile(rf"(?<=[^\s(\[]){_MARKER}(?!\w)|\[\d{{1,3}}\]")
_STAR = re.compile(r"\s*\*\s*(?P<words>\S.*)")
_ASIDE = re.compile(r"(?:Related(?: \w+)?|Read next|Recommended)\s*:?", re.IGNORECASE)
_DATE_WITHIN = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})"
)


def mark_of(line: str) -> Mark | None:
    """Return which mark of an end a line has the form of."""
    words = line.strip()
    if _FOOTNOTE.fullmatch(line):
        return "footnote"
    if leads_elsewhere(line):
        return "pointer"
    if opens_related(line):
        return "aside" if _ASIDE.fullmatch(words) else "related"
    if true_date(line) is not None:
        return "date"
    return "members" if words in ("Featured Members", "View all") else None


def footnote(words: str) -> tuple[str, str] | None:
    """Return marker and text of what has the form of a footnote: digits, one letter or one sign in brackets."""
    found = _FOOTNOTE.fullmatch(words)
    return (found["marker"], found["words"]) if found else None


def anchors(words: str) -> set[str]:
    """Return the markers in a paragraph that may lead to footnotes; one at its start is the footnote's own."""
    own = _FOOTNOTE.fullmatch(words)
    return set(_ANCHOR.findall(words, own.start("words") if own else 0))


def led_to(words: str, above: Container[str]) -> Mark | None:
    """Return which mark a footnote's form is below these anchors: a letter or a sign needs one, digits may lack it."""
    found = footnote(words)
    if found is None:
        return None
    if found[0] in above:
        return "footnote"
    return "unled" if found[0][1:-1].isdecimal() else None


def true_date(line: str) -> str | None:
    """Return the date of a line that begins with a star, as the one at the top of the page has."""
    star = _STAR.fullmatch(line)
    found = _DATE_WITHIN.search(star["words"]) if star else None
    return found.group() if found else None
