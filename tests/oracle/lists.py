"""Full lists: items and the arguments of a list enter, a connection leaves; and what connections say of the whole."""

from collections.abc import Iterable
from typing import Any, cast

from api.models import Post, Thread
from oracle import coverage as covering
from oracle import dates
from oracle.asking import Ask, Given, answers
from oracle.facets import Facet, facet
from oracle.filtering import kept
from oracle.ordering import Order, by_relevance, order_of
from oracle.paging import Connection, Page, connect
from oracle.searching import Search, read


def listed(ask: Ask, kind: str, items: Iterable[object], given: Given, default: Order | None = None) -> Connection:
    """Filter, sort and page a list after its arguments."""
    where = given.get("where")
    if given.get("search") is not None:
        return searched(ask, read(given["search"]), kept(ask.world, kind, items, where), given)
    order = order_of(kind, given.get("order_by"), where, default)
    return connect(ask, kept(ask.world, kind, items, where), order, page_of(given))


def searched(ask: Ask, search: Search, posts: list[Any], given: Given) -> Connection:  # Any: posts
    """Keep the posts that a search finds, the best fit first unless another order is asked for."""
    found = [post for post in posts if search.finds(ask.world, post)]
    order = by_relevance(given.get("order_by"), lambda post: search.score(ask.world, post))
    return connect(ask, found, order, page_of(given), lambda post: search.match(ask.world, cast(Post, post)))


def page_of(given: Given) -> Page:
    """Read page arguments, those that are not there as null."""
    return Page(given.get("first"), given.get("after"), given.get("last"), given.get("before"))


@answers("PostConnection.facets")
def facets(ask: Ask, connection: Connection, fields: list[str], size: int | None = None) -> list[Facet]:
    posts = cast(list[Post], connection.everything)
    return [facet(ask.world, posts, field, 10 if size is None else size) for field in fields]


@answers("PostConnection.buckets")
def post_buckets(_ask: Ask, connection: Connection, by: str) -> list[dates.Bucket]:
    return dates.buckets(cast(list[Post], connection.everything), by)


@answers("ThreadConnection.buckets")
def thread_buckets(_ask: Ask, connection: Connection, by: str) -> list[dates.Bucket]:
    return dates.buckets(cast(list[Thread], connection.everything), by)


@answers("PostConnection.coverage")
def post_coverage(ask: Ask, connection: Connection) -> covering.Coverage:
    return covering.of_posts(ask.world, cast(list[Post], connection.everything))


@answers("ThreadConnection.coverage")
def thread_coverage(ask: Ask, connection: Connection) -> covering.Coverage:
    return covering.of_threads(ask.world, cast(list[Thread], connection.everything))
