"""Bindings of the dataset itself: what it is, its revisions, and the changes between them."""

from sqlalchemy import Text, cast, func, select

from api.bindings.values import bound, node_id, table
from api.compiler.binding import Computed, Term, TypeBinding
from api.compiler.connections import Connection
from api.compiler.draft import TEXT, Expression, Scope, raw
from api.compiler.json import JsonText
from api.compiler.members import MembersOf
from api.compiler.objects import AnyNode, Rows, ToOne
from api.compiler.selection import Field
from api.models import Change, Dataset, Revision, Tally

_DATASET, _REVISION = table(Dataset).alias("stamp_of"), table(Revision).alias("stamp")
_PARTS = (cast(_REVISION.c.number, Text), _REVISION.c.committed_at, _REVISION.c.digest)
STAMP = (
    select(_PARTS[0].concat(raw("' '", TEXT)).concat(_PARTS[1]).concat(raw("' '", TEXT)).concat(_PARTS[2]))
    .select_from(_DATASET.join(_REVISION, _REVISION.c.number == _DATASET.c.revision))
    .scalar_subquery()
)
"""Which state of the dataset this is: number, moment and digest of the revision, the same for nothing else."""

DATASET = TypeBinding(
    "Dataset",
    table(Dataset),
    fields={
        "revision": ToOne("Revision", table(Revision), "revision", target="number"),
        "counts": Rows("TypeCount", table(Tally), lambda *_: [], (Term("ordinal"),)),
        "licences": Computed(lambda scope, _: JsonText(scope.row["licences"])),
    },
)

REVISION = TypeBinding(
    "Revision",
    table(Revision),
    identity="number",
    fields={
        "id": node_id("revision", "number"),
        "changes": Connection(MembersOf("Change", lambda row, scope, _: [row["revision"] == scope.row["number"]])),
    },
    default_order=(Term("number", True),),
    unique=(Term("number"),),
)


def _changed_node(scope: Scope, _: Field) -> tuple[Expression, Expression]:
    return scope.row["type"], scope.row["node_number"]


def _node_id(scope: Scope, _: Field) -> Expression:
    underscore = raw("'_'", TEXT)
    return func.lower(scope.row["type"], type_=TEXT).concat(underscore).concat(cast(scope.row["node_number"], Text))


CHANGE = TypeBinding(
    "Change",
    table(Change),
    identity="ordinal",
    fields={
        "nodeId": Computed(_node_id),
        "fields": Computed(lambda scope, _: JsonText(scope.row["fields"])),
        "node": AnyNode(_changed_node),
    },
    default_order=(Term("revision"), Term("ordinal")),
    unique=(Term("ordinal"),),
)

TYPE_COUNT = bound("TypeCount", "type", "count")
