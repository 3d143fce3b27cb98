"""Bindings of places: names by preference, parents, mentions, who writes which name, and what lies near."""

from sqlalchemy import Integer, Text, case, cast, func, select

from api.bindings import filters
from api.bindings.sets import DOUBLE, EARTH, closeness, longest_chord, role_condition
from api.bindings.usage import NAME_USAGE
from api.bindings.values import PROVENANCE, SPAN, TIMELINE, bound, node_id, rounded, table
from api.compiler.binding import Computed, Term, TypeBinding
from api.compiler.connections import Connection
from api.compiler.draft import NUMBER, TEXT, Expression, Row, Scope, raw
from api.compiler.entries import entries
from api.compiler.filtering import json_list, some
from api.compiler.json import JsonText
from api.compiler.members import Driver, Members, MembersOf
from api.compiler.objects import Embedded, Rows, ToOne
from api.compiler.selection import Field, Slot, SlotList
from api.errors import InvalidArgument
from api.models import Place, PlaceMention, PlaceName, PlaceParent, Post

_STATUS = {"PREFERRED": 0, "VARIANT": 1, "HISTORIC": 2}


def _preference(scope: Scope, slot: Slot | SlotList, column: Expression) -> Expression:
    """Return the place of a value in a bound list, null where it is not there."""
    listed = entries(scope.draft.value(slot, TEXT, json_list), f"w{scope.draft.number()}")
    wanted = scope.draft.hoist(select(listed.c.ordinal.label("ordinal"), listed.c.value.label("value")))
    ordinal, value = raw(f"{wanted.name}.ordinal", NUMBER), raw(f"{wanted.name}.value", TEXT)
    return select(func.min(ordinal)).select_from(wanted).where(value == column).scalar_subquery()


def _name(scope: Scope, field: Field) -> Expression:
    """Choose a name: the language asked for first, then the perspective, a neutral name after those asked for."""
    languages, perspectives = field.slot("languages"), field.slot("perspectives")
    if languages is None and perspectives is None:
        return scope.row["label"]
    name = scope.draft.row(table(PlaceName))
    conditions, order = [name["place_id"] == scope.row["id"]], list[Expression]()
    if languages is not None:
        rank = _preference(scope, languages, name["language"])
        conditions.append(_fits(scope, languages, rank.is_not(None)))
        order.append(func.coalesce(rank, 0))
    if perspectives is not None:
        rank = _preference(scope, perspectives, name["perspective"])
        conditions.append(_fits(scope, perspectives, rank.is_not(None) | name["perspective"].is_(None)))
        order.append(func.coalesce(rank, raw("1000000000")))
    asked = [slot for slot in (languages, perspectives) if slot is not None]
    wanted = scope.draft.bind(lambda variables: int(any(slot.read(variables) for slot in asked)), Integer())
    conditions.append(wanted == raw("1"))
    order.append(case(*((name["status"] == raw(f"'{each}'"), n) for each, n in _STATUS.items()), else_=3))
    chosen = (
        select(name["text"])
        .select_from(name.source)
        .where(*conditions)
        .order_by(*order, name["ordinal"])
        .limit(raw("1", NUMBER))
    )
    return func.coalesce(chosen.scalar_subquery(), scope.row["label"])


def _fits(scope: Scope, slot: Slot | SlotList, condition: Expression) -> Expression:
    """An empty list of preferences asks for nothing."""
    empty = scope.draft.bind(lambda variables: 0 if slot.read(variables) else 1, Integer()) == raw("1")
    return condition | empty


def _mentions(scope: Scope, row: Row, field: Field) -> list[Expression]:
    return [row["place_id"] == scope.row["id"], *role_condition(scope.draft, row, field.arguments.get("role"))]


def _posts_driver(field: Field) -> Driver | None:
    if field.arguments.get("role") is not None:
        return None
    return Driver(
        table(PlaceMention),
        "post_id",
        lambda use, scope, _: [use["place_id"] == scope.row["id"], use["is_first"].is_(True)],
        order=TIMELINE,
    )


def _posts_in_role(row: Row, scope: Scope, field: Field) -> list[Expression]:
    use = scope.draft.row(table(PlaceMention))
    return [some(use, *_mentions(scope, use, field), use["post_id"] == row["id"])]


