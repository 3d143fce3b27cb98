"""Bindings of posts and of what belongs to one: excerpt, neighbours, links, media, footnotes."""

from typing import Any

from sqlalchemy import Integer, Text, and_, case, func, or_, select

from api.bindings import filters
from api.bindings.aggregates import buckets, coverage_of_posts
from api.bindings.facets import facets
from api.bindings.matches import match_of_post
from api.bindings.related import RELATED_POSTS
from api.bindings.searching import RELEVANCE
from api.bindings.tagging import POST_HASHTAGS
from api.bindings.values import MAYBE_SPAN, PROVENANCE, PUBLISHED, SPAN, bound, node_id, of_post, table
from api.compiler.binding import Computed, Term, TypeBinding
from api.compiler.draft import NUMBER, TEXT, Expression, Row, Scope, raw
from api.compiler.filtering import any_of
from api.compiler.json import JsonCase
from api.compiler.objects import Rows, ToOne, object_of
from api.compiler.selection import Field
from api.errors import InvalidArgument
from api.models import Account, AccountMention, Footnote, Link, Media, PlaceMention, Post, Source, Thread

READING_ORDER = (Term("reading_order"), Term("id"))
POSITION_ORDER = (Term("position"), Term("id"))
_LONGEST_EXCERPT = 10_000
_INTEGER = Integer()  # a length of text is no BIGINT to every database


def _length(given: Any) -> int:
    if not 1 <= given <= _LONGEST_EXCERPT:
        raise InvalidArgument(f"`length` lies between 1 and {_LONGEST_EXCERPT:,}, {given} does not")
    return int(given)


def _excerpt(scope: Scope, field: Field) -> Expression:
    """Cut the text to a line of so many code points, at a blank where there is one."""
    slot = field.slot("length")
    draft = scope.draft
    length = draft.value(slot, _INTEGER, _length) if slot is not None else draft.constant(140, _INTEGER)
    blank, empty = raw("' '", TEXT), raw("''", TEXT)
    line = func.replace(func.replace(scope.row["text"], draft.constant("\n"), blank), draft.constant("\r"), blank)
    head = func.substr(line, raw("1"), length - raw("1"))
    whole_words = func.rtrim(func.rtrim(head, func.replace(head, blank, empty)))
    dots = raw("'…'", TEXT)
    return case(
        (func.length(line) <= length, line),
        (func.ltrim(head).like(draft.constant("% %")), whole_words.concat(dots)),
        else_=head.concat(dots),
    )


def _neighbour(name: str, *, after: bool) -> Computed:
    """Bind the next or previous post of the thread, as a join to the nearest position."""

    def on(row: Row, other: Row) -> Expression:
        near = Row(f"{other.name}n", other.table)
        ahead = near["position"] > row["position"] if after else near["position"] < row["position"]
        level = near["id"] > row["id"] if after else near["id"] < row["id"]
        beside = or_(ahead, and_(near["position"] == row["position"], level))
        order = (near["position"], near["id"]) if after else (near["position"].desc(), near["id"].desc())
        nearest = (
            select(near["id"])
            .select_from(near.source)
            .where(near["thread_id"] == row["thread_id"], beside)
            .order_by(*order)
            .limit(raw("1", NUMBER))
        )
        return other["id"] == nearest.scalar_subquery()

    def build(scope: Scope, field: Field) -> Expression:
        inner = scope.follow(name, table(Post), on)
        return JsonCase((inner.row["id"].is_not(None), object_of(inner, "Post", field.below())))

    return Computed(build, nullable=True)


def _mentioned(scope: Scope, row: Row, field: Field) -> list[Expression]:
    roles = field.arguments.get("role")
    asked = [] if roles is None else [any_of(scope.draft, row["role"], roles)]
    return [*of_post(scope.row, row), *asked]


def _by_number(scope: Scope, row: Row, _: Field) -> list[Expression]:
    return [row["post_id"] == scope.row["id"]]


_ORDINAL = (Term("ordinal"),)

POST = TypeBinding(
    "Post",
    table(Post),
    fields={
        "id": node_id("post"),
        "source": ToOne("Source", table(Source), "source_id"),
        "thread": ToOne("Thread", table(Thread), "thread_id", nullable=True),
        "author": ToOne("Account", table(Account), "author_id", nullable=True),
        "excerpt": Computed(_excerpt),
        "published": PUBLISHED,
        "hashtags": POST_HASHTAGS,
        "mentions": Rows(
            "AccountMention", table(AccountMention), lambda scope, row, _: of_post(scope.row, row), _ORDINAL
        ),
        "places": Rows("PlaceMention", table(PlaceMention), _mentioned, _ORDINAL),
        "links": Rows("Link", table(Link), _by_number, _ORDINAL),
        "media": Rows("Media", table(Media), _by_number, _ORDINAL),
        "footnotes": Rows("Footnote", table(Footnote), _by_number, _ORDINAL),
        "next": _neighbour("next", after=True),
        "previous": _neighbour("previous", after=False),
        "related": RELATED_POSTS,
        "provenance": PROVENANCE,
    },
    filters=filters.POSTS,
    orders={
        ("PUBLISHED", "ASC"): (Term("oldest_first"),),
        ("PUBLISHED", "DESC"): (Term("newest_first"),),
        ("POSITION", "ASC"): (Term("reading_order"),),
        ("POSITION", "DESC"): (Term("reading_order", True),),
        ("KEY", "ASC"): (Term("key", kind=Text()),),
        ("KEY", "DESC"): (Term("key", True, Text()),),
        **RELEVANCE,
    },
    default_order=(Term("newest_first"),),
    unique=READING_ORDER,
    edge_extras={"match": match_of_post},
    extras={"facets": facets, "buckets": buckets, "coverage": coverage_of_posts},
)

POST_PARTS = (
    bound("AccountMention", "spelling", account=ToOne("Account", table(Account), "account_id"), span=SPAN),
    TypeBinding("Link", table(Link), fields={"span": MAYBE_SPAN}),
    TypeBinding("Media", table(Media)),
    TypeBinding(
        "Footnote",
        table(Footnote),
        fields={
            "anchor": MAYBE_SPAN,
            "places": Rows(
                "PlaceMention",
                table(PlaceMention),
                lambda scope, row, _: [
                    row["post_id"] == scope.row["post_id"],
                    row["footnote"] == scope.row["ordinal"],
                ],
                _ORDINAL,
            ),
        },
    ),
)
