"""What a page leaves of pictures and links: the word "Image", a caption behind the closing number, a lone "…".

What enters is a post's text; what leaves are media and link records and notes. The text itself is not changed, except
that a caption is the picture's and not the author's words: its caller cuts it off.
"""

import re

from seeds.captures.drafts import Record

_IMAGES = re.compile(r"(?:(?<=[\s…])|(?<=[^\w\s])|\A)(?P<words>(?:Image)+)(?=\s*(?:[(\[]?\d{1,3}/\w{1,3}[)\]]?)?\s*\Z)")
_ENGLISH = re.compile(r"\b(?:an?|the|his|her|its|their|our|your|my|this|that|of|public|brand)\s\Z", re.IGNORECASE)
_PICTURE = re.compile(r"\b(?:photo|picture|image|phoro|foto|credit|courtesy|getty|reuters|afp|via)\b|©", re.IGNORECASE)
_RUN = re.compile(r"…+")
_ADDRESS = re.compile(r"\S+\.\w{2,}/\S*\Z")
_CLOSED = re.compile(r"[.!?:;)\]\"”’»⃣]\Z|[^\w\s,.'\-–—/&(\[“‘«]\Z")


def images(text: str) -> tuple[list[Record], str | None]:
    """Return a placeholder for each trailing word "Image", or a note where it may be a word of the sentence."""
    found = _IMAGES.search(text)
    if found is None:
        return [], None
    if _ENGLISH.search(text[: found.start()]) and found["words"] == "Image":
        return [], "«Image» at the end may be a word of the sentence; no picture was recorded."
    placeholder: Record = {"kind": "IMAGE", "placeholder": True}
    return [dict(placeholder) for _ in range(len(found["words"]) // len("Image"))], None


def is_caption(words: str) -> bool:
    """Whether words behind the author's closing number speak of a picture."""
    return _PICTURE.search(words) is not None


def links(text: str, numbers: tuple[int, int] | None) -> tuple[list[Record], str | None]:
    """Return a record for each "…" that a removed link left; a note where an author's ellipsis is as likely.

    `numbers` is the stretch of the author's numbering, which may stand between the remnant and the post's edge.
    """
    records: list[Record] = []
    doubts = 0
    for run in _RUN.finditer(text):
        verdict = _erased(text, run.start(), run.end(), numbers)
        if verdict is None:
            doubts += 1
        elif verdict:
            records += [{"displayed": "…"} for _ in run.group()]
    note = "«…» at the end may be the rest of a removed link or the author's ellipsis." if doubts else None
    return records, note


def _erased(text: str, start: int, end: int, numbers: tuple[int, int] | None) -> bool | None:
    before = text[:start]
    if not before.strip():
        return True  # a link at a post's start leaves its rest there
    if _ADDRESS.search(before) or before[-1].isspace():
        return False  # a shortened address is still written out; a free-standing ellipsis is the author's
    if (numbers and start == numbers[1]) or _CLOSED.search(before):
        return True
    after = text[end:] if numbers is None or numbers[0] < end else text[end : numbers[0]] + text[numbers[1] :]
    return None if re.fullmatch(r"\s*(?:Image)*\s*", after) else False
