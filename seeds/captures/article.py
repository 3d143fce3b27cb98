"""A news article saved as text: head, paragraphs, footnotes, what the publisher lists below.

What enters is the page's text; what leaves is a source of kind ARTICLE with one post of kind ARTICLE. The post's text
is the paragraphs joined by a blank line; blanks around a paragraph are layout, the blanks inside stay as they are.
"""

import re
from collections.abc import Sequence

from api.errors import CaptureError
from seeds.captures.accounting import Account
from seeds.captures.article_end import end_of, parted
from seeds.captures.article_head import Head, read_head
from seeds.captures.article_marks import anchors, footnote, mark_of
from seeds.captures.article_tail import FootnoteText, read_tail
from seeds.captures.chrome import is_button, picture
from seeds.captures.dates import date_in_address, read_date
from seeds.captures.drafts import PostDraft, SourceDraft
from seeds.captures.footnotes import attach
from seeds.captures.hosts import Origin
from seeds.captures.lines import Line, Paragraph, paragraphs, quote, split_lines
from seeds.captures.naming import slug

_REPUBLISHED = re.compile(r"(?<=[.!?”\"’'])(?P<name>The Conversation)\Z")
_SUBHEADING = 90
_TELLING = 200
"""A page without one paragraph of this length, but with several dates or buttons, is a list of articles."""


def read_article(account: Account, origin: Origin) -> SourceDraft:
    """Read the whole page; raises CaptureError for a list of articles or a page without paragraphs."""
    lines = split_lines(account.text)
    head = read_head(account, lines)
    post = PostDraft("", kind="ARTICLE", title=head.title, standfirst=head.standfirst, published=head.published)
    post.media += head.media
    post.notes += head.post_notes
    source = SourceDraft(slug(head.title or origin.name), "ARTICLE", head.title or origin.name, byline=head.byline)
    source.published = head.published
    source.notes += head.notes
    below = lines[head.lines :]
    stop = end_of(account.text, below, head.starred)
    body, amid = _body(account, below[:stop], post)
    _refuse_lists(lines, body, origin.name)
    tail = read_tail(account, below[stop:])
    source.excerpt, source.related_items = tail.excerpt, tail.related_items
    source.notes += tail.notes
    _correct_date(source, post, head, tail.true_date)
    if source.published is None and origin.url is not None:
        source.published = post.published = date_in_address(origin.url)
    _tell(account, body, source, post)
    attach(post, [paragraph.text for paragraph in body], [*amid, *tail.footnotes])
    source.posts.append(post)
    return source


def _body(account: Account, lines: Sequence[Line], post: PostDraft) -> tuple[list[Paragraph], list[FootnoteText]]:
    """Take the paragraphs; credits between them become media, and footnotes that an anchor leads to stay footnotes."""
    body: list[Paragraph] = []
    notes: list[FootnoteText] = []
    led = _led_to(lines)
    for group in paragraphs(account.text, parted(lines, lambda line: line.number in led)):
        media, note = picture(group.text), footnote(group.text)
        if media is not None:
            post.media.append(media)
            account.claim("heading", group.start, group.end, "picture's credit")
        elif is_button(group.text):
            account.claim("heading", group.start, group.end, "the site's own words")
        elif note is not None and group.number in led:
            notes.append(FootnoteText(*note))
            account.claim("post", group.start, group.end, "footnote")
            post.notes.append(f"The footnote {quote(group.text)} stands amid the paragraphs.")
        else:
            body.append(group)
            if mark_of(group.lines[0].text) is not None:
                post.notes.append(f"{quote(group.text)} may not be the article's; it was kept as a paragraph.")
    return body, notes


def _led_to(lines: Sequence[Line]) -> set[int]:
    """Return the numbers of the lines that have a footnote's form, and an anchor above that leads to them."""
    above: set[str] = set()
    led = set()
    for line in lines:
        note = footnote(line.text)
        if note is not None and note[0] in above:
            led.add(line.number)
        above |= anchors(line.text)
    return led


def _tell(account: Account, body: list[Paragraph], source: SourceDraft, post: PostDraft) -> None:
    """Write the text, claim it, and note what a reader of it should look at."""
    if body and (glued := _REPUBLISHED.search(body[-1].text)):
        last = body[-1]
        end = last.start + glued.start()
        account.claim("footer", end, last.end, "republished from")
        source.attribution = glued["name"]
        body[-1] = Paragraph(last.lines, last.start, end, account.text[last.start : end])
    for number, paragraph in enumerate(body, 1):
        account.claim("post", paragraph.start, paragraph.end, f"paragraph {number}")
    post.text = "\n\n".join(paragraph.text for paragraph in body)
    post.notes += [f"{quote(p.text)} may be a subheading." for p in body[1:-1] if _is_subheading(p.text)]
    if any(len(paragraph.lines) > 1 for paragraph in body):
        post.notes.append("Some paragraphs run over several lines: wrapped by the page, or lists; they were kept.")
    if lost := post.text.count("\ufffd"):
        post.notes.append(f"{lost} characters were lost before the capture was saved (U+FFFD).")


def _correct_date(source: SourceDraft, post: PostDraft, head: Head, true_date: str | None) -> None:
    if head.starred and true_date is not None:
        source.notes.append(f"The date at the top has a star; the page's end gives the true one: {quote(true_date)}.")
        found = read_date(true_date)
        source.published = post.published = found.published if found else head.published


def _is_subheading(text: str) -> bool:
    return len(text) <= _SUBHEADING and text[-1].isalnum() and "\n" not in text


def _refuse_lists(lines: Sequence[Line], body: Sequence[Paragraph], name: str) -> None:
    if not body:
        raise CaptureError(f"{name}:{len(lines)}: no paragraph of an article was found. Save the article's own page.")
    if any(len(paragraph.text) >= _TELLING for paragraph in body):
        return
    repeated = sum(read_date(line.text) is not None or line.text.strip().lower() == "read more" for line in lines)
    if repeated > 2:
        raise CaptureError(
            f"{name}:{body[0].number}: this looks like a list of articles ({repeated} dates or «Read more»), not an "
            f"article. Save the page of each article."
        )
