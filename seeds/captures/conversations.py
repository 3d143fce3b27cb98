"""Replies chained to conversations.

What enters are statuses that may answer each other; what leaves are chains: each begins with a status whose parent is
not here, and goes on in the order of time. A circle of replies, which no server sends, is one chain all the same.
Where the server was asked for one conversation, statuses that are missing in it part no chains.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from seeds.captures.answers import CONVERSATION, Answer


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


def conversation(replies: Sequence[Reply]) -> list[list[Reply]]:
    """Group a context: what answers a status that is not here belongs to its first chain, as a server sends no other.

    A status that answers none begins a chain of its own. `replies` begin with the ancestors.
    """
    first, *others = chains(replies) or [[]]
    joined = [reply for chain in others if chain[0].parent is not None for reply in chain]
    if joined:
        # Where the first one here answers one that is not, it is no more the root than the others that do.
        root = first[0].identity if first[0].parent is None else ""
        first = _ordered(root, [*first, *joined])
    return [chain for chain in (first, *(chain for chain in others if chain[0].parent is None)) if chain]


def is_context(answers: Sequence[Answer]) -> bool:
    """Tell whether the server was asked what stands around one status."""
    return any(one.under in CONVERSATION for one in answers)


def asked_about(answers: Sequence[Answer]) -> str | None:
    """Return the id of the status whose context this is: it never stands in it, but the first descendant answers it."""
    given = {one.identity("id") for one in answers}
    parents = (one.identity("in_reply_to_id") for one in answers if one.under == "descendants")
    return next((parent for parent in parents if parent and parent not in given), None)


def first_status(answers: Sequence[Answer], talks: Sequence[Sequence[Reply]]) -> str | None:
    """Return the id of a context's first status, which without ancestors is the one that was asked about."""
    if not is_context(answers) or not talks:
        return None
    asked = asked_about(answers) if answers[0].under == "descendants" else None
    return asked or talks[0][0].identity


def absent(talk: Sequence[Reply], given: Container[str | None], asked: str | None) -> list[str]:
    """Tell which statuses are answered in a chain and do not stand in it; `given` are the ids of the whole answer."""
    here = {reply.identity for reply in talk}
    notes = []
    for number, reply in enumerate(talk):
        if reply.parent is None or reply.parent in here:
            continue
        why = "was left out" if reply.parent in given else "is not in the capture"
        if reply.parent == asked:
            notes.append(f"The status {asked}, about which the server was asked, {why}; it is known only by its id.")
        elif number == 0:
            notes.append(f"Its first post answers the status {reply.parent}, which {why}.")
        else:
            notes.append(f"The status {reply.parent}, which others here answer, {why}.")
    return notes


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
