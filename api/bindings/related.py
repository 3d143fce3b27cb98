"""Related posts and threads: those that share hashtags or places, the rare ones weighing more, with the reasons.

A tag or place shared weighs 1 / postCount, counted in whole billionths so that both databases agree to the digit;
those of a thousand posts or more are left out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, Table, func, select, union_all

from api.bindings.values import rounded, table
from api.compiler.draft import NUMBER, TEXT, Expression, Row, Scope, raw, scalar
from api.compiler.json import JsonArray, JsonObject
from api.compiler.objects import object_of
from api.compiler.selection import Field
from api.models import Hashtag, Place, PlaceMention, Post, PostHashtag, Thread

_BILLION = raw("1000000000", NUMBER)
_COMMON = raw("1000", NUMBER)


@dataclass(frozen=True, slots=True)
class Shared:
    """A kind of thing that can be shared: its uses, the thing itself, and how a reason names it."""

    uses: Table
    things: Table
    link: str
    reason: Callable[[Row], Expression]
    counted: Callable[[Row], list[Expression]]


_SHARED = (
    Shared(
        table(PostHashtag),
        table(Hashtag),
        "hashtag_id",
        lambda tag: raw("'#'", TEXT).concat(tag["display"]),
        lambda _: [],
    ),
    Shared(
        table(PlaceMention),
        table(Place),
        "place_id",
        lambda place: place["label"],
        lambda use: [use["role"] != raw("'DEMONYM'")],
    ),
)


@dataclass(frozen=True, slots=True)
class Related:
    """The field ``related`` of posts or of threads; ``owner`` is the column of a use that names its post or thread."""

    type: str
    field: str
    model: Table
    owner: str
    nullable: bool = False

    def build(self, scope: Scope, field: Field) -> Expression:
        draft = scope.draft
        slot = field.slot("first")
        limit = draft.value(slot, NUMBER) if slot is not None else draft.constant(5, NUMBER)
        inner = scope.inner(self.model)
        name = f"s{inner.row.name}"
        shared = union_all(*(self._shared(scope, each) for each in _SHARED)).cte(f"{name}u")
        summed = select(raw("other"), func.sum(raw("weight")).label("score")).select_from(shared)
        scored = summed.group_by(raw("other")).cte(name)
        inner.labels["score"] = raw(f"{name}.score", NUMBER)
        parts: dict[str, Callable[[Field], Expression]] = {
            self.field: lambda sub: object_of(inner, self.type, sub.below()),
            "score": lambda _: rounded(inner.row.computed("score", NUMBER) / raw("1000000000.0")),
            "reasons": lambda _: self._reasons(scope, inner),
            "__typename": lambda _: raw(f"'Related{self.type}'"),
        }
        item = JsonObject([(sub.key, parts[sub.name](sub)) for sub in field.below()])
        score, key = inner.row.computed("score", NUMBER), inner.row["key"]

        def rows(columns: list[Expression]) -> Select[Any]:
            joined = scored.join(inner.row.source, inner.row["id"] == raw(f"{name}.other"))
            best = (inner.labels["score"].desc(), inner.row["key"])
            return select(*columns).select_from(joined).order_by(*best).limit(limit)

        listed = select(JsonArray(item, [(score, True), (key, False)])).select_from(inner.joined(inner.derived(rows)))
        return listed.add_cte(shared, scored, nest_here=True).scalar_subquery()

    def _shared(self, scope: Scope, kind: Shared, other: Expression | None = None) -> Select[Any]:
        """Select, once each, the others that share a thing with the scope's row, with its weight and its name."""
        draft = scope.draft
        own, use, thing = draft.row(kind.uses), draft.row(kind.uses), draft.row(kind.things)
        joined = own.source.join(thing.source, thing["id"] == own[kind.link]).join(
            use.source, use[kind.link] == own[kind.link]
        )
        conditions = [
            own[self.owner] == scope.row["id"],
            use[self.owner] != own[self.owner],
            thing["post_count"] < _COMMON,
            thing["post_count"] > raw("0"),
            *kind.counted(own),
            *kind.counted(use),
        ]
        if other is not None:
            conditions.append(use[self.owner] == other)
        columns = (
            use[self.owner].label("other"),
            thing["id"].label("thing"),
            _whole(thing["post_count"]).label("weight"),
            kind.reason(thing).label("reason"),
        )
        return select(*columns).select_from(joined).where(*conditions).distinct()

    def _reasons(self, scope: Scope, inner: Scope) -> Expression:
        name = f"r{scope.draft.number()}"
        shared = union_all(*(self._shared(scope, kind, inner.row["id"]) for kind in _SHARED))
        ordered = shared.order_by(raw("weight").desc(), raw("reason")).subquery(name)
        reason, weight = raw(f"{name}.reason", TEXT), raw(f"{name}.weight", NUMBER)
        return scalar(JsonArray(reason, [(weight, True), (reason, False)]), ordered)


def _whole(count: Expression) -> Expression:
    """Divide a billion by a count, both whole numbers: SQL then drops the fraction on both databases."""
    return _BILLION.op("/")(count)


RELATED_POSTS = Related("Post", "post", table(Post), "post_id")
RELATED_THREADS = Related("Thread", "thread", table(Thread), "thread_id")
