"""The search across types: a query and types enter; what is found of each, counts and suggestions leave."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, cast

from api.models import Post
from api.text.words import words
from oracle.asking import Ask, answers
from oracle.ordering import Order, column
from oracle.paging import Edge, Page, PageInfo, connect
from oracle.searching import Match, Part, Search, Term, count, read
from oracle.suggesting import suggestions
from oracle.world import World


@dataclass(frozen=True, slots=True)
class Finding:
    """A node that was found: the place of its type, its score, what sorts equal scores, and what is shown of it."""

    place: int
    node: Any  # Any: a row of any type
    score: int
    one: int
    two: int
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class SearchCount:
    """How much of a type was found."""

    type: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """A page of what was found."""

    edges: list[Edge]
    nodes: list[object]
    page_info: PageInfo
    counts: list[SearchCount]
    suggestions: list[str]


ORDER: Order = (column("place"), column("score", falling=True), column("one"), column("two"), column("key"))


@answers("Query.search")
def search(ask: Ask, _root: None, query: str, types: list[str] | None = None, **given: Any) -> Results:  # Any: a page
    """Search each type once, in the order asked for."""
    asked, kinds = read(query), list(dict.fromkeys(FINDERS if types is None else types))
    found = [replace(one, place=place) for place, kind in enumerate(kinds) for one in FINDERS[kind](ask.world, asked)]

    def match(item: object) -> Match:
        one = cast(Finding, item)
        if isinstance(one.node, Post):
            return asked.match(ask.world, one.node)
        return Match(one.score / 1000, one.label, [])

    page = connect(ask, found, ORDER, Page(given.get("first"), given.get("after")), match)
    edges = [replace(edge, node=cast(Finding, edge.node).node) for edge in page.edges]
    counts = [SearchCount(kind, sum(one.place == place for one in found)) for place, kind in enumerate(kinds)]
    has_names = next(hashtags(ask.world, asked), None) or next(places(ask.world, asked), None)
    near = [] if has_names else suggestions(ask.world, wanted(asked))
    return Results(edges, [edge.node for edge in edges], page.page_info, counts, near)


def posts(world: World, asked: Search) -> Iterator[Finding]:
    for post in world.posts.values():
        if asked.finds(world, post):
            yield Finding(0, post, asked.score(world, post), post.newest_first, post.reading_order, post.key, "")


def threads(world: World, asked: Search) -> Iterator[Finding]:
    """A thread is found by any of its posts, and fits as well as the best of them."""
    best: dict[int, int] = {}
    for found in posts(world, asked):
        best[found.node.thread_id] = max(found.score, best.get(found.node.thread_id, 0))
    for one in world.threads.values():
        if one.id in best:
            yield Finding(0, one, best[one.id], one.newest_first, one.rank, one.key, one.title or one.key)


def hashtags(world: World, asked: Search) -> Iterator[Finding]:
    """A tag is found by the beginning of its name; where that is the whole name it counts twice."""
    begun = Search(tuple(tuple(as_beginning(term) for term in branch) for branch in asked.branches))
    for tag in world.hashtags.values():
        held = named(tag.name)
        if fits(begun, held):
            terms = wanted(begun)
            score = points([*terms, *(Term(term.words, False, True) for term in terms)], held)
            yield Finding(0, tag, score, -tag.post_count, 0, tag.name, f"#{tag.display}")


def as_beginning(term: Term) -> Term:
    return replace(term, begun=True) if term.wanted else term


def places(world: World, asked: Search) -> Iterator[Finding]:
    for place in world.places.values():
        held = named(*(name.text for name in world.names[place.id]))
        if fits(asked, held):
            yield Finding(0, place, points(wanted(asked), held), -place.post_count, 0, place.key, place.label)


def sources(world: World, asked: Search) -> Iterator[Finding]:
    for source in world.sources.values():
        held = named(source.title)
        if fits(asked, held):
            yield Finding(0, source, points(wanted(asked), held), source.newest_first, 0, source.key, source.title)


def accounts(world: World, asked: Search) -> Iterator[Finding]:
    for one in world.accounts.values():
        held, label = named(one.handle_folded, one.display_name), one.display_name or f"@{one.handle}"
        if fits(asked, held):
            yield Finding(0, one, points(wanted(asked), held), -one.mention_count, 0, one.handle_folded, label)


Finder = Callable[[World, Search], Iterator[Finding]]
FINDERS: dict[str, Finder] = {
    "POST": posts,
    "THREAD": threads,
    "HASHTAG": hashtags,
    "PLACE": places,
    "SOURCE": sources,
    "ACCOUNT": accounts,
}
"""In the order in which everything is searched where no types are asked for."""


def named(*names: str | None) -> list[Part]:
    """What something is called: no phrase runs from one name into the next."""
    return [Part("NAME", name, list(words(name))) for name in names if name]


def wanted(asked: Search) -> list[Term]:
    """The wanted terms as written, each once: names are searched under no other names."""
    every = [term for branch in asked.branches for term in branch if term.wanted]
    return list({(term.words, term.begun): term for term in every}.values())


def fits(asked: Search, held: list[Part]) -> bool:
    return any(all((count(term, held) > 0) is term.wanted for term in branch) for branch in asked.branches)


def points(terms: Iterable[Term], held: list[Part]) -> int:
    return sum(1000 * times // (times + 1) for times in (count(term, held) for term in terms))
