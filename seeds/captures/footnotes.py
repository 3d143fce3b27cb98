"""Footnotes tied to the places in an article that lead to them.

What enters are an article's paragraphs and the notes below it; what leaves are footnote records on the post. The
anchor's words, such as "[1]", stay in the text.
"""

import re
from collections.abc import Sequence

from seeds.captures.article_tail import FootnoteText
from seeds.captures.drafts import PostDraft

_ANCHOR = re.compile(r"\[\d{1,3}\]")


def attach(post: PostDraft, body: Sequence[str], footnotes: Sequence[FootnoteText]) -> None:
    """Add the footnotes with the 1-based paragraph of their anchor; an anchor that is missing is noted."""
    for footnote in footnotes:
        places = [number for number, text in enumerate(body, 1) if footnote.marker in text]
        if places:
            post.footnotes.append({"marker": footnote.marker, "text": footnote.text, "paragraph": places[0]})
        else:
            post.footnotes.append({"marker": footnote.marker, "text": footnote.text})
            post.notes.append(f"No place in the text leads to footnote {footnote.marker}.")
        if len(places) > 1 or any(text.count(footnote.marker) > 1 for text in body):
            post.notes.append(f"Several places lead to footnote {footnote.marker}; the first was taken.")
    told = {footnote.marker for footnote in footnotes}
    for anchor in dict.fromkeys(_ANCHOR.findall(post.text)):
        if anchor not in told:
            post.notes.append(f"The text has {anchor}, but no footnote below explains it.")
