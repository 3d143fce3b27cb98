"""One thread unrolled on a page of its own: Thread Reader, its scrolly pages, twtext and their kin.

What enters is the page's text; what leaves is a source of kind THREAD_LISTING with that thread, and the further
threads by the same writer that some pages show below it.
"""

from collections.abc import Sequence

from seeds.captures.accounting import Account
from seeds.captures.cutting import LISTED, PARAGRAPHED, Prices
from seeds.captures.dates import read_date
from seeds.captures.drafts import SourceDraft, ThreadDraft
from seeds.captures.gluing import ungluing
from seeds.captures.hosts import Origin
from seeds.captures.lines import Line, quote, split_lines
from seeds.captures.naming import slug
from seeds.captures.pieces import pieces_of
from seeds.captures.posts import Expected, fill
from seeds.captures.sifting import SITE, sift, sift_below
from seeds.captures.site_words import end_of, is_above
from seeds.captures.unroll_marks import handle, is_day, is_name, opens_more, read_stats, writer

HEAD = 8
"""The date and count stand among this many first lines with words."""
TITLE = 60
LONG = 60


def read_thread(account: Account, origin: Origin) -> SourceDraft:
    """Read a page where each line is a post, as far as nothing speaks against it."""
    return _read(account, origin, LISTED)


def read_scrolly(account: Account, origin: Origin) -> SourceDraft:
    """Read a page where blank lines part posts, and paragraphs of one post too."""
    source = _read(account, origin, PARAGRAPHED)
    source.notes.append("On a scrolly page a blank line parts posts and also paragraphs; the cuts are worth a look.")
    return source


def _read(account: Account, origin: Origin, prices: Prices) -> SourceDraft:
    lines = split_lines(account.text)
    thread, name, body = _heading(account, lines)
    stop = end_of(body)
    _fill(thread, account, body[:stop], Expected(thread.total, whole=True, prices=prices))
    below = body[stop:]
    author = next((found for line in below if (found := handle(line.text)) is not None), None)
    thread.author = author
    source = _source(origin, thread, name, author)
    source.threads += [thread] if thread.posts else []
    more = next((index for index, line in enumerate(below) if opens_more(line.text)), len(below))
    _footing(account, source, below[:more], prices)
    for further in _more(account, below[more:], author, prices):
        source.threads.append(further)
    return source


def _heading(account: Account, lines: Sequence[Line]) -> tuple[ThreadDraft, str | None, list[Line]]:
    """Read the writer, the date and the count, wherever the page still has them."""
    thread, name, taken = ThreadDraft(), None, 0
    worded = [line for line in lines if not line.blank][:HEAD]
    for index, line in enumerate(worded):
        stats = read_stats(line.text)
        if stats is not None:
            thread.total, thread.published = stats.total, stats.published
            thread.notes += stats.notes
            name = stats.writer or name
            account.claim("heading", line.start, line.start + stats.end, "date and count of the thread")
            rest = Line(line.number, line.start + stats.end, line.end, line.text[stats.end :])
            return thread, name, [rest, *lines[line.number :]]
        if not is_above(line.text):
            found, sure = writer(line.text), _is_dated(worded[index + 1 :])
            if found is None or not (sure or is_name(found)):
                break
            if not sure:
                thread.notes.append(f"{quote(line.text)} was taken for the writer's name; no date stands below it.")
            name = found
        account.claim("heading", line.start, line.end, "page head")
        taken = line.number
    return thread, name, list(lines[taken:])


def _is_dated(below: Sequence[Line]) -> bool:
    """Whether a date and count follow, with nothing but the site's words and names before them."""
    for line in below:
        if read_stats(line.text) is not None:
            return True
        if not is_above(line.text) and writer(line.text) is None:
            return False
    return False


def _fill(thread: ThreadDraft, account: Account, lines: Sequence[Line], expected: Expected) -> None:
    """Leave the site's own lines out and cut the rest into posts."""
    kept, notes = sift(account, lines)
    pieces = [part for piece in pieces_of(account.text, kept) for part in ungluing(piece)]
    fill(thread, account, pieces, expected)
    thread.notes += notes


def _source(origin: Origin, thread: ThreadDraft, name: str | None, author: str | None) -> SourceDraft:
    words = thread.posts[0].text.split() if thread.posts else [origin.name]
    opening = " ".join(words)
    opening = opening if len(opening) <= TITLE else f"{opening[: TITLE - 1].rstrip()}…"
    who = author or name
    title = f"Thread by {name or f'@{author}'}: {opening}" if who else opening
    key = f"{slug(who or 'thread')}/{origin.thread or slug(' '.join(words[:8]))}"
    source = SourceDraft(key, "THREAD_LISTING", title, origin.publisher, byline=name)
    if who is None:
        source.notes.append("The page does not show who wrote the thread.")
    if author is not None and name is not None:
        source.accounts[author] = name
    return source


def _footing(account: Account, source: SourceDraft, lines: Sequence[Line], prices: Prices) -> None:
    """Claim the site's words; long lines between them are posts of threads whose bounds the page lost."""
    loose = sift_below(account, lines)
    if not any(len(line.text) >= LONG for line in loose):
        return
    further = ThreadDraft(author=source.threads[0].author if source.threads else None)
    further.notes.append("These posts stand below the thread's end: other threads, whose bounds the page lost.")
    fill(further, account, pieces_of(account.text, loose), Expected(None, prices=prices))
    source.threads.append(further)


def _more(account: Account, lines: Sequence[Line], author: str | None, prices: Prices) -> list[ThreadDraft]:
    """Read "More from @x": a line with a date, or with date and count, opens each thread."""
    threads: list[tuple[ThreadDraft, list[Line]]] = []
    for line in lines:
        stats = read_stats(line.text)
        if stats is not None or is_day(line.text):
            date = None if stats else read_date(line.text)
            thread = ThreadDraft(author=author, published=date.published if date else None)
            if stats is not None:
                thread.published, thread.total, thread.notes = stats.published, stats.total, list(stats.notes)
            thread.notes += date.notes if date else ()
            threads.append((thread, []))
            end = line.start + stats.end if stats else line.end
            account.claim("heading", line.start, end, "date of a further thread")
            line = Line(line.number, end, line.end, line.text[end - line.start :])
        if threads and not opens_more(line.text):
            threads[-1][1].append(line)
        else:
            account.claim("footer", line.start, line.end, SITE)
    for thread, body in threads:
        _fill(thread, account, body, Expected(None, prices=prices))
    return [thread for thread, _ in threads if thread.posts]
