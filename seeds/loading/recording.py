"""The record of a reload: its revision with a digest, its change log, the tallies and the files it was made from."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain

import orjson
from sqlalchemy import Connection, delete

from seeds.loading.ancestry import settle_ancestors
from seeds.loading.batches import in_batches
from seeds.loading.calendar import settle_periods
from seeds.loading.describing import Description, settle_concepts, write_description
from seeds.loading.dialects import bulk_insert
from seeds.loading.planning import Plan
from seeds.loading.staged_nodes import ACTIONS, StagedNodes
from seeds.loading.stored import TABLES
from seeds.loading.synonyms import settle_synonyms
from seeds.loading.tables import NODE_TABLES, Row

_MODULUS = 2**256


def add_up(digest: str, removed: Iterable[bytes], added: Iterable[bytes]) -> str:
    """Take elements out of a dataset's digest and put others in.

    The digest is the sum of the elements' SHA-256 modulo 2^256: the order in which they came leaves no trace, and a
    change costs as much as it changes. The empty dataset's is the empty string.
    """
    total = int(digest or "0", 16)
    total += sum(int.from_bytes(sha256(element).digest(), "big") for element in added)
    total -= sum(int.from_bytes(sha256(element).digest(), "big") for element in removed)
    return f"{total % _MODULUS:064x}"


def dataset_digest(nodes: StagedNodes, digest: str, before: Description, after: Description) -> str:
    """Return the digest of the dataset after a plan, from the one before it."""
    removed = chain(_elements(before), (_element(kind, key, old) for kind, key, old in nodes.digests("before")))
    added = chain(_elements(after), (_element(kind, key, new) for kind, key, new in nodes.digests("digest")))
    return add_up(digest, removed, added)


def _elements(description: Description) -> Iterator[bytes]:
    if description.name or description.citation:
        yield _element("Dataset", description.name, description.citation)
    yield from (_element("HashtagAlias", *alias) for alias in description.aliases.items())


def _element(kind: str, key: str, content: str) -> bytes:
    return orjson.dumps([kind, key, content])


def write_revision(connection: Connection, nodes: StagedNodes, plan: Plan, digest: str) -> None:
    """Write the revision and its change log: by type as the dataset counts them, then by key."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    counts = [plan.total(action) for action in ACTIONS]
    bulk_insert(connection, TABLES["revisions"], [(plan.revision, digest, now, *counts)])
    for batch in in_batches(_changes(nodes, plan.revision), 10_000):
        bulk_insert(connection, TABLES["changes"], batch)


def _changes(nodes: StagedNodes, revision: int) -> Iterator[Row]:
    changes = (node for kind in NODE_TABLES for node in nodes.changes(kind))
    for ordinal, node in enumerate(changes, 1):
        yield revision, ordinal, node.action, node.type, node.id, node.key, node.fields


def write_tallies(connection: Connection, plan: Plan) -> None:
    """Write how many nodes of each type there are now: nobody counts a million for the sake of one."""
    rows: list[Row] = []
    for ordinal, (kind, counts) in enumerate(plan.counts.items(), 1):
        rows.append((kind, ordinal, plan.stored.get(kind, 0) + counts["ADDED"] - counts["REMOVED"]))
    connection.execute(delete(TABLES["tallies"]))
    bulk_insert(connection, TABLES["tallies"], rows)


def record(
    connection: Connection, nodes: StagedNodes, plan: Plan, digest: str, before: Description, after: Description
) -> None:
    """Write all that a revision is beside its nodes."""
    write_revision(connection, nodes, plan, digest)
    if any(plan.counts["Place"].values()):
        settle_ancestors(connection)
    settle_periods(connection)
    write_description(connection, before, after, plan.revision)
    if plan.counts["Hashtag"]["ADDED"] or before.aliases != after.aliases:
        settle_concepts(connection)
    if any(plan.counts["Place"].values()) or before.aliases != after.aliases:
        settle_synonyms(connection)
    write_tallies(connection, plan)
