"""The filters on what posts hold: hashtags, places and accounts; one post's or a whole thread's uses enter."""

from collections.abc import Callable, Iterable

from api.models import AccountMention, PlaceMention, PostHashtag
from api.text.fold import casefolded, fold
from oracle.asking import Given
from oracle.conditions import asked
from oracle.places import is_called, is_inside, is_near, is_within
from oracle.world import World


def handle_key(handle: str) -> str:
    return casefolded(handle.removeprefix("@"))


def tag_name(written: str) -> str:
    return fold(written.removeprefix("#"))


def tag_fits(world: World, use: PostHashtag, wanted: str, match: str) -> bool:
    """Whether a use of a tag is meant by a name."""
    name, tag = wanted.removeprefix("#"), world.hashtags[use.hashtag_id]
    if match == "EXACT":
        return use.spelling == name
    if match == "CASE":
        return casefolded(use.spelling) == casefolded(name)
    if match == "FOLDED":
        return tag.name == fold(name)
    return world.aliases.get(tag.name, tag.name) == world.aliases.get(fold(name), fold(name))


def holds(wanted: Given, is_there: Callable[[str], bool]) -> bool:
    """Any, all and none of some names, each of which is there or not."""
    ways = {
        "any": lambda names: any(map(is_there, names)),
        "all": lambda names: all(map(is_there, names)),
        "none": lambda names: not any(map(is_there, names)),
    }
    return all(ways[name](names) for name, names in asked(wanted) if name in ways)


def tags_fit(world: World, uses: Iterable[PostHashtag], given: Given) -> bool:
    basis, match = given.get("basis"), given.get("match") or "FOLDED"
    kept = [use for use in uses if basis is None or use.basis in basis]
    return holds(given, lambda name: any(tag_fits(world, use, name, match) for use in kept))


def handles_fit(world: World, mentions: Iterable[AccountMention], given: Given) -> bool:
    mentioned = {world.accounts[mention.account_id].handle_folded for mention in mentions}
    return holds(given, lambda handle: handle_key(handle) in mentioned)


def in_role(mentions: Iterable[PlaceMention], roles: list[str] | None) -> list[PlaceMention]:
    """The mentions in these roles; without roles all but demonyms."""
    return [one for one in mentions if (one.role != "DEMONYM" if roles is None else one.role in roles)]


def places_fit(world: World, mentions: Iterable[PlaceMention], given: Given) -> bool:
    """A PlaceSetFilter: each condition looks for a place of its own among those mentioned."""
    kept = in_role(mentions, given.get("role"))
    places = [world.places[one.place_id] for one in kept]
    if [name for name, _ in asked(given)] == ["role"]:
        return bool(places)
    ways = {
        "within": lambda wanted: any(is_within(world, place, wanted) for place in places),
        "bbox": lambda wanted: any(is_inside(place, wanted) for place in places),
        "near": lambda wanted: any(is_near(place, wanted) for place in places),
    }
    return holds(given, lambda name: any(is_called(world, place, name) for place in places)) and all(
        ways[name](wanted) for name, wanted in asked(given) if name in ways
    )
