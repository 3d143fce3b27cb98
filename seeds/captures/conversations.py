"""Replies chained to conversations.

What enters are statuses that may answer each other; what leaves are chains: each begins with a status whose parent is
not here, and goes on in the order of time. A circle of replies, which no server sends, is one chain all the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """A status, the one it answers, and its instant as text in UTC."""

    identity: str
    parent: str | None
    instant: str


def chains(replies: Sequence[Reply]) -> list[list[Reply]]:
    """Group the replies under their first status, in the order in which the capture shows each group first."""
    known = {reply.identity: reply for reply in replies}
    groups: dict[str, list[Reply]] = {}
    for reply in replies:
        groups.setdefault(_root(reply, known), []).append(reply)
    return [_ordered(root, group) for root, group in groups.items()]


def _root(reply: Reply, known: dict[str, Reply]) -> str:
    """Climb to the status that answers none of these; in a circle, to the smallest id of it."""
    climbed = {reply.identity}
    while reply.parent in known:
        reply = known[reply.parent]
        if reply.identity in climbed:
            return _circle(reply, known)
        climbed.add(reply.identity)
    return reply.identity


def _circle(reply: Reply, known: dict[str, Reply]) -> str:
    members, at = [reply.identity], reply.parent
    while at is not None and at != reply.identity:
        members.append(at)
        at = known[at].parent
    return min(members)


def _ordered(root: str, group: Sequence[Reply]) -> list[Reply]:
    """By time, the root first whatever its clock said; ties keep the capture's order."""
    return sorted(group, key=lambda reply: (reply.identity != root, reply.instant))
