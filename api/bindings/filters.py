"""Bindings of every ``where``: which stored thing each of its fields compares."""

from sqlalchemy import and_, true

from api.bindings.sets import DOUBLE, WHERE_A_PLACE_LIES, account_set, handle, place_set, tag_name, tag_set
from api.bindings.values import share, table
from api.compiler.binding import Filter
from api.compiler.draft import Draft, Expression, Row
from api.compiler.filtering import (
    conditions_of,
    enum_leaf,
    folded_leaf,
    none,
    number_leaf,
    overlap_leaf,
    some,
    text_leaf,
)
from api.compiler.selection import Value
from api.models import Account, Link, PlaceName, PostText, Source, Thread
from api.text.fold import fold

_PUBLISHED = overlap_leaf("published_earliest", "published_latest")


def _folded(given: object) -> str:
    return fold(str(given))


def _text(column: str) -> Filter:
    return text_leaf(lambda row: row[column])


def _source(draft: Draft, row: Row, value: Value) -> Expression:
    source = draft.row(table(Source))
    given = value if isinstance(value, dict) else {}
    return some(source, source["id"] == row["source_id"], *conditions_of(draft, SOURCES, source, given))


def _thread(draft: Draft, row: Row, value: Value) -> Expression:
    thread = draft.row(table(Thread))
    given = value if isinstance(value, dict) else {}
    return some(thread, thread["id"] == row["thread_id"], *conditions_of(draft, THREADS, thread, given))


def _through(
    model: Row, link: Expression, compare: Filter, draft: Draft, value: Value, missing: Expression
) -> Expression:
    """Compare a text of another row; ``notIn`` is the complement of ``in``, ``isNull: true`` asks for none at all."""
    given = value if isinstance(value, dict) else {}
    apart = {"isNull", "notIn"}
    asked: dict[str, Value] = {name: each for name, each in given.items() if name not in apart and each is not None}
    conditions = [some(model, link, compare(draft, model, asked))] if asked else []
    if given.get("notIn") is not None:
        conditions.append(none(model, link, compare(draft, model, {"in": given["notIn"]})))
    if given.get("isNull") is True:
        conditions.append(missing)
    elif given.get("isNull") is False:
        conditions.append(missing.is_not(true()))
    return and_(true(), *conditions)


def _author(draft: Draft, row: Row, value: Value) -> Expression:
    account = draft.row(table(Account))
    compare = text_leaf(lambda found: found["handle_folded"], handle)
    return _through(account, account["id"] == row["author_id"], compare, draft, value, row["author_id"].is_(None))


def _domain(draft: Draft, row: Row, value: Value) -> Expression:
    link, any_link = draft.row(table(Link)), draft.row(table(Link))
    compare = text_leaf(lambda found: found["domain"], lambda given: str(given).lower())
    missing = none(any_link, any_link["post_id"] == row["id"], any_link["domain"].is_not(None))
    return _through(link, link["post_id"] == row["id"], compare, draft, value, missing)


def _post_text(draft: Draft, row: Row, value: Value) -> Expression:
    text = draft.row(table(PostText))
    compare = folded_leaf(lambda found: found["folded"], _folded)
    return some(text, text["post_id"] == row["id"], compare(draft, text, value))


def _place_name(draft: Draft, row: Row, value: Value) -> Expression:
    name = draft.row(table(PlaceName))
    compare = folded_leaf(lambda found: found["folded"], _folded)
    return some(name, name["place_id"] == row["id"], compare(draft, name, value))


def _is_complete(draft: Draft, row: Row, value: Value) -> Expression:  # noqa: ARG001  the shape of every filter
    return row["visible"] >= row["total"] if value is True else row["visible"] < row["total"]


SOURCES: dict[str, Filter] = {
    "key": _text("key"),
    "title": folded_leaf(lambda row: row["title_folded"], _folded),
    "kind": enum_leaf(lambda row: row["kind"]),
    "publisher": _text("publisher"),
    "language": _text("language"),
    "published": _PUBLISHED,
}
THREADS: dict[str, Filter] = {
    "key": _text("key"),
    "language": _text("language"),
    "published": _PUBLISHED,
    "hashtags": tag_set("thread_id"),
    "places": place_set("thread_id"),
    "mentions": account_set("thread_id"),
    "source": _source,
    "coverage": number_leaf(lambda row: share(row["visible"], row["total"]), DOUBLE),
    "isComplete": _is_complete,
    "length": number_leaf(lambda row: row["visible"]),
}
POSTS: dict[str, Filter] = {
    "kind": enum_leaf(lambda row: row["kind"]),
    "language": _text("language"),
    "position": number_leaf(lambda row: row["position"]),
    "published": _PUBLISHED,
    "text": _post_text,
    "hashtags": tag_set("post_id"),
    "places": place_set("post_id"),
    "mentions": account_set("post_id"),
    "author": _author,
    "domain": _domain,
    "key": _text("key"),
    "source": _source,
    "thread": _thread,
}
HASHTAGS: dict[str, Filter] = {
    "name": text_leaf(lambda row: row["name"], tag_name),
    "postCount": number_leaf(lambda row: row["post_count"]),
}
PLACES: dict[str, Filter] = {
    "key": _text("key"),
    "kind": enum_leaf(lambda row: row["kind"]),
    "name": _place_name,
    "country": _text("country"),
    **WHERE_A_PLACE_LIES,
    "postCount": number_leaf(lambda row: row["post_count"]),
}
ACCOUNTS: dict[str, Filter] = {
    "handle": text_leaf(lambda row: row["handle_folded"], handle),
    "mentionCount": number_leaf(lambda row: row["mention_count"]),
}
