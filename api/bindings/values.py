"""Bindings of the small objects that live in another's row: dates, spans, provenance, coverage."""

from typing import Any

from sqlalchemy import Float, Numeric, Table, Text, and_, case, cast, func, null

from api.compiler.binding import Column, Computed, FieldBinding, TypeBinding
from api.compiler.draft import NUMBER, TEXT, Expression, Row, Scope, raw
from api.compiler.json import JsonObject
from api.compiler.objects import Embedded
from api.compiler.selection import Field
from api.models import Base


def table(model: type[Base]) -> Table:
    """Return the table of a model, typed as what it is."""
    found = model.__table__
    if not isinstance(found, Table):  # pragma: no cover  (every model here maps a table)
        raise TypeError(model)
    return found


def of_post(post: Row, row: Row) -> list[Expression]:
    """Say that a row belongs to a post in whose place in the timeline it lies: one equality more, and it lies near."""
    near, own = (row.computed(name, NUMBER) for name in ("newest_first", "post_id"))  # asked here alone, never carried
    return [near == post["newest_first"], own == post["id"]]


TIMELINE = ("newest_first", "reading_order")
"""Where a post lies, repeated beside every use of a tag, place or account in it."""


def node_id(prefix: str, column: str = "id") -> FieldBinding:
    """Bind ``id``: the type's prefix and the row's number."""
    return Computed(lambda scope, _: raw(f"'{prefix}_'", TEXT).concat(cast(scope.row[column], Text)))


def _offset(edge: str) -> FieldBinding:
    names = {"CODE_POINT": edge, "UTF16": f"{edge}_utf16", "UTF8": f"{edge}_utf8"}
    return Computed(lambda scope, field: scope.row[names[field.word("unit") or "CODE_POINT"]])


def rounded(value: Expression, places: int = 6) -> Expression:
    """Round in SQL, so that both databases write the same digits."""
    return func.round(cast(value, Numeric), raw(str(places)))


def share(part: Expression, whole: Expression) -> Expression:
    """Return part / whole to six places, null where the whole is unknown or nothing."""
    return rounded(cast(part, Float) / func.nullif(whole, raw("0")))


def coverage(
    field: Field, visible: Expression, total: Expression, claimed: Expression, mismatch: Expression
) -> Expression:
    """Return the object Coverage from its parts; ``mismatch`` is a condition that is never null."""
    parts = {
        "__typename": raw("'Coverage'"),
        "visible": visible,
        "total": total,
        "claimed": claimed,
        "ratio": share(visible, total),
        "isComplete": case((total.is_not(None), visible >= total), else_=null()),
        "mismatch": mismatch,
    }
    return JsonObject([(sub.key, parts[sub.name]) for sub in field.below()])


def mismatched(total: Expression, claimed: Expression) -> Expression:
    """Tell whether two stated totals are both there and disagree: never null."""
    return and_(total.is_not(None), claimed.is_not(None), func.coalesce(total, 0) != func.coalesce(claimed, 0))


PROVENANCE = Embedded("Provenance")
PUBLISHED = Embedded("UncertainDate", "published_", unless="earliest")
SPAN = Embedded("Span", "span_")
MAYBE_SPAN = Embedded("Span", "span_", unless="start")


def bound(name: str, *columns: str, nullable: tuple[str, ...] = (), **fields: FieldBinding) -> TypeBinding:
    """Bind an object type that is read from another's row: columns of the same name, and the fields given."""
    plain: dict[str, Any] = {column: Column(column, column in nullable) for column in columns}
    return TypeBinding(name, fields={**plain, **fields})


VALUES = (
    bound("UncertainDate", "earliest", "latest", "instant", "precision", "basis", nullable=("instant",)),
    bound("Provenance", "file", "line", "column", "sha256", "importer", "revision", nullable=("column",)),
    bound("Span", "part", "text", start=_offset("start"), end=_offset("end")),
)


def thread_coverage(scope: Scope, field: Field) -> Expression:
    """Return the coverage of one thread, from its own row."""
    row = scope.row
    return coverage(field, row["visible"], row["total"], row["claimed"], mismatched(row["total"], row["claimed"]))
