"""An article's head: breadcrumbs, title, date, writer, standfirst, the picture's credit.

What enters are the page's first lines; what leaves is what they say, and how many lines they are. A line is the
standfirst only when the head goes on below it; else it is the first paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from seeds.captures.accounting import Account
from seeds.captures.article_marks import mark_of
from seeds.captures.chrome import byline, crumb, is_button, picture
from seeds.captures.dates import PageDate, read_date
from seeds.captures.drafts import Published, Record
from seeds.captures.lines import Line, quote, trim

DEPTH = 16
"""The head is looked for in this many lines with words."""
LONG = 60
LONGEST_TITLE = 300
LONGEST_STANDFIRST = 200


@dataclass(slots=True)
class Head:
    """What the head says; `lines` counts the page's lines it takes."""

    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    published: Published | None = None
    starred: bool = False
    media: list[Record] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    post_notes: list[str] = field(default_factory=list)
    lines: int = 0


def read_head(account: Account, lines: Sequence[Line]) -> Head:
    """Read the head and claim its characters."""
    worded = [line for line in lines if not line.blank][:DEPTH]
    title = _title(worded)
    head = Head(title=title)
    loose: list[Line] = []
    taken = 0
    for index, line in enumerate(worded):
        if mark_of(line.text) is not None:
            break
        if _same(line.text, title) or (_is_mark(line.text) and not (loose and is_button(line.text))):
            taken = index + 1
            continue
        loose.append(line)
        if len(line.text) > LONGEST_STANDFIRST or sum(len(one.text) >= LONG for one in loose) > 1:
            break
    for line in worded[:taken]:
        _read_line(account, head, line)
    head.lines = worded[taken - 1].number if taken else 0
    return head


def _title(worded: Sequence[Line]) -> str | None:
    """The words that stand twice in the head, or the first line that is nothing else."""
    seen: set[str] = set()
    for line in worded:
        words = _plain(crumb(line.text) or line.text)
        if words in seen and not is_button(words) and len(words) <= LONGEST_TITLE:
            return " ".join((crumb(line.text) or line.text).split())
        seen.add(words)
    for line in worded:
        if crumb(line.text) is None and not _is_mark(line.text) and len(line.text) <= LONGEST_TITLE:
            return line.text.strip()
    return None


def _read_line(account: Account, head: Head, line: Line) -> None:
    start, end = trim(account.text, line.start, line.end)
    words = account.text[start:end]
    note = _told(head, words)
    if note is not None:
        account.claim("heading", start, end, note)
    elif head.standfirst is None and (len(words) >= LONG or words[-1] in '.!?…”"'):
        head.standfirst = words
        account.claim("heading", start, end, "standfirst")
    else:
        head.post_notes.append(f"{quote(words)} stands in the head: a tag line, or words on the picture; not stored.")
        account.claim("review", start, end, "tag line")


def _told(head: Head, words: str) -> str | None:
    """Take in a line whose meaning is plain; returns what it was."""
    if _same(words, head.title):
        return "title"
    if crumb(words) is not None or is_button(words):
        return "the site's own words"
    if (media := picture(words)) is not None:
        head.media.append(media)
        return "picture's credit"
    for part in _parts(words):
        _take(head, part)
    return "date or writer" if _parts(words) else None


def _take(head: Head, part: str) -> None:
    name, found = byline(part), _date(part)
    if name is not None and head.byline is None:
        head.byline = name
    elif found is not None and head.published is None:
        head.published, head.starred = found.published, found.starred
        head.notes += found.notes
    else:
        head.notes.append(f"The head also says {quote(part)}.")


def _parts(words: str) -> list[str]:
    """Split "By A. Writer | 15 March 2023"; nothing when a part is neither a writer nor a date."""
    if _date(words) is not None or (byline(words) is not None and "|" not in words):
        return [words]
    parts = [part.strip() for part in words.replace("•", "|").replace("·", "|").split("|") if part.strip()]
    known = all(_date(part) is not None or byline(part) is not None for part in parts)
    return parts if parts and known else []


def _date(words: str) -> PageDate | None:
    for lead in ("Published on ", "Published: ", "Published ", "Posted on ", "Posted ", "Date: "):
        words = words.removeprefix(lead)
    return read_date(words)


def _is_mark(words: str) -> bool:
    return bool(crumb(words) is not None or is_button(words) or picture(words) is not None or _parts(words.strip()))


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _same(words: str, title: str | None) -> bool:
    return title is not None and _plain(words) == _plain(title)
