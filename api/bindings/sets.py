"""Filters over to-many sets: the hashtags, places and accounts of a post or of a whole thread.

A set is asked with any, all and none; each is a subquery of its own over the rows that belong to the post or thread.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, radians, sin
from typing import Any

from sqlalchemy import BigInteger, CompoundSelect, Float, Table, and_, cast, exists, false, not_, or_, select, true

from api.bindings.values import table
from api.compiler.binding import Filter
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, raw
from api.compiler.entries import entries
from api.compiler.filtering import among, any_of, items, json_list, none, some
from api.compiler.selection import Slot, SlotList, Value, Variables, Word
from api.errors import InvalidArgument
from api.models import (
    AccountMention,
    Hashtag,
    HashtagAlias,
    Place,
    PlaceAncestor,
    PlaceMention,
    PlaceName,
    PostHashtag,
    identify,
)
from api.text.fold import casefolded, fold

DOUBLE = Float(53)
EARTH = 6371.0088
"""The mean radius of the earth in kilometres (IUGG)."""

ONE = raw("1")


def tag_name(given: object) -> str:
    """Fold a tag as a user writes it, with or without ``#``."""
    return fold(str(given).strip().removeprefix("#"))


def tag_number(given: object) -> int:
    """Return the number of the tag that a user names."""
    return identify("Hashtag", tag_name(given))


def handle(given: object) -> str:
    """Fold a handle as a user writes it, with or without ``@``."""
    return str(given).strip().removeprefix("@").casefold()


def account_number(given: object) -> int:
    """Return the number of the account that a user names."""
    return identify("Account", handle(given))


@dataclass(frozen=True, slots=True)
class Matching:
    """How one use is compared: how an item of the list is encoded, and the condition on a use for items in a list."""

    encode: Callable[[object], object]
    condition: Callable[[Draft, Row, Expression], Expression]


def _aliased(draft: Draft, use: Row, listed: Expression) -> Expression:
    tag, alias = draft.row(table(Hashtag)), draft.row(table(HashtagAlias))
    concepts = select(alias["concept"]).select_from(alias.source).where(among(alias["alias"], listed))
    named = or_(tag["concept"].in_(concepts), among(tag["concept"], listed))
    return use["hashtag_id"].in_(select(tag["id"]).select_from(tag.source).where(named))


TAG_MATCHES = {
    "FOLDED": Matching(tag_number, lambda _, use, listed: among(use["hashtag_id"], listed)),
    "EXACT": Matching(
        lambda given: str(given).removeprefix("#"), lambda _, use, listed: among(use["spelling"], listed)
    ),
    "CASE": Matching(
        lambda given: casefolded(str(given).removeprefix("#")),
        lambda _, use, listed: among(use["spelling_cased"], listed),
    ),
    "ALIAS": Matching(tag_name, _aliased),
}


@dataclass(frozen=True, slots=True)
class Members:
    """The rows of a to-many set, as one filter asks for them."""

    draft: Draft
    model: Table
    row: Row
    owner: str  # the column of these rows that holds the number of the post or thread
    matching: Matching
    numeric: bool
    further: Callable[[Row], list[Expression]]

    def quantified(self, given: dict[str, Value]) -> list[Expression]:
        """Return the conditions of any, all and none."""
        found: list[Expression] = []
        for name in ("any", "none"):
            listed = given.get(name)
            if listed is not None:
                use = self.draft.row(self.model)
                kind = NUMBER if self.numeric else TEXT
                fits = self.matching.condition(self.draft, use, items(self.draft, listed, self.matching.encode, kind))
                owns = owning if name == "any" else owning_none
                found.append(owns(use, self.owner, self.row, *self.further(use), fits))
        every = given.get("all")
        if isinstance(every, Slot | SlotList):
            found.append(self._all(every))
        return found

    def _all(self, every: Slot | SlotList) -> Expression:
        """No item of the list may be without a row: a double negation, so that one parameter carries the list."""
        encode = self.matching.encode
        alias = f"i{self.draft.number()}"
        given = self.draft.value(every, TEXT, lambda value: json_list(value, lambda item: str(encode(item))))
        item: Expression = raw(f"{alias}.value", TEXT)
        one = cast(item, BigInteger) if self.numeric else item
        use = self.draft.row(self.model)
        fits = self.matching.condition(self.draft, use, select(one).scalar_subquery())
        missing = select(ONE).select_from(entries(given, alias))
        return not_(exists(missing.where(owning_none(use, self.owner, self.row, *self.further(use), fits))))


