"""What is related to what: posts and threads by the tags and places they share, tags by where they meet."""

from collections.abc import Iterable
from dataclasses import dataclass

from api.models import Hashtag, Place, Post, Thread
from oracle.sets import in_role
from oracle.world import World

COMMON = 1000
SCALE = 10**9


@dataclass(frozen=True, slots=True)
class RelatedHashtag:
    """A tag, how often it meets the other, and that beside how often either is used."""

    hashtag: Hashtag
    count: int
    jaccard: float


@dataclass(frozen=True, slots=True)
class Related:
    """A post or a thread with its score and what it shares; the rest of its fields are chosen by its type."""

    node: Post | Thread
    score: float
    reasons: list[str]

    @property
    def post(self) -> Post | Thread:
        return self.node

    @property
    def thread(self) -> Post | Thread:
        return self.node


def tag_posts(world: World, tag: Hashtag) -> list[Post]:
    return world.tagged.get(tag.id, [])


def place_posts(world: World, place: Place, roles: list[str] | None = None) -> list[Post]:
    """The posts that mention a place in these roles; without roles, in any but that of a demonym."""
    return [
        post
        for post in world.posts.values()
        if any(one.place_id == place.id for one in in_role(world.toponyms[post.id], roles))
    ]


def traits(world: World, posts: Iterable[Post]) -> set[Hashtag | Place]:
    """The tags and places of some posts together."""
    found: set[Hashtag | Place] = set()
    for post in posts:
        found |= {world.hashtags[use.hashtag_id] for use in world.tags[post.id]}
        found |= {world.places[one.place_id] for one in in_role(world.toponyms[post.id], None)}
    return found


def weight(world: World, trait: Hashtag | Place) -> int:
    """How much a shared tag or place says, in billionths; what is in a thousand posts says nothing."""
    posts = tag_posts(world, trait) if isinstance(trait, Hashtag) else place_posts(world, trait)
    return SCALE // len(posts) if len(posts) < COMMON else 0


def posts_of(world: World, node: Post | Thread) -> list[Post]:
    return [node] if isinstance(node, Post) else world.thread_posts[node.id]


def related(world: World, node: Post | Thread, others: Iterable[Post | Thread]) -> list[Related]:
    """Whatever shares something with a node, the closest first, ties by key."""
    mine = traits(world, posts_of(world, node))
    weights = {trait: weight(world, trait) for trait in mine}
    scored = []
    for other in others:
        shared = [trait for trait in traits(world, posts_of(world, other)) & mine if weights[trait]]
        if shared and other is not node:
            reasons = sorted((-weights[trait], reason(trait)) for trait in shared)
            scored.append((-sum(weights[trait] for trait in shared), other.key, other, reasons))
    scored.sort(key=lambda one: one[:2])
    return [Related(other, round(-score / SCALE, 6), [words for _, words in why]) for score, _, other, why in scored]


def reason(trait: Hashtag | Place) -> str:
    return f"#{trait.display}" if isinstance(trait, Hashtag) else trait.label


def related_tags(world: World, tag: Hashtag, scope: str) -> list[RelatedHashtag]:
    """The tags that meet a tag in posts or in threads, most often first."""
    places: dict[Hashtag, set[int]] = {}
    for other in world.hashtags.values():
        used_in = tag_posts(world, other)
        numbers = {post.id if scope == "POST" else post.thread_id for post in used_in}
        places[other] = {number for number in numbers if number is not None}
    met = [(other, len(used & places[tag]), len(used | places[tag])) for other, used in places.items() if other != tag]
    met = sorted((one for one in met if one[1]), key=lambda one: (-one[1], one[0].name))
    return [RelatedHashtag(other, both, round(both / either, 6)) for other, both, either in met]
