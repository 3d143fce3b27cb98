"""Which kind of capture a text is, told by the text's own marks.

What enters is the text; what leaves is its kind, or the reason why no importer takes it.
"""

import re
from enum import StrEnum

from api.errors import CaptureError


class Kind(StrEnum):
    """The captures that can be imported; the values are what `--as` accepts."""

    HASHTAG_PAGE = "hashtag-page"
    USER_PAGE = "user-page"
    THREAD_PAGE = "thread-page"
    SCROLLY_PAGE = "scrolly-page"
    ARTICLE = "article"
    STATUSES = "statuses"


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_STATS = r"\d[\d,]* tweets?\s*[,•·]?\s*\d+ min read"
_MARKS = (
    (Kind.SCROLLY_PAGE, r"\s*Scrolly\s*$"),
    (Kind.HASHTAG_PAGE, r"Discover and read the best of Twitter Threads about #\S+"),
    (Kind.THREAD_PAGE, rf".*{_STATS}.*\bRead on (?:X|Twitter)\b"),
    (Kind.THREAD_PAGE, r"(?:• • •|Missing some Tweet in this thread\?|You can follow @\w+\.)"),
    (Kind.USER_PAGE, rf".*{_STATS}"),
    (Kind.HASHTAG_PAGE, r"Most recents ?\(\d+\)|Read \d+ tweets?\b"),
    (Kind.ARTICLE, r"\s*[•›»]\s*\S|\[1\]|Read (?:the|this) (?:complete|full|whole|original)\b"),
    (Kind.ARTICLE, r"(?:Read these next|Find Mediators Near You:|Share this article|A\+ A-)"),
    (Kind.ARTICLE, r"Skip to (?:main )?[Cc]ontent"),
    (Kind.ARTICLE, r"(?:Image|Photo|Picture)\b\s*(?::|via|by)\s*\S|By [^\W\d_]\w+|phoro:"),
    (Kind.ARTICLE, rf"\(?(?:\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}}|[\d/.-]{{6,10}}\)?[ |:\d]*$)"),
)


def recognise(text: str, name: str) -> Kind:
    """Tell the kind; raises CaptureError, with the capture's name, when no mark of any kind is found."""
    if not text.strip("\ufeff \t\r\n"):
        raise CaptureError(f"{name}:1: the capture is empty. Save the page's text again.")
    if _is_json(text):
        return Kind.STATUSES
    for kind, mark in _MARKS:
        if re.search(rf"^\ufeff?(?:{mark})", text, re.MULTILINE):
            return kind
    known = ", ".join(Kind)
    raise CaptureError(
        f"{name}:1: this text shows the marks of no capture that can be imported ({known}). "
        f"If you know what it is, say so with --as."
    )


def parse_kind(words: str) -> Kind:
    """Read what `--as` was given; raises CaptureError with the list of kinds."""
    try:
        return Kind(words)
    except ValueError as error:
        raise CaptureError(f"«{words}» is not a kind of capture; --as takes one of {', '.join(Kind)}.") from error


def _is_json(text: str) -> bool:
    """Whether a JSON answer was meant, well-formed or not: prose may begin with "[1]" or "{", never with "[{"."""
    return re.match(r"\ufeff?\s*(?:\[\s*[\]{]|\{\s*[\"}])", text) is not None
