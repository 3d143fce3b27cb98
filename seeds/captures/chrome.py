"""The words around an article that are the site's and not the article's.

What enters is a line; what leaves is whether it is a breadcrumb, a button, a credit, a byline or the mark of an end.
"""

import re

from seeds.captures.drafts import Record

_BUTTONS = re.compile(
    r"(?:Skip to (?:main )?content|A\+ ?A-|A- ?A\+|Share(?: this(?: article| post| story)?)?|Find Mediators Near You:"
    r"|Featured Members|View all|Home"
    r"|Menu|Search|Subscribe|Print|Tweet|Advertisement|Comments?|Read more|Share on \w+)",
    re.IGNORECASE,
)
_CRUMB = re.compile(r"\s*[•›»>/]\s+(?P<words>\S.*)")
_RELATED = re.compile(
    r"(?:Read these next|Read next|Related(?: (?:articles|posts|stories|items))?|You may also like|Recommended)\s*:?",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:(?:Read|View|See) (?:the|this) (?:complete|full|whole|entire|original|rest of the|rest of this) \w+"
    r"(?: (?:here|at|on|in)\b.{0,120})?|Continue reading\b[^.!?]{0,60})[.…]?",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:Image|Photo|Phoro|Foto|Picture|Cover (?:image|photo)|(?:Image|Photo|Picture) credit|Credit)s?"
    r"(?:\s*:\s*|\s+(?P<via>via|by|courtesy of)\s+)(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_COURTESY = re.compile(
    r"(?P<caption>.+?)\s*\(\s*(?:picture|photo|image|photograph)?\s*(?:courtesy of|courtesy|by|via|credit:?|:)\s+"
    r"(?P<credit>[^()]+)\)?\s*",
    re.IGNORECASE | re.DOTALL,
)
_BYLINE = re.compile(r"(?:By|Written by|Author:)\s+(?P<name>[^\W\d_][^.!?]*(?:\.[^.!?]+)*)")
_PARTICLES = re.compile(r"of|the|for|and|via|by|on|from|at|in|de|la|du|da|di|del|den|der|van|von|al|el|bin|ibn")
LONGEST_CREDIT = 250
LONGEST_NAME = 80
LONGEST_BYLINE = 90


def is_button(line: str) -> bool:
    """Whether a line is part of the page's furniture."""
    return _BUTTONS.fullmatch(line.strip()) is not None


def crumb(line: str) -> str | None:
    """Return the words of a breadcrumb."""
    found = _CRUMB.fullmatch(line)
    return found["words"].strip() if found else None


def opens_related(line: str) -> bool:
    """Whether the publisher's own further reading begins below this line."""
    return _RELATED.fullmatch(line.strip()) is not None


def leads_elsewhere(line: str) -> bool:
    """Whether a line says that the whole article is somewhere else."""
    return _ELSEWHERE.fullmatch(line.strip()) is not None


def byline(line: str) -> str | None:
    """Return the writer's name from "By A. Writer"."""
    words = line.strip()
    found = _BYLINE.fullmatch(words) if len(words) <= LONGEST_BYLINE else None
    return found["name"].strip() if found else None


def picture(words: str) -> Record | None:
    """Read "Image: X", "Photo via @x/Twitter" or "photo: what it shows (courtesy of X" into a media record."""
    found = _CREDIT.fullmatch(words.strip()) if len(words) <= LONGEST_CREDIT else None
    if found is None:
        return None
    told = found["words"].strip()
    if found["via"] and not _is_name(told):
        return None
    shown = _COURTESY.fullmatch(told)
    if shown is not None and not found["via"]:
        return {"kind": "IMAGE", "caption": shown["caption"].strip(), "credit": shown["credit"].strip()}
    return {"kind": "IMAGE", "credit": told}


def _is_name(words: str) -> bool:
    """Whether words are a name or two, as behind "Photo by": "Image by image the story unfolded" is no credit."""
    parts = [part for part in re.split(r"[\s/,|&()-]+", words) if part]
    own = [part for part in parts if not _PARTICLES.fullmatch(part)]
    cased = bool(own) and not any(part[0].islower() for part in own)
    return cased and len(words) <= LONGEST_NAME and words[-1] not in ".!?"