PLACE_POSTS = MembersOf(
    "Post",
    _posts_in_role,
    driver=_posts_driver,
    known_count=lambda scope, field: scope.row["post_count"] if field.arguments.get("role") is None else None,
)


def _distance(members: Members) -> Expression:
    """Sort by distance: the dot product turned into a whole number, the same on both databases."""
    given = members.asked.get("near")
    if not isinstance(given, dict):
        raise InvalidArgument("the order DISTANCE needs `near` in `where`")
    apart = (raw("1.0", DOUBLE) - closeness(members.scope.draft, members.row, given)) * raw("1e15")
    return cast(func.round(apart), NUMBER)


def _apart(one: Row, other: Row) -> Expression:
    """Return the square of the chord between two places' unit vectors: exact for near places too."""
    x, y, z = (other[axis] - one[axis] for axis in "xyz")
    return x * x + y * y + z * z


def _near(scope: Scope, row: Row, field: Field) -> list[Expression]:
    slot = field.slot("kilometres")
    reach = scope.draft.value(slot, DOUBLE, longest_chord) if slot is not None else raw("0")
    return [_apart(scope.row, row) <= reach, row["id"] != scope.row["id"]]


def _kilometres(scope: Scope, _: Field) -> Expression:
    """Turn the square of a chord into kilometres along the surface."""
    apart = scope.row.computed("apart", DOUBLE)
    angle = func.atan2(func.sqrt(apart), func.sqrt(func.abs(raw("4.0", DOUBLE) - apart)))
    return rounded(angle * raw(str(2 * EARTH), DOUBLE), 3)


NEAR = Rows(
    "NearbyPlace",
    table(Place),
    _near,
    (Term("apart", kind=DOUBLE), Term("key", kind=Text())),
    first="first",
    labels=lambda scope, inner, _: {"apart": _apart(scope.row, inner.row)},
)


_LABEL = Term("label", kind=Text())
_KEY = Term("key", kind=Text())

PLACE_MENTION = TypeBinding(
    "PlaceMention",
    table(PlaceMention),
    identity="post_id",
    fields={
        "post": ToOne("Post", table(Post), "post_id"),
        "place": ToOne("Place", table(Place), "place_id"),
        "span": SPAN,
    },
    default_order=(Term("newest_first"), Term("reading_order")),
    unique=(Term("post_id"), Term("ordinal")),
)

PLACE = TypeBinding(
    "Place",
    table(Place),
    fields={
        "id": node_id("place"),
        "name": Computed(_name),
        "names": Rows(
            "PlaceName",
            table(PlaceName),
            lambda scope, row, _: [row["place_id"] == scope.row["id"]],
            (Term("ordinal"),),
        ),
        "geometry": Computed(lambda scope, _: JsonText(scope.row["geometry"]), nullable=True),
        "parents": Rows(
            "PlaceParent",
            table(PlaceParent),
            lambda scope, row, _: [row["place_id"] == scope.row["id"]],
            (Term("ordinal"),),
        ),
        "posts": Connection(PLACE_POSTS),
        "mentions": Connection(MembersOf("PlaceMention", lambda row, scope, field: _mentions(scope, row, field))),
        "nameUsage": NAME_USAGE,
        "near": NEAR,
        "provenance": PROVENANCE,
    },
    filters=filters.PLACES,
    orders={
        ("NAME", "ASC"): (_LABEL,),
        ("NAME", "DESC"): (_LABEL.reversed(),),
        ("POST_COUNT", "ASC"): (Term("post_count"),),
        ("POST_COUNT", "DESC"): (Term("post_count", True),),
        ("DISTANCE", "ASC"): (Term("distance", expression=_distance),),
        ("DISTANCE", "DESC"): (Term("distance", True, expression=_distance),),
    },
    default_order=(_LABEL,),
    unique=(_KEY,),
)

PLACE_PARTS = (
    TypeBinding("PlaceName", table(PlaceName)),
    TypeBinding("PlaceParent", table(PlaceParent), fields={"place": ToOne("Place", table(Place), "parent_id")}),
    bound(
        "NearbyPlace",
        place=Embedded("Place"),
        kilometres=Computed(_kilometres),
    ),
)
