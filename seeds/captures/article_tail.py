"""Below an article: its footnotes, the pointer to the whole text, the publisher's further reading, the site's buttons.

What enters are the lines from the first mark of an end; what leaves are footnotes, related items and notes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from seeds.captures.accounting import Account
from seeds.captures.article_end import is_mark, parted
from seeds.captures.article_marks import footnote, true_date
from seeds.captures.chrome import byline, is_button, leads_elsewhere, opens_related
from seeds.captures.drafts import Record
from seeds.captures.lines import Line, Paragraph, paragraphs, quote

LONGEST_TITLE = 300


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


def read_tail(account: Account, lines: Sequence[Line]) -> Tail:
    """Read everything below the article and claim what is understood."""
    tail = Tail()
    further = next((i for i, line in enumerate(lines) if opens_related(line.text)), len(lines))
    for group in paragraphs(account.text, parted(lines[:further], is_mark)):
        _read_group(account, tail, group)
    if further < len(lines):
        account.claim("footer", lines[further].start, lines[further].end, "the site's own words")
        _read_related(account, tail, lines[further + 1 :])
    return tail


def _read_group(account: Account, tail: Tail, group: Paragraph) -> None:
    note = footnote(group.text)
    if note is not None:
        tail.footnotes.append(FootnoteText(*note))
        account.claim("post", group.start, group.end, "footnote")
    elif leads_elsewhere(group.text):
        tail.excerpt = True
        account.claim("footer", group.start, group.end, "pointer to the whole text")
    elif (found := true_date(group.text)) is not None:
        tail.true_date = found
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
