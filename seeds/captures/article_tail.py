"""Below an article: its footnotes, the pointer to the whole text, the publisher's further reading, the site's buttons.

What enters are the lines from the first mark of an end; what leaves are footnotes, related items and notes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from seeds.captures.accounting import Account
from seeds.captures.chrome import byline, is_button, leads_elsewhere, opens_related
from seeds.captures.drafts import Record
from seeds.captures.lines import Line, Paragraph, paragraphs, quote

LONGEST_TITLE = 300
_FOOTNOTE = re.compile(r"\s*(?P<marker>\[\w{1,3}\])\s*(?P<words>\S.*)", re.DOTALL)
_STAR = re.compile(r"\s*\*\s*(?P<words>\S.*)")
_DATE_WITHIN = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})"
)


@dataclass(frozen=True, slots=True)
class FootnoteText:
    """One note below the article, its marker as written."""

    marker: str
    text: str


@dataclass(slots=True)
class Tail:
    """What stands below the article."""

    excerpt: bool = False
    footnotes: list[FootnoteText] = field(default_factory=list)
    related_items: list[Record] = field(default_factory=list)
    true_date: str | None = None
    notes: list[str] = field(default_factory=list)


def is_end(line: str) -> bool:
    """Whether the article's paragraphs end at this line."""
    return bool(
        _FOOTNOTE.fullmatch(line)
        or leads_elsewhere(line)
        or opens_related(line)
        or line.strip() in ("Featured Members", "View all")
        or (_STAR.fullmatch(line) and _DATE_WITHIN.search(line))
    )


def read_tail(account: Account, lines: Sequence[Line]) -> Tail:
    """Read everything below the article and claim what is understood."""
    tail = Tail()
    further = next((i for i, line in enumerate(lines) if opens_related(line.text)), len(lines))
    for group in paragraphs(account.text, _apart(lines[:further])):
        _read_group(account, tail, group)
    if further < len(lines):
        account.claim("footer", lines[further].start, lines[further].end, "the site's own words")
        _read_related(account, tail, lines[further + 1 :])
    return tail


def _apart(lines: Sequence[Line]) -> list[Line]:
    """Put a blank line before each footnote, where the page has none."""
    result: list[Line] = []
    for line in lines:
        if is_end(line.text) or is_button(line.text):
            result.append(Line(line.number, line.start, line.start, ""))
        result.append(line)
    return result


def _read_group(account: Account, tail: Tail, group: Paragraph) -> None:
    footnote, star = _FOOTNOTE.fullmatch(group.text), _STAR.fullmatch(group.text)
    if footnote is not None:
        tail.footnotes.append(FootnoteText(footnote["marker"], footnote["words"]))
        account.claim("post", group.start, group.end, "footnote")
    elif leads_elsewhere(group.text):
        tail.excerpt = True
        account.claim("footer", group.start, group.end, "pointer to the whole text")
    elif star is not None and (found := _DATE_WITHIN.search(star["words"])):
        tail.true_date = found.group()
        account.claim("footer", group.start, group.end, "true date")
    elif is_button(group.text):
        account.claim("footer", group.start, group.end, "the site's own words")


def _read_related(account: Account, tail: Tail, lines: Sequence[Line]) -> None:
    """Gather title, first words and writer of each item; a "By" line closes it."""
    open_item: list[str] = []
    for group in paragraphs(account.text, [one for line in lines for one in (line, _blank_after(line))]):
        account.claim("footer", group.start, group.end, "further reading")
        writer = byline(group.text)
        if writer is not None and open_item:
            tail.related_items.append(_item(open_item, writer))
            open_item = []
        elif not is_button(group.text):
            open_item.append(group.text)
    if open_item:
        tail.related_items.append(_item(open_item, None))
        tail.notes.append(f"The related item {quote(open_item[0])} names no writer; it may be several items.")


def _blank_after(line: Line) -> Line:
    return Line(line.number, line.end, line.end, "")


def _item(words: Sequence[str], writer: str | None) -> Record:
    title = words[0] if len(words[0]) <= LONGEST_TITLE else f"{words[0][:LONGEST_TITLE]}…"
    item: Record = {"title": title}
    if writer is not None:
        item["author"] = writer
    excerpt = words[1:] if title == words[0] else words
    if excerpt:
        item["excerpt"] = "\n\n".join(excerpt)
    return item
