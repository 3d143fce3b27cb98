"""A post as rows: its own and those of all that its parts show. Pure, so that it may run in any process."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from api.models import identify
from seeds.extraction.entities import Entities, extract
from seeds.extraction.gazetteer import Gazetteer
from seeds.extraction.language import detect
from seeds.loading.dates import published
from seeds.loading.footnotes import footnote_rows
from seeds.loading.handles import account_key
from seeds.loading.hashtags import hashtag_rows
from seeds.loading.links import link_rows
from seeds.loading.mentions import addressed, meant, mention_rows
from seeds.loading.origins import Origin, provenance
from seeds.loading.placing import Placing
from seeds.loading.suppression import Suppression
from seeds.loading.tables import Bundle, Row, Value, row
from seeds.loading.texts import text_row
from seeds.loading.toponyms import Toponym, settled, toponym_rows
from seeds.records import Media, Part, Post, parts_of


class Context(NamedTuple):
    """What a post takes from its thread and its source. `rank` is 0 without a thread; `tags` are its source's own."""

    source: str
    tags: tuple[str, ...] = ()
    language: str | None = None
    author: str | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Reader:
    """What the rows of posts depend on beside the posts: the gazetteer, what is suppressed, the coming revision."""

    gazetteer: Gazetteer
    suppression: Suppression
    revision: int


def post_rows(post: Post, context: Context, origin: Origin, reader: Reader) -> Bundle:
    """Return the rows of a post, a record that was found sound."""
    parts = list(parts_of(post))
    found = [(part, extract(part.text, reader.gazetteer, part.name)) for part in parts]
    dates = published(post.published)
    placing = Placing(
        identify("Post", post.key),
        identify("Thread", post.thread) if post.thread else None,
        context.rank if post.thread else 0,
        post.position,
        int(dates["oldest_first"] or 0),
        int(dates["newest_first"] or 0),
    )
    return {
        "posts": [_own(post, context, placing, row_extras=dates | provenance(origin, reader.revision))],
        "post_texts": [text_row(placing.post_id, post.text, parts)],
        **_named(post, context, placing, found, reader.suppression),
        "media": [_media(placing.post_id, *media) for media in enumerate(post.media, 1)],
        "footnotes": footnote_rows(post.footnotes, post.text, placing.post_id),
    }


def _named(
    post: Post, context: Context, placing: Placing, found: list[tuple[Part, Entities]], suppression: Suppression
) -> Bundle:
    """The rows of what the parts name: tags, accounts, links and places."""
    parts = [part for part, _ in found]
    mentions = addressed(((part, one) for part, names in found for one in names.mentions), meant(post.mentions))
    tags = [(part, tag) for part, names in found for tag in names.hashtags]
    links = [(part, link) for part, names in found for link in names.links]
    return {
        "post_hashtags": hashtag_rows(tags, (*post.hashtags, *context.tags), placing),
        "account_mentions": mention_rows((one for one in mentions if not suppression.account(one[1])), placing),
        "place_mentions": toponym_rows(settled(_toponyms(found), post.places, parts), placing),
        "links": link_rows(links, post.links, parts, placing.post_id),
    }


def _toponyms(found: Iterable[tuple[Part, Entities]]) -> Iterable[Toponym]:
    for part, names in found:
        for one in names.places:
            yield Toponym(part, one.span, one.place, one.toponym, one.role, "gazetteer", one.confidence)


def _own(post: Post, context: Context, placing: Placing, row_extras: dict[str, Value]) -> Row:
    author = post.author or context.author
    language, basis = _language(post, context)
    return row(
        "posts",
        id=placing.post_id,
        key=post.key,
        kind=post.kind,
        source_id=identify("Source", context.source),
        thread_id=placing.thread_id,
        position=post.position,
        reading_order=placing.reading_order,
        marker=post.marker,
        author_id=identify("Account", account_key(author)) if author else None,
        title=post.title,
        standfirst=post.standfirst,
        text=post.text,
        language=language,
        language_basis=basis,
        url=post.url,
        **row_extras,
    )


def _language(post: Post, context: Context) -> tuple[str | None, str | None]:
    declared = post.language or context.language
    if declared is not None:
        return declared, "DECLARED"
    detected = detect(post.text)
    return detected, "DETECTED" if detected is not None else None


def _media(post_id: int, ordinal: int, media: Media) -> Row:
    return row(
        "media",
        post_id=post_id,
        ordinal=ordinal,
        kind=media.kind,
        url=media.url,
        alt=media.alt,
        caption=media.caption,
        credit=media.credit,
        licence=media.licence,
        is_placeholder=media.placeholder,
    )