def owning(use: Row, owner: str, row: Row, *conditions: Expression) -> Expression:
    """Tell whether a post or thread is among those that own such a row: SQLite then begins with these rows.

    With EXISTS it looks along the posts until the page is full: better where very many fit, as in an area; of a name
    that few posts have it would be all posts. PostgreSQL plans both alike.
    """
    owners = select(use[owner]).select_from(use.source).where(use[owner].is_not(None), *conditions)
    return row["id"].in_(owners)


def owning_none(use: Row, owner: str, row: Row, *conditions: Expression) -> Expression:
    """Tell whether a post or thread owns no such row."""
    return none(use, use[owner] == row["id"], *conditions)


def tag_set(owner: str) -> Filter:
    """Bind a TagFilter over the uses whose ``owner`` is the row."""

    def build(draft: Draft, row: Row, value: Value) -> Expression:
        given = value if isinstance(value, dict) else {}
        match = given.get("match")
        matching = TAG_MATCHES[match.name if isinstance(match, Word) else "FOLDED"]
        bases = given.get("basis")

        def further(use: Row) -> list[Expression]:
            return [] if bases is None else [any_of(draft, use["basis"], bases)]

        numeric = matching is TAG_MATCHES["FOLDED"]
        members = Members(draft, table(PostHashtag), row, owner, matching, numeric, further)
        return and_(true(), *members.quantified(given))

    return build


def account_set(owner: str) -> Filter:
    """Bind a HandleFilter over the mentions whose ``owner`` is the row."""
    matching = Matching(account_number, lambda _, use, listed: among(use["account_id"], listed))

    def build(draft: Draft, row: Row, value: Value) -> Expression:
        given = value if isinstance(value, dict) else {}
        members = Members(draft, table(AccountMention), row, owner, matching, numeric=True, further=lambda _: [])
        return and_(true(), *members.quantified(given))

    return build


def named_places(draft: Draft, listed: Expression) -> CompoundSelect[Any]:
    """Select the places whose key, or one of whose names, is among folded words."""
    place, name = draft.row(table(Place)), draft.row(table(PlaceName))
    keyed = select(place["id"]).select_from(place.source).where(among(place["key"], listed))
    named = select(name["place_id"]).select_from(name.source).where(among(name["folded"], listed))
    return keyed.union_all(named)


def role_condition(draft: Draft, use: Row, roles: Value) -> list[Expression]:
    """Return the condition on a mention's role: those asked for, or all but DEMONYM."""
    if roles is None:
        return [use["role"] != raw("'DEMONYM'")]
    return [any_of(draft, use["role"], roles)]


def place_set(owner: str) -> Filter:
    """Bind a PlaceSetFilter over the mentions whose ``owner`` is the row."""
    matching = Matching(
        lambda given: fold(str(given)), lambda draft, use, listed: use["place_id"].in_(named_places(draft, listed))
    )

    def build(draft: Draft, row: Row, value: Value) -> Expression:
        given = value if isinstance(value, dict) else {}
        roles = given.get("role")

        def further(use: Row) -> list[Expression]:
            return role_condition(draft, use, roles)

        members = Members(draft, table(PlaceMention), row, owner, matching, False, further)
        found = members.quantified(given)
        for name in ("within", "bbox", "near"):
            asked = given.get(name)
            if asked is not None:
                use, place = draft.row(table(PlaceMention)), draft.row(table(Place))
                inside = (
                    select(place["id"]).select_from(place.source).where(WHERE_A_PLACE_LIES[name](draft, place, asked))
                )
                found.append(some(use, use[owner] == row["id"], *further(use), use["place_id"].in_(inside)))
        if not found and roles is not None:
            use = draft.row(table(PlaceMention))
            found.append(some(use, use[owner] == row["id"], *further(use)))
        return and_(true(), *found)

    return build


