"""The root fields: single nodes by id, key, name or address, and the lists of everything."""

from collections.abc import Callable

from api.models import Account, Base, Hashtag, Place, Post, Revision, Source, Thread, parse_node_id
from api.text.fold import casefolded, fold
from oracle.asking import Ask, Given, answers
from oracle.kinship import place_posts, tag_posts
from oracle.lists import listed
from oracle.paging import Connection
from oracle.sets import handle_key, tag_fits
from oracle.world import World

TABLES: dict[str, Callable[[World], dict[int, Base]]] = {
    "Source": lambda world: {**world.sources},
    "Thread": lambda world: {**world.threads},
    "Post": lambda world: {**world.posts},
    "Hashtag": lambda world: {**world.hashtags},
    "Place": lambda world: {**world.places},
    "Account": lambda world: {**world.accounts},
    "Revision": lambda world: {**world.revisions},
}


def found(world: World, node_id: str) -> Base | None:
    """The node with an id; None where nothing has it, or where it is no id at all."""
    named = parse_node_id(node_id)
    return None if named is None else TABLES[named[0]](world).get(named[1])


@answers("Query.node")
def node(ask: Ask, _root: None, id: str) -> Base | None:  # noqa: A002  the argument's name in the schema
    return found(ask.world, id)


@answers("Query.nodes")
def nodes(ask: Ask, _root: None, ids: list[str]) -> list[Base | None]:
    return [found(ask.world, one) for one in ids]


@answers("Query.resource")
def resource(ask: Ask, _root: None, url: str) -> Source | Thread | Post | None:
    world = ask.world
    every: list[Source | Thread | Post] = [*world.sources.values(), *world.threads.values(), *world.posts.values()]
    return next((one for one in every if one.url == url), None)


@answers("Query.source")
def source(ask: Ask, _root: None, key: str) -> Source | None:
    return next((one for one in ask.world.sources.values() if one.key == key), None)


@answers("Query.thread")
def thread(ask: Ask, _root: None, key: str) -> Thread | None:
    return next((one for one in ask.world.threads.values() if one.key == key), None)


@answers("Query.post")
def post(ask: Ask, _root: None, key: str) -> Post | None:
    return next((one for one in ask.world.posts.values() if one.key == key), None)


@answers("Query.account")
def account(ask: Ask, _root: None, handle: str) -> Account | None:
    key = handle_key(handle)
    return next((one for one in ask.world.accounts.values() if casefolded(one.handle) == key), None)


@answers("Query.hashtag")
def hashtag(ask: Ask, _root: None, name: str, match: str) -> Hashtag | None:
    """The tag with a use that fits; of several the one with most posts, then the first by name."""
    world = ask.world
    uses = [use for uses in world.tags.values() for use in uses if tag_fits(world, use, name, match)]
    fitting = {world.hashtags[use.hashtag_id] for use in uses}
    return min(fitting, key=lambda tag: (-len(tag_posts(world, tag)), tag.name), default=None)


@answers("Query.place")
def place(ask: Ask, _root: None, key: str | None = None, name: str | None = None) -> Place | None:
    """The place with a key, or the one most written about with a name."""
    world = ask.world
    if name is None:
        return next((one for one in world.places.values() if one.key == key), None)
    called = [one for one in world.places.values() if fold(name) in {fold(n.text) for n in world.names[one.id]}]
    return min(called, key=lambda one: (-len(place_posts(world, one)), one.key), default=None)


@answers("Query.revision")
def revision(ask: Ask, _root: None, number: int) -> Revision | None:
    return ask.world.revisions.get(number)


@answers("Query.sources")
def sources(ask: Ask, _root: None, **given: Given) -> Connection:
    return listed(ask, "Source", ask.world.sources.values(), given)


@answers("Query.threads")
def threads(ask: Ask, _root: None, **given: Given) -> Connection:
    return listed(ask, "Thread", ask.world.threads.values(), given)


@answers("Query.posts")
def posts(ask: Ask, _root: None, **given: Given) -> Connection:
    return listed(ask, "Post", ask.world.posts.values(), given)


@answers("Query.hashtags")
def hashtags(ask: Ask, _root: None, **given: Given) -> Connection:
    return listed(ask, "Hashtag", ask.world.hashtags.values(), given)


@answers("Query.places")
def places(ask: Ask, _root: None, **given: Given) -> Connection:
    return listed(ask, "Place", ask.world.places.values(), given)


@answers("Query.accounts")
def accounts(ask: Ask, _root: None, **given: Given) -> Connection:
    return listed(ask, "Account", ask.world.accounts.values(), given)
