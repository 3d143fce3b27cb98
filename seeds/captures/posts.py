"""From the pieces of a thread to drafts of its posts.

What enters are pieces of a capture; what leaves is a thread's posts with markers, media, links and notes, and the
claims on the capture: every post's text is one slice of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from seeds.captures.accounting import Account
from seeds.captures.cutting import LISTED, Cutting, Prices, cut
from seeds.captures.drafts import PostDraft, ThreadDraft
from seeds.captures.lines import trim
from seeds.captures.markers import Marker
from seeds.captures.numbering import claimed, decide
from seeds.captures.pieces import Piece
from seeds.captures.remnants import images, is_caption, links


@dataclass(frozen=True, slots=True)
class Expected:
    """How many posts there are at `most`; `whole`: the page shows all of them, not a preview."""

    most: int | None
    whole: bool = False
    prices: Prices = LISTED


def fill(thread: ThreadDraft, account: Account, pieces: Sequence[Piece], expected: Expected) -> None:
    """Cut the pieces into posts and add them to the thread, with what their texts show."""
    if not pieces:
        return
    cutting = cut(pieces, expected.most, expected.prices)
    thread.notes += _doubts(cutting, expected)
    stretches = [(run[0].start, run[-1].end) for run in cutting.posts]
    texts = [account.text[start:end] for start, end in stretches]
    markers, notes = decide(texts)
    thread.claimed, others = claimed(markers)
    if others:
        thread.notes.append(f"The author's numbering states other totals too: {', '.join(map(str, others))}.")
    for (start, end), marker, note in zip(stretches, markers, notes, strict=True):
        thread.posts.append(_post(account, start, end, marker, note))


def _post(account: Account, start: int, end: int, marker: Marker | None, note: str | None) -> PostDraft:
    text = account.text[start:end]
    draft = PostDraft(text, notes=[note] if note else [])
    words_end = _before_caption(draft, marker)
    draft.text = text[:words_end]
    if marker is not None:
        draft.marker = text[marker.start : marker.end].strip()
    media, picture_note = images(draft.text)
    draft.media += media
    draft.links, link_note = links(draft.text, (marker.start, marker.end) if marker else None)
    draft.notes += [doubt for doubt in (picture_note, link_note) if doubt]
    account.claim("post", start, start + words_end, "text")
    caption_start, caption_end = trim(account.text, start + words_end, end)
    account.claim("post", caption_start, caption_end, "caption")
    return draft


def _before_caption(draft: PostDraft, marker: Marker | None) -> int:
    """Return where the author's words end: a caption behind the closing number goes to the media."""
    if marker is None or marker.edge == "start" or marker.form != "of":
        return len(draft.text)
    rest = draft.text[marker.end :]
    words = rest.strip()
    if not any(map(str.isalpha, words.replace("Image", ""))) or words.startswith(("#", "@", "http")):
        return len(draft.text)
    if not is_caption(words):
        draft.notes.append("Words stand behind the author's closing number; they were kept in the text.")
        return len(draft.text)
    draft.media.append({"kind": "IMAGE", "caption": words})
    draft.notes.append("The words behind the closing number were taken for a picture's caption.")
    if words[-1].isalnum():
        draft.notes.append("The caption seems cut off.")
    return marker.end


def _doubts(cutting: Cutting, expected: Expected) -> list[str]:
    visible, most = len(cutting.posts), expected.most
    found = "1 post was found" if visible == 1 else f"{visible} posts were found"
    if most is not None and visible > most:
        return [f"{found} where the page shows at most {most}."]
    if cutting.ways > 1:
        return [f"The line breaks allow {cutting.ways:,} readings that are as good; one was taken."]
    if most is None or visible == most:
        return []
    if expected.whole:
        return [f"{found} where the page states {most}: some may have no words, or stand in one."]
    blanks = any(piece.gap == "blank" for run in cutting.posts for piece in run)
    return [f"{found} where the page shows {most}: a blank line may part two."] if blanks else []
