"""Rows read from seeds beside what is stored: each node leaves as added, changed (with its fields) or not at all."""

from collections.abc import Iterable, Sequence

import orjson
from sqlalchemy import Connection

from seeds.loading.contents import differences
from seeds.loading.staging import Node
from seeds.loading.stored import stored_bundles, stored_digests
from seeds.loading.tables import Bundle, Prepared


def compared(connection: Connection, kind: str, batch: Sequence[Prepared]) -> list[Node]:
    """Return the nodes of a batch that are new or differ from what is stored."""
    digests = stored_digests(connection, kind, [one.id for one in batch])
    changed = [one.id for one in batch if one.id in digests and digests[one.id] != one.digest]
    before = stored_bundles(connection, kind, changed) if changed else {}
    nodes: list[Node] = []
    for one in batch:
        if one.id not in digests:
            nodes.append(Node(kind, one.id, one.key, "ADDED", digest=one.digest, rows=one.rows, thread=one.thread))
        elif one.id in before:
            fields = orjson.dumps(differences(kind, before[one.id], loaded(one.rows))).decode()
            nodes.append(
                Node(kind, one.id, one.key, "CHANGED", fields, digests[one.id], one.digest, one.rows, one.thread)
            )
    return nodes


def loaded(rows: bytes) -> Bundle:
    """Read the rows of a node back from JSON."""
    bundle: dict[str, list[list[object]]] = orjson.loads(rows)
    return {table: [tuple(row) for row in found] for table, found in bundle.items()}  # type: ignore[misc]


def joined(bundles: Iterable[Bundle]) -> Bundle:
    """Join the rows of many nodes, table by table."""
    together: Bundle = {}
    for bundle in bundles:
        for table, rows in bundle.items():
            together.setdefault(table, []).extend(rows)
    return together
