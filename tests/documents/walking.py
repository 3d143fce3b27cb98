"""Pages after and before real cursors: a walk asks for the cursors of a list, a document goes on from one of them."""

from dataclasses import dataclass
from random import Random

from graphql import GraphQLObjectType

from documents.arguments import PAGES
from documents.literals import Variables
from documents.selecting import Room, Selections
from documents.tracking import allowed


@dataclass(frozen=True, slots=True)
class Walk:
    """A document whose answer holds the cursors of a list, under `list` at the end of `path`."""

    text: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CursorAt:
    """The cursor at some part (0 to 1) of the way through a walk."""

    walk: Walk
    part: float


def walked(rng: Random, selections: Selections, variables: Variables) -> str:
    """Write a selection of one list, at the root or below one node, with a page that starts or ends at a cursor."""
    root = selections.schema.type_map["Query"]
    assert isinstance(root, GraphQLObjectType)
    selections.literals.lifting = False
    below, owner, name = picked(rng, selections, root)
    head = "" if below is None else f"{below}{arguments(selections, root, below)} "
    stable = chosen(selections, owner, name)
    walk = walk_of(name, head, selections.written(f"{owner.name}.{name}", owner.fields[name], stable))
    page = paged(rng, selections, owner, name, walk, variables)
    selections.literals.lifting = True
    asked = selections.written(f"{owner.name}.{name}", owner.fields[name], stable).strip("()")
    inside = Room(depth=2, lists=1, times=4)
    listed = (
        f"{name}({', '.join(part for part in (asked, page) if part)}){selections.below(owner.fields[name], inside)}"
    )
    return f"{{ {head}{{ {listed} }} }}" if head else f"{{ {listed} }}"


def picked(rng: Random, selections: Selections, root: GraphQLObjectType) -> tuple[str | None, GraphQLObjectType, str]:
    """Choose a list with cursors, the least walked more likely: a root field or None, the owner's type, its field."""
    owners: list[tuple[str | None, GraphQLObjectType]] = [(None, root)]
    for below in ("source", "thread", "hashtag", "place", "account", "revision"):
        inner = selections.schema.type_map[below.capitalize()]
        assert isinstance(inner, GraphQLObjectType)
        owners.append((below, inner))
    lists = [
        (below, owner, name)
        for below, owner in owners
        for name, field in owner.fields.items()
        if "after" in field.args and allowed(f"{owner.name}.{name}")
    ]
    weights = [selections.tracker.weight(f"{owner.name}.{name}(after)") for _, owner, name in lists]
    return rng.choices(lists, weights)[0]


def arguments(selections: Selections, root: GraphQLObjectType, name: str) -> str:
    given = selections.arguments.choose(f"Query.{name}", root.fields[name])
    return selections.written(f"Query.{name}", root.fields[name], given)


def chosen(selections: Selections, owner: GraphQLObjectType, name: str) -> dict[str, object]:
    given = selections.arguments.choose(f"{owner.name}.{name}", owner.fields[name])
    return {argument: value for argument, value in given.items() if argument not in PAGES}


def walk_of(name: str, head: str, written: str) -> Walk:
    inner = f"list: {name}({', '.join([*filter(None, [written.strip('()')]), 'first: 100'])}) {{ edges {{ cursor }} }}"
    path = (head.partition("(")[0],) if head else ()
    return Walk(f"{{ {head}{{ {inner} }} }}" if head else f"{{ {inner} }}", path)


def paged(
    rng: Random, selections: Selections, owner: GraphQLObjectType, name: str, walk: Walk, variables: Variables
) -> str:
    """Page arguments with a cursor, or with two that enclose a stretch."""
    full, arguments = f"{owner.name}.{name}", owner.fields[name].args
    size = rng.choice((0, 1, 2, 3, 4))
    ways: list[dict[str, float]] = [{"after": rng.random()}]
    if "before" in arguments:
        ways += [{"before": rng.random()}, {"after": rng.random() / 2, "before": 0.5 + rng.random() / 2}]
    page = [f"{rng.choice(('first', 'last')) if 'last' in arguments else 'first'}: {size}"]
    for bound, part in rng.choice(ways).items():
        selections.tracker.use(f"{full}({bound})")
        page.append(f"{bound}: {variables.add('String', CursorAt(walk, part))}")
    selections.tracker.use(f"{full}({page[0].partition(':')[0]})")
    return ", ".join(page)
