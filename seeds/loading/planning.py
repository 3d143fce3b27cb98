"""The plan of a reload: what it adds, changes and removes, known in full before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import orjson

from api.errors import DeletionRefused
from seeds.loading.staged_nodes import ACTIONS, Action, Node, StagedNodes
from seeds.loading.tables import NODE_TABLES

LISTED: Final = 1000
"""How many changes a plan lists; all are counted, and all of them are in the revision's change log."""
_SHARE: Final = 0.2
_SEEDED: Final = ("Source", "Thread", "Post", "Place")


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One node to add, change or remove; `fields` are the GraphQL names of what changes in it."""

    action: Action
    type: str
    key: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a reload will do. `counts` is by type and action; `dataset` names what changes in the dataset itself."""

    revision: int
    counts: dict[str, dict[Action, int]]
    changes: tuple[PlannedChange, ...]
    dataset: tuple[str, ...] = ()
    stored: dict[str, int] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """True when the dataset is already what the seeds say."""
        return not self.dataset and not any(self.total(action) for action in ACTIONS)

    def total(self, action: Action) -> int:
        """How many nodes of all types are added, changed or removed."""
        return sum(by_action[action] for by_action in self.counts.values())


def nothing_planned(revision: int) -> Plan:
    """Return the plan of a reload that found every file as it was."""
    return Plan(revision + 1, {kind: dict.fromkeys(ACTIONS, 0) for kind in NODE_TABLES}, ())


def planned(nodes: StagedNodes, revision: int, dataset: Iterable[str], stored: dict[str, int]) -> Plan:
    """Read the plan off the staged nodes."""
    found = nodes.counts()
    counts: dict[str, dict[Action, int]] = {
        kind: {action: found.get((kind, action), 0) for action in ACTIONS} for kind in NODE_TABLES
    }
    changes = tuple(_change(node) for node in nodes.all_changes(LISTED))
    return Plan(revision, counts, changes, tuple(dataset), stored)


def _change(node: Node) -> PlannedChange:
    return PlannedChange(node.action, node.type, node.key, tuple(orjson.loads(node.fields)))


def refusal_of(plan: Plan) -> DeletionRefused | None:
    """Make the refusal where more than a fifth of the posts, or of all seeded nodes together, would go."""
    for kinds, name in ((("Post",), "posts"), (_SEEDED, "sources, threads, posts and places")):
        stored = sum(plan.stored.get(kind, 0) for kind in kinds)
        removed = sum(plan.counts[kind]["REMOVED"] for kind in kinds)
        if removed > stored * _SHARE:
            return DeletionRefused(
                f"{removed:,} of {stored:,} {name} would be removed, more than a fifth; nothing was written."
                " If that is meant, say --allow-delete",
                removed=removed,
                stored=stored,
            )
    return None
