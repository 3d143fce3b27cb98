"""The dataset itself: its revisions, and the changes each of them brought."""

import strawberry

from api.schema.arguments import forward
from api.schema.connections import Connection
from api.schema.enums import ChangeAction
from api.schema.nodes import Node
from api.schema.promise import object_type, promised
from api.schema.scalars import DateTime


@object_type
class Change:
    """What one reload did to one node."""

    revision: int = promised("The number of the revision that brought the change.")
    action: ChangeAction = promised("What was done.")
    node_id: strawberry.ID = promised("The id of the node, also when it is gone.")
    type: str = promised("The type of the node, such as `Post`.")
    key: str = promised("The key of the node; of a hashtag its name, of an account its handle.")
    fields: list[str] = promised("The fields that differ, for CHANGED; empty otherwise.")
    node: Node | None = promised("The node as it is today; null when it is gone.")


@object_type
class ChangeConnection(Connection[Change]):
    """One page of a list of changes."""


@object_type
class Revision(Node):
    """One state of the dataset. Each reload that changes anything makes the next one; an empty dataset is number 0."""

    number: int = promised("Its number: 0 for the empty dataset, then one more for each reload that changed anything.")
    digest: str = promised(
        "A digest of the whole content, without files, lines and times: equal content, equal digest."
    )
    committed_at: DateTime = promised(
        "When its reload was committed, in UTC; of revision 0, when the database was made."
    )
    added: int = promised("The number of nodes that are new in it.")
    changed: int = promised("The number of nodes that differ from the revision before.")
    removed: int = promised("The number of nodes that are gone.")
    changes: ChangeConnection = promised("What it changed, node by node, with tombstones.", **forward("changes"))


@object_type
class RevisionConnection(Connection[Revision]):
    """One page of a list of revisions."""


@object_type
class TypeCount:
    """How many nodes of one type there are."""

    type: str = promised("The type, such as `Post`.")
    count: int = promised("The exact number of its nodes.")


@object_type
class Dataset:
    """What this server holds: its name, its state and its size."""

    revision: Revision = promised("The current revision. While its number stays, so does every answer.")
    counts: list[TypeCount] = promised("How many nodes of each type there are.")
    name: str = promised("The name of the dataset.")
    citation: str = promised("How to cite it.")
    licences: list[str] = promised("The licences of its sources, each once.")
