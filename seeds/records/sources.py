"""Sources, and the threads they list."""

from seeds.records.dates import Instant, Published
from seeds.records.fields import (
    URL,
    Count,
    Flag,
    Handle,
    Hashtag,
    Key,
    Language,
    Line,
    Ordinal,
    Record,
    Several,
    SourceKind,
    Text,
)


class RelatedItem(Record):
    """What the publisher itself lists beside its piece: "Read these next"."""

    title: Line
    author: Line | None = None
    url: URL | None = None
    excerpt: Text | None = None
    review: Text | None = None


class Source(Record):
    """Where threads and posts come from: a listing, an article, a feed, an archive."""

    key: Key
    """Names this source for ever, in links, ids and references."""
    kind: SourceKind
    title: Line
    publisher: Line | None = None
    url: URL | None = None
    byline: Line | None = None
    language: Language | None = None
    """The language of its posts, where they do not say another; a tag of BCP 47."""
    licence: Line | None = None
    attribution: Text | None = None
    excerpt: Flag = False
    """True when only a part of the source is here."""
    published: Published | None = None
    retrieved_at: Instant | None = None
    hashtags: Several[Hashtag] = ()
    """The listing's own tags: asserted on each of its posts that does not show them."""
    related_items: Several[RelatedItem] = ()
    review: Text | None = None
    """A note about what could not be decided; never published."""


class ThreadContent(Record):
    """What a thread says of itself, wherever it is written."""

    title: Line | None = None
    author: Handle | None = None
    """The account that wrote it; left out where the capture does not say."""
    language: Language | None = None
    published: Published | None = None
    total: Count | None = None
    """How many posts the platform says the thread has."""
    claimed: Count | None = None
    """How many posts the author's own numbering announces: 14 for "1/14"."""
    url: URL | None = None
    review: Text | None = None
    """A note about what could not be decided; never published."""


class Thread(ThreadContent):
    """A thread as it leaves: its key, its source and its rank are known."""

    key: Key
    source: Key
    rank: Ordinal
    """Its place in the listing, from 1."""
