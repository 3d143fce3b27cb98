"""What an importer builds while it reads: drafts of a source, its threads and posts, each with notes for a reviewer.

What enters are the pieces an importer found; what leaves is the seed mapping of format version 1, its keys in the
format's order and nothing empty in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | Sequence["Value"] | Mapping[str, "Value"]
Record: TypeAlias = dict[str, Value]
Published: TypeAlias = str | Record

FORMAT_VERSION = 1


@dataclass(slots=True)
class PostDraft:
    """One post; `text` is verbatim."""

    text: str
    key: str | None = None
    kind: str | None = None
    marker: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None
    title: str | None = None
    standfirst: str | None = None
    hashtags: list[str] = field(default_factory=list)
    media: list[Record] = field(default_factory=list)
    links: list[Record] = field(default_factory=list)
    footnotes: list[Record] = field(default_factory=list)
    mentions: list[Record] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def record(self) -> Record:
        """Return the seed mapping of this post."""
        return (
            _filled(key=self.key, kind=self.kind)
            | {"text": self.text}
            | _filled(
                marker=self.marker,
                author=self.author,
                url=self.url,
                language=self.language,
                published=self.published,
                title=self.title,
                standfirst=self.standfirst,
                hashtags=self.hashtags,
                media=self.media,
                links=self.links,
                footnotes=self.footnotes,
                mentions=self.mentions,
                review=joined(self.notes),
            )
        )


@dataclass(slots=True)
class ThreadDraft:
    """One thread: `total` is the platform's count, `claimed` the author's."""

    posts: list[PostDraft] = field(default_factory=list)
    key: str | None = None
    author: str | None = None
    language: str | None = None
    published: Published | None = None
    total: int | None = None
    claimed: int | None = None
    url: str | None = None
    notes: list[str] = field(default_factory=list)

    def record(self) -> Record:
        """Return the seed mapping. A listing leaves the key to the format's default, so that a re-listing keeps it."""
        return _filled(
            key=self.key,
            author=self.author,
            language=self.language,
            published=self.published,
            total=self.total,
            claimed=self.claimed,
            url=self.url,
            review=joined(self.notes),
            posts=[post.record() for post in self.posts],
        )


@dataclass(slots=True)
class SourceDraft:
    """A page, with the threads or the articles it shows."""

    key: str
    kind: str
    title: str
    publisher: str | None = None
    url: str | None = None
    byline: str | None = None
    attribution: str | None = None
    excerpt: bool = False
    published: Published | None = None
    hashtags: list[str] = field(default_factory=list)
    related_items: list[Record] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    threads: list[ThreadDraft] = field(default_factory=list)
    posts: list[PostDraft] = field(default_factory=list)
    accounts: dict[str, str] = field(default_factory=dict)
    """Display names by handle."""

    def seed(self) -> Record:
        """Return the whole seed mapping."""
        accounts: list[Record] = [
            _filled(handle=handle, display_name=name) for handle, name in sorted(self.accounts.items())
        ]
        return _filled(parley=FORMAT_VERSION, sources=[self.record()], accounts=accounts)

    def record(self) -> Record:
        """Return the seed mapping of the source alone."""
        return _filled(
            key=self.key,
            kind=self.kind,
            title=self.title,
            publisher=self.publisher,
            url=self.url,
            byline=self.byline,
            attribution=self.attribution,
            excerpt=self.excerpt,
            published=self.published,
            hashtags=self.hashtags,
            related_items=self.related_items,
            review=joined(self.notes),
            threads=[thread.record() for thread in self.threads],
            posts=[post.record() for post in self.posts],
        )


def joined(notes: Sequence[str]) -> str | None:
    """Make one review text of several notes, each once."""
    return " ".join(dict.fromkeys(notes)) or None


def _filled(**values: Value | None) -> Record:
    return {key: value for key, value in values.items() if value not in (None, "", [], {}) and value is not False}
