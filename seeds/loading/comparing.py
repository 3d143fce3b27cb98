"""Rows read from seeds beside what is stored: each node leaves as added, changed (with its fields) or not at all."""

from collections.abc import Iterable, Sequence

import orjson
from sqlalchemy import Connection

from seeds.loading.contents import differences
from seeds.loading.rooms import Staging
from seeds.loading.staged_nodes import Node
from seeds.loading.stored import stored_bundles, stored_digests
from seeds.loading.tables import Bundle, Prepared, cell


def stage(connection: Connection, staging: Staging, kind: str, batch: Sequence[Prepared]) -> set[int]:
    """Stage those of some nodes that are new or differ from what is stored; return their ids."""
    staging.nodes.see(kind, (one.id for one in batch))
    digests = stored_digests(connection, kind, [one.id for one in batch])
    changed = [one.id for one in batch if one.id in digests and digests[one.id] != one.digest]
    before = stored_bundles(connection, kind, changed) if changed else {}
    nodes = [
        _added(kind, one) if one.id not in digests else _changed(kind, one, digests[one.id], before[one.id])
        for one in batch
        if digests.get(one.id) != one.digest
    ]
    staging.nodes.stage(nodes)
    if kind == "Post":
        written = {node.id for node in nodes}
        staging.nodes.touch_threads(one.thread for one in batch if one.id in written)
        staging.nodes.touch_threads(_thread_of(bundle) for bundle in before.values())
    return {node.id for node in nodes}


def _added(kind: str, one: Prepared) -> Node:
    return Node(kind, one.id, one.key, "ADDED", digest=one.digest, newest_first=one.newest_first, rows=one.rows)


def _changed(kind: str, one: Prepared, digest: str, before: Bundle) -> Node:
    fields = orjson.dumps(differences(kind, before, loaded(one.rows))).decode()
    return Node(kind, one.id, one.key, "CHANGED", fields, digest, one.digest, one.newest_first, one.rows)


def _thread_of(bundle: Bundle) -> int | None:
    thread = cell("posts", bundle["posts"][0], "thread_id")
    return thread if isinstance(thread, int) else None


def loaded(rows: bytes) -> Bundle:
    """Read the rows of a node back from JSON; they are lists, which databases and readers take as well as tuples."""
    bundle: Bundle = orjson.loads(rows)
    return bundle


def joined(bundles: Iterable[Bundle]) -> Bundle:
    """Join the rows of many nodes, table by table."""
    together: Bundle = {}
    for bundle in bundles:
        for table, rows in bundle.items():
            together.setdefault(table, []).extend(rows)
    return together
