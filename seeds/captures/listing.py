"""A Thread Reader hashtag page: previews of threads, each closed by "Read N tweets" or opened by a date.

What enters is the page's text; what leaves is a source of kind THREAD_LISTING. A preview shows at most three posts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from seeds.captures.accounting import Account
from seeds.captures.dates import read_date
from seeds.captures.drafts import Published, SourceDraft, ThreadDraft
from seeds.captures.fitting import fitting_hashtag
from seeds.captures.gluing import ungluing
from seeds.captures.hosts import Origin
from seeds.captures.lines import Line, quote, split_lines
from seeds.captures.naming import slug
from seeds.captures.pieces import pieces_of
from seeds.captures.posts import Expected, fill

PREVIEW = 3
PUBLISHER = "Thread Reader"
_TITLE = re.compile(r"\s*(?P<title>Discover and read the best of Twitter Threads about #(?P<tag>\S+))\s*")
_COUNT = re.compile(r"\s*Most recents ?\((?P<stated>\d{1,6})\)\s*:?\s*")
_SHARE = re.compile(r"\s*(?:Account\s*Share|Account|Share)\s*")
_READ = re.compile(r"\s*Read (?P<total>\d[\d,]{0,8}) tweets?(?![\w'’])")
_READ_BEHIND = re.compile(r"(?<=\S)\s+(?P<words>Read (?P<total>\d[\d,]{0,8}) tweets?)\s*\Z")
_DAY = re.compile(r"[A-Z][a-z]{2} \d{1,2}(?:st|nd|rd|th) \d{4}")
_FOOTER = re.compile(
    r"\s*(?:Related hashtags:?|Did Thread Reader help you today\?|Support us! We are indie developers!)\s*"
)


@dataclass(slots=True)
class _Block:
    """The lines of one thread, with what opened or closed it."""

    lines: list[Line] = field(default_factory=list)
    total: int | None = None
    published: Published | None = None
    closed: bool = False
    notes: list[str] = field(default_factory=list)


def read_listing(account: Account, origin: Origin) -> SourceDraft:
    """Read the whole page; the file's name is only used when the page names no tag."""
    lines = split_lines(account.text)
    source, stated, body = _heading(account, lines, origin)
    body = _footing(account, source, body)
    blocks = _blocks(account, body)
    _note_openings(blocks)
    for number, block in enumerate(blocks, 1):
        thread = ThreadDraft(total=block.total, published=block.published, notes=block.notes)
        limit = PREVIEW if block.total is None else min(PREVIEW, max(block.total, 1))
        pieces = [part for piece in pieces_of(account.text, block.lines) for part in ungluing(piece)]
        fill(thread, account, pieces, Expected(limit))
        if thread.posts:
            source.threads.append(thread)
        else:
            source.notes.append(f"Thread {number} of the page shows no words, only its count ({block.total}).")
    if stated is not None and stated != len(blocks):
        source.notes.append(f"The page states {stated} threads and shows {len(blocks)}.")
    return source


def _heading(account: Account, lines: Sequence[Line], origin: Origin) -> tuple[SourceDraft, int | None, list[Line]]:
    """Read title and count from the lines above the first thread."""
    title, tag, stated, first = "", "", None, 0
    for index, line in enumerate(lines):
        titled, counted = _TITLE.fullmatch(line.text), _COUNT.fullmatch(line.text)
        if titled and not title:
            title, tag = titled["title"], titled["tag"]
        elif counted and stated is None:
            stated = int(counted["stated"])
        elif not line.blank and not (_SHARE.fullmatch(line.text) and not title):
            break
        account.claim("heading", line.start, line.end, "page head" if not line.blank else "layout")
        first = index + 1
    source = SourceDraft(slug(tag or origin.name), "THREAD_LISTING", title or origin.name, PUBLISHER)
    if fitting_hashtag(tag):
        source.hashtags.append(tag)
    else:
        source.notes.append("The page does not say which hashtag it lists.")
    return source, stated, list(lines[first:])


def _footing(account: Account, source: SourceDraft, lines: list[Line]) -> list[Line]:
    """Take the site's own words below the last thread off; related tags are told to the reviewer."""
    last = max((i for i, line in enumerate(lines) if _READ.match(line.text)), default=-1)
    for index in range(last + 1, len(lines)):
        if _FOOTER.fullmatch(lines[index].text):
            account.claim("footer", lines[index].start, len(account.text), "the site's own words")
            tagged = [line.text for line in lines[index:] if line.text.lstrip().startswith("#")]
            if tags := re.findall(r"#[^\s#,]+", " ".join(tagged)):
                source.notes.append(f"The page lists related hashtags, which were not stored: {' '.join(tags)}.")
            return lines[:index]
    return lines


def _blocks(account: Account, lines: Sequence[Line]) -> list[_Block]:
    """Gather each thread's lines."""
    dated = next((_is_day(line) for line in lines if not line.blank), False)
    blocks = [_Block()]
    for line in lines:
        block = blocks[-1]
        if dated and _is_day(line):
            date = read_date(line.text)
            account.claim("heading", line.start, line.end, "date of a thread")
            blocks.append(_Block(published=date.published if date else None))
        elif (found := _READ.match(line.text)) is not None:
            blocks.append(_close(account, block, line, found))
        elif (found := _READ_BEHIND.search(line.text)) is not None:
            block.lines.append(Line(line.number, line.start, line.start + found.start(), line.text[: found.start()]))
            block.notes.append("The count stood behind the last post's words, on the same line.")
            blocks.append(_close(account, block, line, found))
        else:
            block.lines.append(line)
    kept = [block for block in blocks if block.closed or any(not line.blank for line in block.lines)]
    for block in kept:
        if not block.closed and block.published is None:
            block.notes.append("The capture shows no count of this thread's posts.")
    return kept


def _close(account: Account, block: _Block, line: Line, found: re.Match[str]) -> _Block:
    """End a thread at its count; words glued behind the count open the next one."""
    block.total, block.closed = int(found["total"].replace(",", "")), True
    account.claim("heading", line.start + found.start(), line.start + found.end(), "count of a thread's posts")
    following = _Block()
    rest = line.text[found.end() :]
    if rest.strip():
        following.lines.append(Line(line.number, line.start + found.end(), line.end, rest))
        if not rest.lstrip().startswith("…"):
            following.notes.append(f"The first words were glued behind a count: {quote(line.text)}.")
    return following


def _is_day(line: Line) -> bool:
    return _DAY.fullmatch(line.text.strip()) is not None


def _note_openings(blocks: Sequence[_Block]) -> None:
    """A blank line before a thread's first words may be a post with nothing but a picture."""
    opened = [block for block in blocks[1:] if block.lines and block.lines[0].blank and block.published is None]
    if 2 * len(opened) <= len(blocks):
        for block in opened:
            block.notes.append("The thread begins with a blank line: its first post may be a picture without words.")