def within(draft: Draft, place: Row, value: Value) -> Expression:
    """Bind ``within``: the place lies inside the one that is named, at any depth, itself included."""
    if not isinstance(value, Slot | SlotList):
        return false()
    ancestor = draft.row(table(PlaceAncestor))
    listed = items(draft, value, None) if isinstance(value, SlotList) else _one(draft, value)
    return some(ancestor, ancestor["place_id"] == place["id"], ancestor["ancestor_id"].in_(named_places(draft, listed)))


def _one(draft: Draft, slot: Slot) -> Expression:
    return select(draft.value(slot, TEXT, lambda given: fold(str(given)))).scalar_subquery()


def bbox(draft: Draft, place: Row, value: Value) -> Expression:
    """Bind a BoundingBox: where west is greater than east it crosses the antimeridian."""
    given = value if isinstance(value, dict) else {}
    west, south, east, north = (
        _degrees(draft, given[name], name, most)
        for name, most in (("west", 180), ("south", 90), ("east", 180), ("north", 90))
    )
    latitude, longitude = place["latitude"], place["longitude"]
    plain = and_(west <= east, longitude >= west, longitude <= east)
    across = and_(west > east, or_(longitude >= west, longitude <= east))
    return and_(latitude >= south, latitude <= north, or_(plain, across))


def _degrees(draft: Draft, value: Value, name: str, most: float) -> Expression:
    def check(given: Any) -> float:
        if not -most <= float(given) <= most:
            raise InvalidArgument(f"`{name}` lies between -{most} and {most} degrees, {given} does not")
        return float(given)

    return draft.value(value, DOUBLE, check) if isinstance(value, Slot | SlotList) else false()


def near(draft: Draft, place: Row, value: Value) -> Expression:
    """Bind a NearFilter: within so many kilometres of a point, by the dot product of unit vectors."""
    given = value if isinstance(value, dict) else {}
    reach = given.get("kilometres")
    if not isinstance(reach, Slot | SlotList):
        return false()
    return closeness(draft, place, given) >= draft.value(reach, DOUBLE, lowest_product)


def closeness(draft: Draft, place: Row, given: dict[str, Value]) -> Expression:
    """Return the dot product of a place's unit vector and that of the point given: 1 where they are one."""
    latitude, longitude = given["latitude"], given["longitude"]
    if not (isinstance(latitude, Slot) and isinstance(longitude, Slot)):
        return false()

    def vector(axis: int) -> Callable[[Variables], object]:
        return lambda variables: unit_vector(latitude.read(variables), longitude.read(variables))[axis]

    x, y, z = (draft.bind(vector(axis), DOUBLE) for axis in range(3))
    return place["x"] * x + place["y"] * y + place["z"] * z


def unit_vector(latitude: Any, longitude: Any) -> tuple[float, float, float]:
    """Return the unit vector of a coordinate in degrees; raise InvalidArgument where it is none."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise InvalidArgument(f"latitude {latitude}, longitude {longitude} is no point on the earth")
    phi, theta = radians(latitude), radians(longitude)
    return cos(phi) * cos(theta), cos(phi) * sin(theta), sin(phi)


def lowest_product(kilometres: Any) -> float:
    """Return the dot product of two unit vectors that far apart; raise InvalidArgument for a negative distance."""
    if kilometres < 0:
        raise InvalidArgument(f"a distance is not negative: {kilometres}")
    return cos(min(kilometres / EARTH, pi))


def longest_chord(kilometres: Any) -> float:
    """Return the square of the chord between two unit vectors that far apart; raise for a negative distance."""
    if kilometres < 0:
        raise InvalidArgument(f"a distance is not negative: {kilometres}")
    return float((2 * sin(min(kilometres / EARTH, pi) / 2)) ** 2)


WHERE_A_PLACE_LIES: dict[str, Filter] = {"within": within, "bbox": bbox, "near": near}
