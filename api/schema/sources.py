"""Sources: the publications that posts come from."""

from api.schema.arguments import POSTS, THREADS
from api.schema.connections import Connection
from api.schema.enums import SourceKind
from api.schema.nodes import Node
from api.schema.promise import object_type, promised
from api.schema.references import PostConnectionRef, ThreadConnectionRef
from api.schema.scalars import DateTime
from api.schema.values import Coverage, Provenance, UncertainDate


@object_type
class RelatedItem:
    """What the publisher itself lists beside a source (“Read these next”), as it was printed."""

    title: str = promised("Its title.")
    author: str | None = promised("Its author, as printed.")
    url: str | None = promised("Its address, where known.")
    excerpt: str | None = promised("The words shown under its title.")


@object_type
class Source(Node):
    """A publication that posts come from: a listing of threads, an article, a feed, an archive or a dataset."""

    key: str = promised("Its name for people and links, unique among sources and stable, such as `nkpeace`.")
    kind: SourceKind = promised("What kind of publication it is.")
    title: str = promised("Its title.")
    publisher: str | None = promised("Who published it.")
    url: str | None = promised("Its canonical address; `resource(url:)` finds it again.")
    byline: str | None = promised("The authors, as printed.")
    language: str | None = promised("Its language, a BCP 47 tag such as `en`.")
    licence: str | None = promised("The terms of its use, as stated.")
    attribution: str | None = promised("How to name it when quoting.")
    is_excerpt: bool = promised("Whether only a part of it is present here.")
    published: UncertainDate | None = promised("When it was published; null when undated.")
    retrieved_at: DateTime | None = promised("When it was fetched, in UTC.")
    provenance: Provenance = promised("Where in the seed files it stands.")
    threads: ThreadConnectionRef = promised("Its threads.", **THREADS)
    posts: PostConnectionRef = promised("Its posts, in threads or alone.", **POSTS)
    related_items: list[RelatedItem] = promised("What the publisher lists beside it, in the printed order.")
    coverage: Coverage = promised("How much of it is present here, over all its posts.")


@object_type
class SourceConnection(Connection[Source]):
    """One page of a list of sources."""
