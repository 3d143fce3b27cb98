"""Whether a value that a page or a server gives is one that the seed format takes.

What enters are words; what leaves are the same words, or None: an importer then tells the reviewer instead.
"""

import re
from typing import Final

from pydantic import TypeAdapter, ValidationError

from api.errors import CaptureError
from seeds.records.fields import URL, Handle, Hashtag, Language, Line

_LINE: Final = TypeAdapter[str](Line)
_URL: Final = TypeAdapter[str](URL)
_HANDLE: Final = TypeAdapter[str](Handle)
_HASHTAG: Final = TypeAdapter[str](Hashtag)
_LANGUAGE: Final = TypeAdapter[str](Language)
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fitting_line(words: str | None) -> str | None:
    """Return a title, a name or a link as written, when it is short enough for one line."""
    return _fitting(_LINE, words)


def fitting_url(words: str | None) -> str | None:
    """Return an address on the web."""
    return _fitting(_URL, words)


def fitting_handle(words: str | None) -> str | None:
    """Return an account's handle."""
    return _fitting(_HANDLE, words)


def fitting_hashtag(words: str | None) -> str | None:
    """Return a hashtag without its sign."""
    return _fitting(_HASHTAG, words)


def fitting_language(words: str | None) -> str | None:
    """Return a language tag of BCP 47."""
    return _fitting(_LANGUAGE, words)


def refuse_controls(text: str, name: str, line: int = 1) -> None:
    """Raise CaptureError, with the line, for a control character: no seed can hold one."""
    found = _UNSTORABLE.search(text)
    if found is not None:
        at = line + text.count("\n", 0, found.start())
        raise CaptureError(
            f"{name}:{at}: the control character U+{ord(found.group()):04X} stands in the text. Remove it, or save the "
            f"page again as UTF-8 text."
        )


def _fitting(adapter: TypeAdapter[str], words: str | None) -> str | None:
    try:
        return adapter.validate_python(words) if words else None
    except ValidationError:
        return None
