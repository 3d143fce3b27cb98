"""The way in: a capture's text becomes a seed and an account of every character.

What enters is the text of a saved page or a JSON answer; what leaves is the seed of format version 1, with notes for a
reviewer, and ranges that cover the whole capture.
"""

from collections.abc import Callable
from dataclasses import dataclass

from api.errors import CaptureError
from seeds.captures.accounting import Account, Range
from seeds.captures.article import read_article
from seeds.captures.drafts import Record, SourceDraft
from seeds.captures.fitting import fitting_url, refuse_controls
from seeds.captures.hosts import Origin
from seeds.captures.kinds import Kind, parse_kind, recognise
from seeds.captures.levelling import Levelled
from seeds.captures.listing import read_listing
from seeds.captures.naming import name_after_file, tell_apart
from seeds.captures.profile import read_profile
from seeds.captures.statuses import read_statuses
from seeds.captures.unrolled import read_scrolly, read_thread
from seeds.captures.writing import write


@dataclass(frozen=True, slots=True)
class Imported:
    """A seed, and where each code point of the capture went: the ranges follow each other without gap or overlap.

    They are offsets in the capture as given; texts have a line feed at each line's end, whatever the capture has.
    """

    seed: Record
    accounts: list[Range]


def import_capture(text: str, *, name: str, kind: str | None = None, url: str | None = None) -> Imported:
    """Import a capture; `name` (its file's) stands in errors and, without its folders, where the page has no title.

    `kind` is a value of Kind; when absent, the address and the text's own marks tell it. `url` is the page's address:
    pages of text do not name it, and it is never guessed. Raises CaptureError for text that no importer can read.
    """
    if url is not None and fitting_url(url) is None:
        raise CaptureError(f"«{url}» is not an address on the web; write it whole, with https://.")
    origin = Origin(name, url)
    levelled = Levelled(text)
    chosen = parse_kind(kind) if kind is not None else origin.kind or recognise(levelled.text, name)
    account = Account(levelled.text)
    refuse_controls(levelled.text, name)
    source = _READERS[chosen](account, origin)
    source.url = url
    if source.title == name:
        name_after_file(source, name, text)
    _refuse_empty(source, chosen, name)
    tell_apart(source)
    for start, end in account.unclaimed():
        line = account.text.count("\n", 0, start) + 1
        words = " ".join(account.text[start:end].split())
        source.notes.append(f"Line {line} was not understood and not stored: «{words}».")
    return Imported(source.seed(), levelled.ranges(account.close()))


def to_yaml(imported: Imported) -> str:
    """Write the seed as YAML for a reviewer."""
    return write(imported.seed)


def _refuse_empty(source: SourceDraft, kind: Kind, name: str) -> None:
    if not source.posts and not source.threads:
        told = f" {' '.join(source.notes)}" if source.notes else ""
        raise CaptureError(f"{name}:1: no post was found in this text, read as {kind}.{told}")


_READERS: dict[Kind, Callable[[Account, Origin], SourceDraft]] = {
    Kind.HASHTAG_PAGE: read_listing,
    Kind.USER_PAGE: read_profile,
    Kind.THREAD_PAGE: read_thread,
    Kind.SCROLLY_PAGE: read_scrolly,
    Kind.ARTICLE: read_article,
    Kind.STATUSES: read_statuses,
}
