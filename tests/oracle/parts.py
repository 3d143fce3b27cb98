"""The fields that many types share: ids, the nodes a row belongs to, dates, provenance and spans."""

from api.models import (
    Account,
    AccountMention,
    Base,
    Footnote,
    Link,
    PlaceMention,
    Post,
    PostHashtag,
    Revision,
    Source,
    Thread,
    node_id,
)
from oracle.asking import Ask, answers
from oracle.dates import UncertainDate, uncertain
from oracle.searching import SpanFound

Spanned = PostHashtag | AccountMention | PlaceMention | Link | Footnote | SpanFound
UNITS = {"CODE_POINT": "", "UTF16": "_utf16", "UTF8": "_utf8"}
NODES = ("Source", "Thread", "Post", "Hashtag", "Place", "Account")


@answers(*(f"{kind}.id" for kind in NODES))
def own_id(_ask: Ask, node: Post) -> str:
    return node_id(type(node).__name__, node.id)


@answers("Revision.id")
def revision_id(_ask: Ask, revision: Revision) -> str:
    return node_id("Revision", revision.number)


@answers("Thread.source", "Post.source")
def source(ask: Ask, node: Thread | Post) -> Source:
    return ask.world.sources[node.source_id]


@answers("Thread.author", "Post.author")
def author(ask: Ask, node: Thread | Post) -> Account | None:
    return ask.world.accounts.get(node.author_id or 0)


@answers("Source.published", "Thread.published", "Post.published")
def published(_ask: Ask, node: Source | Thread | Post) -> UncertainDate | None:
    return uncertain(node, "published")


@answers("Source.provenance", "Thread.provenance", "Post.provenance", "Place.provenance")
def provenance(_ask: Ask, node: Base) -> Base:
    """Its fields are columns of the node's own row."""
    return node


@answers("HashtagUse.span", "AccountMention.span", "PlaceMention.span", "Link.span", "Footnote.anchor")
def span(_ask: Ask, row: Spanned) -> Spanned | None:
    return row if row.span_part is not None else None


@answers("Span.part")
def part(_ask: Ask, row: Spanned) -> str | None:
    return row.span_part


@answers("Span.text")
def text(_ask: Ask, row: Spanned) -> str | None:
    return row.span_text


@answers("Span.start")
def start(_ask: Ask, row: Spanned, unit: str) -> object:
    return getattr(row, f"span_start{UNITS[unit]}")


@answers("Span.end")
def end(_ask: Ask, row: Spanned, unit: str) -> object:
    return getattr(row, f"span_end{UNITS[unit]}")
