"""Facets: the posts of a filtered set counted by a property, over the whole set and never its page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, MetaData, Select, Table, func, null, select

from api.bindings.values import table
from api.compiler.draft import NUMBER, TEXT, Draft, Expression, Row, Scope, raw, scalar
from api.compiler.json import JsonArray, JsonFixed, JsonObject
from api.compiler.members import Members
from api.compiler.objects import object_of
from api.compiler.selection import Field, Word
from api.errors import InvalidArgument
from api.models import Account, AccountMention, Hashtag, Link, Place, PlaceMention, PostHashtag, Source

_STAR = raw("*")
_VALUES = Table(
    "facet_values",
    MetaData(),
    Column("value", TEXT),
    Column("label", TEXT),
    Column("members", NUMBER),
    Column("own", NUMBER),
)
_MOST = 16  # twice as many as there are: each is counted over the whole set


@dataclass(frozen=True, slots=True)
class Property:
    """What posts are counted by: a column of the post, or of rows that belong to it; and the node behind a value."""

    value: str  # the column that is counted by
    uses: Table | None = None  # the rows that belong to a post; None: the post itself
    counted: Callable[[Row], list[Expression]] = lambda _: []
    node: str | None = None  # the type of the node, its table, and how its value and label are written
    things: Table | None = None
    written: Callable[[Row], tuple[Expression, Expression]] | None = None


def _at(account: Row) -> tuple[Expression, Expression]:
    at = raw("'@'", TEXT).concat(account["handle"])
    return account["handle"], func.coalesce(account["display_name"], at)


def _first(use: Row) -> list[Expression]:
    return [use["is_first"].is_(True)]


PROPERTIES = {
    "HASHTAG": Property(
        "hashtag_id",
        table(PostHashtag),
        _first,
        "Hashtag",
        table(Hashtag),
        lambda tag: (tag["name"], raw("'#'", TEXT).concat(tag["display"])),
    ),
    "PLACE": Property(
        "place_id",
        table(PlaceMention),
        _first,
        "Place",
        table(Place),
        lambda place: (place["key"], place["label"]),
    ),
    "SOURCE": Property(
        "source_id", node="Source", things=table(Source), written=lambda row: (row["key"], row["title"])
    ),
    "LANGUAGE": Property("language"),
    "ACCOUNT": Property("author_id", node="Account", things=table(Account), written=_at),
    "MENTION": Property("account_id", table(AccountMention), _first, "Account", table(Account), _at),
    "KIND": Property("kind"),
    "DOMAIN": Property("domain", table(Link)),
}


def facets(members: Members, field: Field) -> Expression:
    """Return the list of facets, in the order they are asked for."""
    asked = field.arguments.get("fields")
    names = [word.name for word in asked if isinstance(word, Word)] if isinstance(asked, list) else []
    if len(names) > _MOST:
        raise InvalidArgument(f"`facets` takes at most {_MOST} fields at once, not {len(names)}")
    made = [_facet(members, field, name) for name in names]
    return JsonFixed(made)


def _facet(members: Members, field: Field, name: str) -> Expression:
    draft = members.scope.draft
    found = PROPERTIES[name]
    alias = f"g{draft.number()}"
    counted = _counted(members, found).cte(alias)
    slot = field.slot("size")
    size = draft.value(slot, NUMBER) if slot is not None else draft.constant(10, NUMBER)
    thing = draft.row(found.things) if found.things is not None else None
    members_of = raw(f"{alias}.members", NUMBER)
    top = _Top(draft, found, counted, alias, thing, size, members.scope.level)
    parts: dict[str, Callable[[Field], Expression]] = {
        "__typename": lambda _: raw("'Facet'"),
        "field": lambda _: raw(f"'{name}'"),
        "values": top.values,
        "distinct": lambda _: scalar(func.count(members_of), counted),
        "other": lambda _: scalar(func.coalesce(func.sum(members_of), 0), counted) - top.shown(),
        "missing": lambda _: _missing(members, found),
    }
    made = JsonObject([(sub.key, parts[sub.name](sub)) for sub in field.below()])
    return select(made).add_cte(counted, nest_here=True).scalar_subquery()


def _counted(members: Members, found: Property) -> Select[Any]:
    """Count the members by value, each post once a value."""
    if found.uses is None:
        members.needs_target = True
        column = members.row[found.value]
        grouped: Select[Any] = members.select(column.label("value"), func.count(_STAR).label("members"))
        return grouped.where(column.is_not(None)).group_by(column)
    use = members.scope.draft.row(found.uses)
    once: Expression = func.count(_STAR) if "is_first" in use else func.count(use["post_id"].distinct())
    inside = [] if members.is_whole else [use["post_id"].in_(members.ids())]
    counted: Select[Any] = (
        select(use[found.value].label("value"), once.label("members"))
        .select_from(use.source)
        .where(*inside, use[found.value].is_not(None), *found.counted(use))
        .group_by(use[found.value])
    )
    return counted


def _missing(members: Members, found: Property) -> Expression:
    if found.uses is None:
        members.needs_target = True
        column = members.row[found.value]
        return members.select(func.count(_STAR)).where(column.is_(None)).scalar_subquery()
    draft = members.scope.draft
    use = draft.row(found.uses)
    if members.is_whole:  # one walk along the uses instead of a look for each post
        used = select(use["post_id"]).where(use[found.value].is_not(None), *found.counted(use))
        posts = used.select_from(use.source).group_by(use["post_id"]).subquery(f"g{draft.number()}")
        return members.count() - select(func.count(_STAR)).select_from(posts).scalar_subquery()
    uses = select(raw("1")).select_from(use.source)
    any_use = uses.where(use["post_id"] == members.column("id"), use[found.value].is_not(None), *found.counted(use))
    return members.select(func.count(_STAR)).where(~any_use.exists()).scalar_subquery()


@dataclass(slots=True)
class _Top:
    """The most frequent values of one facet: by count, then by value."""

    draft: Draft
    found: Property
    counted: Any
    alias: str
    thing: Row | None
    size: Expression
    level: int

    def _columns(self) -> tuple[Expression, Expression, Any]:
        plain = raw(f"{self.alias}.value", TEXT)
        if self.thing is None or self.found.written is None:
            return plain, plain, self.counted
        value, label = self.found.written(self.thing)
        joined = self.counted.join(self.thing.source, self.thing["id"] == raw(f"{self.alias}.value"))
        return value, label, joined

    def _rows(self, columns: list[Expression]) -> Select[Any]:
        value, _, source = self._columns()
        uses = raw(f"{self.alias}.members", NUMBER)
        return select(*columns).select_from(source).order_by(uses.desc(), value).limit(self.size)

    def shown(self) -> Expression:
        """Return the sum of the counts that are listed."""
        name = f"{self.alias}s"
        uses = raw(f"{self.alias}.members", NUMBER).label("members")
        top = self._rows([uses]).subquery(name)
        return select(func.coalesce(func.sum(raw(f"{name}.members", NUMBER)), 0)).select_from(top).scalar_subquery()

    def values(self, field: Field) -> Expression:
        """Return the list of values."""
        top = Scope(self.draft, Row(f"{self.alias}v", _VALUES), self.level + 1)
        value, label, _ = self._columns()
        own, uses = raw(f"{self.alias}.value"), raw(f"{self.alias}.members", NUMBER)
        columns = {"value": value, "label": label, "members": uses, "own": own}
        parts: dict[str, Callable[[Field], Expression]] = {
            "__typename": lambda _: raw("'FacetValue'"),
            "value": lambda _: top.row["value"],
            "label": lambda _: top.row["label"],
            "count": lambda _: top.row["members"],
            "node": lambda sub: self._node(top, sub),
        }
        item = JsonObject([(sub.key, parts[sub.name](sub)) for sub in field.below()])
        order = [(top.row["members"], True), (top.row["value"], False)]
        rows = top.derived(lambda _: self._rows([columns[each].label(each) for each in top.row.used]))
        return scalar(JsonArray(item, order), top.joined(rows))

    def _node(self, top: Scope, field: Field) -> Expression:
        if self.found.node is None or self.found.things is None:
            return null()
        inner = top.follow("node", self.found.things, lambda row, other: other["id"] == row["own"])
        return object_of(inner, self.found.node, field.selections[self.found.node])
