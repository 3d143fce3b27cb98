"""The revisions of the test corpus: what each added, changed and removed, and the provenance that follows from it."""

import json

from api.models import identify
from corpus.rows import Row, Rows, provenance

TYPES = {
    "Source": ("sources", "key"),
    "Thread": ("threads", "key"),
    "Post": ("posts", "key"),
    "Hashtag": ("hashtags", "name"),
    "Place": ("places", "key"),
    "Account": ("accounts", "handle"),
}
FIRST, SECOND, THIRD = 1, 2, 3
CHANGED = {
    SECOND: {("Post", "lakeroad/1/2"): ["text", "hashtags"], ("Place", "vardan"): ["names", "parents"]},
    THIRD: {("Thread", "lakeroad/1"): ["coverage"], ("Post", "lakeroad/1/2"): ["text"]},
}
REMOVED = {THIRD: [("Post", "lakeroad/4/4"), ("Hashtag", "gone"), ("Thread", "lakeroad/5")]}
COMMITTED = ("2024-01-01T00:00:00Z", "2024-01-02T03:04:05Z", "2024-01-03T00:00:00Z", "2024-02-29T23:59:59Z")


def nodes(rows: Rows) -> list[tuple[str, str]]:
    """The type and key of every node, in the order in which the dataset counts types."""
    return [
        (kind, key) for kind, (table, name) in TYPES.items() for key in sorted(str(row[name]) for row in rows[table])
    ]


def late(key: str) -> bool:
    """Whether a node came with the second revision."""
    return key.startswith(("valley-notes", "quiet-border")) or key in {"fiji", "Tevita", "suva"}


def record(rows: Rows) -> Rows:
    """The rows of revisions and changes; the rows of nodes are given their provenance on the way."""
    everything = nodes(rows)
    lost = [node for gone in REMOVED.values() for node in gone]
    changes: list[Row] = []
    for revision in (FIRST, SECOND, THIRD):
        added = [one for one in [*everything, *lost] if revision == (SECOND if late(one[1]) else FIRST)]
        done: list[tuple[str, tuple[str, str], list[str]]] = [("ADDED", node, []) for node in added]
        done += [("CHANGED", node, fields) for node, fields in CHANGED.get(revision, {}).items()]
        done += [("REMOVED", node, []) for node in REMOVED.get(revision, [])]
        changes += [change(revision, n, *one) for n, one in enumerate(done, 1)]
    state_provenance(rows, changes)
    return {"revisions": [revision_row(number, changes) for number in range(4)], "changes": changes}


def change(revision: int, ordinal: int, action: str, node: tuple[str, str], fields: list[str]) -> Row:
    kind, key = node
    own: Row = {"revision": revision, "ordinal": ordinal, "action": action, "type": kind, "key": key}
    identity = key.casefold() if kind == "Account" else key
    return own | {"node_number": identify(kind, identity), "fields": json.dumps(fields)}


def revision_row(number: int, changes: list[Row]) -> Row:
    mine = [one["action"] for one in changes if one["revision"] == number]
    counts = {action.lower(): mine.count(action) for action in ("ADDED", "CHANGED", "REMOVED")}
    return {"number": number, "digest": f"{number:064x}", "committed_at": COMMITTED[number], **counts}


def state_provenance(rows: Rows, changes: list[Row]) -> None:
    latest = {one["node_number"]: int(str(one["revision"])) for one in changes}
    for table in ("sources", "threads", "posts", "places"):
        for line, row in enumerate(rows[table], 1):
            row |= provenance(f"{table}.yaml", line, latest[row["id"]])
