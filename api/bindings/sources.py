"""Bindings of sources, threads and the connections that hang on them."""

from sqlalchemy import Text

from api.bindings import filters
from api.bindings.aggregates import buckets, coverage_of_source, coverage_of_threads
from api.bindings.posts import POSITION_ORDER, READING_ORDER
from api.bindings.related import RELATED_THREADS
from api.bindings.tagging import THREAD_HASHTAGS
from api.bindings.values import PROVENANCE, PUBLISHED, bound, node_id, table, thread_coverage
from api.compiler.binding import Computed, Term, TypeBinding
from api.compiler.connections import Connection
from api.compiler.members import MembersOf
from api.compiler.objects import Rows, ToOne
from api.models import Account, RelatedItem, Source, Thread

_KEY = Term("key", kind=Text())
_THREAD_TAIL = (Term("rank"), Term("id"))

SOURCE = TypeBinding(
    "Source",
    table(Source),
    fields={
        "id": node_id("source"),
        "published": PUBLISHED,
        "provenance": PROVENANCE,
        "threads": Connection(MembersOf("Thread", lambda row, scope, _: [row["source_id"] == scope.row["id"]])),
        "posts": Connection(
            MembersOf("Post", lambda row, scope, _: [row["source_id"] == scope.row["id"]], default_order=READING_ORDER)
        ),
        "relatedItems": Rows(
            "RelatedItem",
            table(RelatedItem),
            lambda scope, row, _: [row["source_id"] == scope.row["id"]],
            (Term("ordinal"),),
        ),
        "coverage": Computed(coverage_of_source),
    },
    filters=filters.SOURCES,
    orders={
        ("TITLE", "ASC"): (Term("title", kind=Text()),),
        ("TITLE", "DESC"): (Term("title", True, Text()),),
        ("PUBLISHED", "ASC"): (Term("oldest_first"),),
        ("PUBLISHED", "DESC"): (Term("newest_first"),),
        ("KEY", "ASC"): (_KEY,),
        ("KEY", "DESC"): (_KEY.reversed(),),
    },
    default_order=(Term("title", kind=Text()),),
    unique=(_KEY,),
)

THREAD = TypeBinding(
    "Thread",
    table(Thread),
    fields={
        "id": node_id("thread"),
        "source": ToOne("Source", table(Source), "source_id"),
        "author": ToOne("Account", table(Account), "author_id", nullable=True),
        "published": PUBLISHED,
        "provenance": PROVENANCE,
        "posts": Connection(
            MembersOf(
                "Post",
                lambda row, scope, _: [row["thread_id"] == scope.row["id"]],
                default_order=POSITION_ORDER,
                known_count=lambda scope, _: scope.row["visible"],
            )
        ),
        "hashtags": THREAD_HASHTAGS,
        "coverage": Computed(thread_coverage),
        "related": RELATED_THREADS,
    },
    filters=filters.THREADS,
    orders={
        ("RANK", "ASC"): (Term("rank"),),
        ("RANK", "DESC"): (Term("rank", True),),
        ("PUBLISHED", "ASC"): (Term("oldest_first"),),
        ("PUBLISHED", "DESC"): (Term("newest_first"),),
        ("LENGTH", "ASC"): (Term("visible"),),
        ("LENGTH", "DESC"): (Term("visible", True),),
        ("KEY", "ASC"): (_KEY,),
        ("KEY", "DESC"): (_KEY.reversed(),),
    },
    default_order=(Term("rank"),),
    unique=_THREAD_TAIL,
    extras={"coverage": coverage_of_threads, "buckets": buckets},
)

RELATED_ITEM = bound("RelatedItem", "title", "author", "url", "excerpt", nullable=("author", "url", "excerpt"))
