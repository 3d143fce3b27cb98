"""Who writes which name of a place: its mentions grouped by toponym and by source, language or month."""

from collections.abc import Callable

from sqlalchemy import case, func, select

from api.bindings.sets import role_condition
from api.bindings.values import table
from api.compiler.binding import Computed
from api.compiler.draft import Expression, Row, Scope, raw, scalar
from api.compiler.json import JsonArray, JsonObject
from api.compiler.selection import Field
from api.models import PlaceMention, Post, Source


def _month(post: Row, _: Row) -> Expression:
    one, seven = raw("1"), raw("7")
    first, last = (func.substr(post[f"published_{edge}"], one, seven) for edge in ("earliest", "latest"))
    return case((first == last, first), else_=raw("'undated'"))


_KEYS: dict[str, Callable[[Row, Row], Expression]] = {
    "SOURCE": lambda _, source: source["key"],
    "LANGUAGE": lambda post, _: func.coalesce(post["language"], raw("'und'")),
    "MONTH": _month,
}


def _usage(scope: Scope, field: Field) -> Expression:
    draft = scope.draft
    mention, post, source = draft.row(table(PlaceMention)), draft.row(table(Post)), draft.row(table(Source))
    name = f"n{draft.number()}"
    key = _KEYS[field.word("by") or "SOURCE"](post, source)
    joined = mention.source.join(post.source, post["id"] == mention["post_id"]).join(
        source.source, source["id"] == post["source_id"]
    )
    grouped = (
        select(mention["toponym"].label("toponym"), key.label("usage_key"), func.count(raw("*")).label("uses"))
        .select_from(joined)
        .where(mention["place_id"] == scope.row["id"], *role_condition(draft, mention, None))
        .group_by(raw("1"), raw("2"))
        .order_by(raw("3").desc(), raw("1"), raw("2"))
        .subquery(name)
    )
    toponym, found, uses = (raw(f"{name}.{each}") for each in ("toponym", "usage_key", "uses"))
    parts = {"__typename": raw("'NameUsage'"), "toponym": toponym, "key": found, "count": uses}
    item = JsonObject([(sub.key, parts[sub.name]) for sub in field.below()])
    return scalar(JsonArray(item, [(uses, True), (toponym, False), (found, False)]), grouped)


NAME_USAGE = Computed(_usage)
