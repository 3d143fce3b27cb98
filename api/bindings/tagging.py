"""Bindings of hashtags: the tag, its uses in posts and threads, its spellings, and which tags go with it."""

from sqlalchemy import Text, select

from api.bindings import filters
from api.bindings.aggregates import buckets
from api.bindings.values import MAYBE_SPAN, TIMELINE, bound, node_id, of_post, rounded, table
from api.compiler.binding import Column, Computed, Term, TypeBinding
from api.compiler.connections import Connection
from api.compiler.draft import NUMBER, Expression, Row, Scope, raw
from api.compiler.filtering import none, some
from api.compiler.members import Driver, MembersOf
from api.compiler.objects import Embedded, Rows, ToOne
from api.compiler.selection import Field
from api.models import Hashtag, HashtagPair, HashtagVariant, PostHashtag

POST_HASHTAGS = Rows(
    "HashtagUse", table(PostHashtag), lambda scope, row, _: of_post(scope.row, row), (Term("ordinal"),)
)


def _first_in_thread(scope: Scope, row: Row, _: Field) -> list[Expression]:
    """Keep one use a tag: the one that no other of the same thread and tag comes before."""
    earlier = scope.draft.row(row.table)
    same = (earlier["thread_id"] == row["thread_id"]) & (earlier["hashtag_id"] == row["hashtag_id"])
    return [row["thread_id"] == scope.row["id"], none(earlier, same, earlier["thread_order"] < row["thread_order"])]


THREAD_HASHTAGS = Rows("HashtagUse", table(PostHashtag), _first_in_thread, (Term("thread_order"),))

HASHTAG_USE = bound(
    "HashtagUse", "spelling", "basis", hashtag=ToOne("Hashtag", table(Hashtag), "hashtag_id"), span=MAYBE_SPAN
)
HASHTAG_VARIANT = bound("HashtagVariant", "spelling", postCount=Column("post_count"))

TAGGED_POSTS = MembersOf(
    "Post",
    driver=lambda _: Driver(
        table(PostHashtag),
        "post_id",
        lambda use, scope, _: [use["hashtag_id"] == scope.row["id"], use["is_first"].is_(True)],
        order=TIMELINE,
    ),
    known_count=lambda scope, _: scope.row["post_count"],
)


def _tagged_threads(row: Row, scope: Scope, _: Field) -> list[Expression]:
    use = scope.draft.row(table(PostHashtag))
    return [some(use, use["hashtag_id"] == scope.row["id"], use["thread_id"] == row["id"])]


def _pair_count(field: Field) -> str:
    return "thread_count" if field.word("scope") == "THREAD" else "post_count"


def _pairs(scope: Scope, row: Row, field: Field) -> list[Expression]:
    return [row["hashtag_id"] == scope.row["id"], row[_pair_count(field)] > raw("0")]


def _pair_labels(scope: Scope, inner: Scope, field: Field) -> dict[str, Expression]:
    other = inner.draft.row(table(Hashtag))
    own = select(other[_pair_count(field)]).select_from(other.source).where(other["id"] == inner.row["other_id"])
    name = select(other["name"]).select_from(other.source).where(other["id"] == inner.row["other_id"])
    return {
        "pair_count": inner.row[_pair_count(field)],
        "other_name": name.scalar_subquery(),
        "own_count": scope.row[_pair_count(field)],
        "other_count": own.scalar_subquery(),
    }


def _jaccard(scope: Scope, _: Field) -> Expression:
    both, own, other = (scope.row.computed(f"{each}_count", NUMBER) for each in ("pair", "own", "other"))
    return rounded(both * raw("1.0") / (own + other - both))


RELATED_HASHTAGS = Rows(
    "RelatedHashtag",
    table(HashtagPair),
    _pairs,
    (Term("pair_count", True), Term("other_name", kind=Text())),
    first="first",
    labels=_pair_labels,
)
RELATED_HASHTAG = bound(
    "RelatedHashtag",
    hashtag=ToOne("Hashtag", table(Hashtag), "other_id"),
    count=Computed(lambda scope, _: scope.row.computed("pair_count", NUMBER)),
    jaccard=Computed(_jaccard),
)

_NAME = Term("name", kind=Text())
HASHTAG = TypeBinding(
    "Hashtag",
    table(Hashtag),
    fields={
        "id": node_id("hashtag"),
        "variants": Rows(
            "HashtagVariant",
            table(HashtagVariant),
            lambda scope, row, _: [row["hashtag_id"] == scope.row["id"]],
            (Term("post_count", True), Term("spelling", kind=Text())),
        ),
        "firstSeen": Embedded("UncertainDate", "first_seen_", unless="earliest"),
        "lastSeen": Embedded("UncertainDate", "last_seen_", unless="earliest"),
        "posts": Connection(TAGGED_POSTS),
        "threads": Connection(
            MembersOf("Thread", _tagged_threads, known_count=lambda scope, _: scope.row["thread_count"])
        ),
        "related": RELATED_HASHTAGS,
        "buckets": Computed(lambda scope, field: buckets(TAGGED_POSTS.find(scope, field), field)),
    },
    filters=filters.HASHTAGS,
    orders={
        ("NAME", "ASC"): (_NAME,),
        ("NAME", "DESC"): (_NAME.reversed(),),
        ("POST_COUNT", "ASC"): (Term("post_count"),),
        ("POST_COUNT", "DESC"): (Term("post_count", True),),
        ("LAST_SEEN", "ASC"): (Term("last_seen_oldest_first"),),
        ("LAST_SEEN", "DESC"): (Term("last_seen_newest_first"),),
    },
    default_order=(Term("post_count", True),),
    unique=(_NAME,),
)
