"""A Thread Reader user page: a writer's name, a few words about them, and previews of their threads.

What enters is the page's text; what leaves is a source of kind THREAD_LISTING. Posts are often glued by a blank, and
are cut apart where the author's numbers show the seam.
"""

from collections.abc import Sequence

from seeds.captures.accounting import Account
from seeds.captures.drafts import SourceDraft, ThreadDraft
from seeds.captures.gluing import ungluing, ungluing_blanks
from seeds.captures.hosts import Origin
from seeds.captures.lines import Line, split_lines
from seeds.captures.listing import PREVIEW, PUBLISHER
from seeds.captures.naming import slug
from seeds.captures.pieces import pieces_of
from seeds.captures.posts import Expected, fill
from seeds.captures.sifting import sift
from seeds.captures.unroll_marks import Stats, read_stats, writer


def read_profile(account: Account, origin: Origin) -> SourceDraft:
    """Read the whole page."""
    lines = split_lines(account.text)
    opened = [(index, stats) for index, line in enumerate(lines) if (stats := read_stats(line.text)) is not None]
    first = opened[0][0] if opened else len(lines)
    name = _heading(account, lines[:first])
    title = name or (f"@{origin.handle}" if origin.handle else origin.name)
    source = SourceDraft(
        slug(origin.handle or title), "THREAD_LISTING", title, origin.publisher or PUBLISHER, byline=name
    )
    if origin.handle is None:
        source.notes.append("The page does not show the writer's handle; no author was recorded.")
    elif name is not None:
        source.accounts[origin.handle] = name
    ends = [index for index, _ in opened[1:]] + [len(lines)]
    for (index, stats), end in zip(opened, ends, strict=False):
        thread = _thread(account, origin, lines[index:end], stats)
        source.threads += [thread] if thread.posts else []
        if not thread.posts:
            source.notes.append(f"The thread of line {index + 1} shows no words, only its count ({stats.total}).")
    return source


def _heading(account: Account, lines: Sequence[Line]) -> str | None:
    """Read the writer's name; the words about them are no post."""
    name = next((found for line in lines if (found := writer(line.text)) is not None), None)
    for line in lines:
        account.claim("heading", line.start, line.end, "about the writer" if not line.blank else "layout")
    return name


def _thread(account: Account, origin: Origin, lines: Sequence[Line], stats: Stats) -> ThreadDraft:
    opening = lines[0]
    seam = opening.start + stats.end
    account.claim("heading", opening.start, seam, "date and count of a thread")
    body = [Line(opening.number, seam, opening.end, opening.text[stats.end :]), *lines[1:]]
    body, doubts = sift(account, body)
    thread = ThreadDraft(author=origin.handle, published=stats.published, total=stats.total, notes=list(stats.notes))
    pieces = [part for piece in pieces_of(account.text, body) for part in ungluing(piece)]
    pieces = [part for piece in pieces for part in ungluing_blanks(piece)]
    fill(thread, account, pieces, Expected(min(PREVIEW, max(stats.total, 1))))
    thread.notes += doubts
    return thread
