"""A post as rows: its own, and those of everything its parts show."""

from dataclasses import dataclass

from api.models import identify
from api.text.fold import casefolded, fold
from api.text.indexing import Part, index
from corpus.dating import dated
from corpus.facts import PostFacts
from corpus.rows import Row, Rows, account_key, author
from corpus.spanning import HASHTAG, MENTION, NOWHERE, found, located, part, parts, span


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a post stands; `rank` is 0 outside a thread."""

    source: str
    thread: str | None
    rank: int
    position: int


def post_rows(post: PostFacts, at: Standing) -> Rows:
    number = identify("Post", post.key)
    thread = None if at.thread is None else identify("Thread", at.thread)
    order = {"reading_order": at.rank << 20 | at.position}
    copied = ("kind", "marker", "title", "standfirst", "text", "language", "language_basis", "url")
    dates = dated(post.when)
    timeline = {"oldest_first": dates["oldest_first"], "newest_first": dates["newest_first"]}
    beside: Row = {"post_id": number, "thread_id": thread, **timeline, **order}
    own = {"id": number, "key": post.key, "source_id": identify("Source", at.source), "thread_id": thread}
    own |= {"position": at.position, "author_id": author(post.author), **order, **dates}
    return {
        "posts": [own | {name: getattr(post, name) for name in copied}],
        "post_texts": [text_row(number, post)],
        "post_hashtags": hashtag_rows(post, beside, at.position),
        "account_mentions": mention_rows(post, beside),
        "place_mentions": place_rows(post, beside),
        "links": link_rows(number, post),
        "media": [
            {"post_id": number, "ordinal": n} | {name: getattr(one, name) for name in one.__slots__}
            for n, one in enumerate(post.media, 1)
        ],
        "footnotes": footnote_rows(number, post),
    }


def text_row(number: int, post: PostFacts) -> Row:
    media = [number for number, one in enumerate(post.media, 1) if one.caption]
    ordinals = {"CAPTION": media, "FOOTNOTE": [*range(1, len(post.notes) + 1)]}
    told = [
        Part(one.name, ordinals[one.name][one.number - 1] if one.name in ordinals else None, one.text)
        for one in parts(post)
    ]
    indexed = index(told)
    return {"post_id": number, "folded": fold(post.text), "words": indexed.words, "searched": indexed.searched}


def hashtag_rows(post: PostFacts, beside: Row, position: int) -> list[Row]:
    shown = [(spelling, "IN_TEXT", at) for spelling, at in found(HASHTAG, post)]
    names = {fold(spelling) for spelling, _, _ in shown}
    asserted = [(spelling, "ASSERTED", NOWHERE) for spelling in post.asserted if fold(spelling) not in names]
    rows: list[Row] = []
    seen: set[str] = set()
    for ordinal, (spelling, basis, at) in enumerate([*shown, *asserted], 1):
        own: Row = {"ordinal": ordinal, "hashtag_id": identify("Hashtag", fold(spelling)), "spelling": spelling}
        own |= {"spelling_cased": casefolded(spelling), "basis": basis, "is_first": fold(spelling) not in seen}
        own["thread_order"] = (basis == "ASSERTED") << 52 | position << 20 | ordinal
        rows.append(own | at | beside)
        seen.add(fold(spelling))
    return rows


def mention_rows(post: PostFacts, beside: Row) -> list[Row]:
    rows: list[Row] = []
    seen: set[str] = set()
    for ordinal, (spelling, at) in enumerate(found(MENTION, post), 1):
        key = account_key(spelling)
        own: Row = {"ordinal": ordinal, "account_id": identify("Account", key), "spelling": spelling}
        rows.append(own | {"is_first": key not in seen} | at | beside)
        seen.add(key)
    return rows


def place_rows(post: PostFacts, beside: Row) -> list[Row]:
    order = {(one.name, one.number): n for n, one in enumerate(parts(post))}
    placed = []
    for named in post.places:
        where = part(post, named.part, named.note)
        start, end = located(named.toponym, where, named.occurrence)
        placed.append((order[where.name, where.number], start, named, span(where, start, end)))
    rows: list[Row] = []
    seen: set[str] = set()
    for ordinal, (_, _, named, at) in enumerate(sorted(placed, key=lambda one: one[:2]), 1):
        counts = named.role != "DEMONYM"
        own: Row = {"ordinal": ordinal, "place_id": identify("Place", named.place), "toponym": named.toponym}
        own |= {"role": named.role, "method": named.method, "confidence": named.confidence}
        own |= {"footnote": named.note if named.part == "FOOTNOTE" else None}
        rows.append(own | {"is_first": counts and named.place not in seen} | at | beside)
        seen |= {named.place} if counts else set()
    return rows


def link_rows(number: int, post: PostFacts) -> list[Row]:
    rows: list[Row] = []
    for ordinal, link in enumerate(post.links, 1):
        text = part(post, "TEXT")
        at = span(text, *located(link.displayed, text)) if link.displayed in post.text else NOWHERE
        own: Row = {"post_id": number, "ordinal": ordinal, "url": link.url, "displayed": link.displayed}
        rows.append(own | {"is_truncated": link.displayed.endswith("…"), "domain": link.domain} | at)
    return rows


def footnote_rows(number: int, post: PostFacts) -> list[Row]:
    rows: list[Row] = []
    for ordinal, (marker, text) in enumerate(post.notes, 1):
        body = part(post, "TEXT")
        at = span(body, *located(marker, body)) if marker in post.text else NOWHERE
        rows.append({"post_id": number, "ordinal": ordinal, "marker": marker, "text": text} | at)
    return rows
