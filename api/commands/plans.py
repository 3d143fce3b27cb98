"""What a reload did or would do, written: an outcome enters; lines for a person, or JSON for a program, leave."""

from collections.abc import Iterator
from typing import Final

import orjson

from api.commands.formats import Format
from seeds.loading.planning import Plan
from seeds.loading.reloading import Outcome
from seeds.loading.staged_nodes import ACTIONS, Action

SIGNS: Final[dict[Action, str]] = {"ADDED": "+", "CHANGED": "~", "REMOVED": "-"}


def told(outcome: Outcome, format: Format) -> str:  # noqa: A002 (as the option is called)
    """Write the plan with its counts; nothing for a person when there is nothing to do."""
    if format is Format.JSON:
        return orjson.dumps(members(outcome), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()
    return "".join(f"{line}\n" for line in lines(outcome.plan))


def lines(plan: Plan) -> Iterator[str]:
    """Write one line a change, then what was left out, then the counts of each type."""
    if plan.empty:
        return
    for change in plan.changes:
        yield change_line(change.action, change.type, change.key, change.fields)
    if plan.dataset:
        yield f"{SIGNS['CHANGED']} Dataset: {', '.join(plan.dataset)}"
    every = sum(plan.total(action) for action in ACTIONS)
    if every > len(plan.changes):
        yield f"... and {every - len(plan.changes):,} more"
    for kind, counts in plan.counts.items():
        if any(counts.values()):
            yield f"{kind}: {' '.join(f'{sign}{counts[action]:,}' for action, sign in SIGNS.items())}"


def change_line(action: str, kind: str, key: str, fields: tuple[str, ...] | list[str]) -> str:
    """Write one change: `~ Post nkpeace/7/2: text, hashtags`."""
    sign = {str(name): sign for name, sign in SIGNS.items()}[action]
    return f"{sign} {kind} {key}{': ' if fields else ''}{', '.join(fields)}"


def members(outcome: Outcome) -> dict[str, object]:
    """Give the outcome the names a program reads; `changes` lists a thousand at most, `counts` counts all."""
    plan = outcome.plan
    return {
        "revision": outcome.revision,
        "digest": outcome.digest,
        "wrote": outcome.wrote,
        "pending": not (outcome.wrote or plan.empty),
        "refusal": str(outcome.refusal) if outcome.refusal else None,
        "suppressedButMissing": list(outcome.missed),
        "repeatedPosts": [{"url": each.url, "posts": list(each.posts)} for each in outcome.repeated],
        "counts": {
            kind: {action.lower(): count for action, count in counts.items()} for kind, counts in plan.counts.items()
        },
        "total": sum(plan.total(action) for action in ACTIONS),
        "dataset": list(plan.dataset),
        "changes": [
            {"action": one.action, "type": one.type, "key": one.key, "fields": list(one.fields)} for one in plan.changes
        ],
    }
