"""Composes the question behind a URL: an operation and what is to be shown enter, a GraphQL document leaves.

The text depends on the path, `fields` and `include` alone, so that its plans stay warm; values go into variables.
Beside the answer stands the revision it was read from: one statement reads both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from graphql import (
    GraphQLArgument,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    Undefined,
    get_named_type,
)

from api.endpoints.rest.choosing import used
from api.endpoints.rest.operations import Operation
from api.endpoints.rest.showing import VARIABLES, all_of, selected

REVISION = "revision { number digest committedAt }"
PAGE_INFO = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What is read beside an answer: of the dataset, at the root, and of the node that a list hangs on."""

    dataset: str = REVISION
    root: str = ""
    names: Mapping[str, str] | None = None


PLAIN = Frame()


@lru_cache(maxsize=2048)
def composed(operation: Operation, names: tuple[str, ...], extras: tuple[str, ...] = (), frame: Frame = PLAIN) -> str:
    """Write the document that answers an operation, showing these fields; `extras` stand beside a page's nodes."""
    shown = _body(operation, names, extras)
    for step in reversed(operation.steps):
        given = ", ".join(f"{name}: ${name}" for name in step.arguments)
        shown = f"{step.name}{f'({given})' if given else ''} {shown}"
        if step is not operation.steps[0]:
            named = (frame.names or {}).get(operation.steps[0].name, "")
            shown = f"{{ {named} {shown} }}"
    declared = ", ".join(_declared(operation, shown))
    beside = f"meta: dataset {{ {frame.dataset} }} {frame.root}".strip()
    return f"query {f'({declared}) ' if declared else ''}{{ {beside} data: {shown} }}"


def _body(operation: Operation, names: tuple[str, ...], extras: tuple[str, ...]) -> str:
    holder = operation.holder
    if not operation.fields or isinstance(holder, GraphQLInterfaceType):
        return all_of(holder, operation.types)
    fields = "{ " + " ".join(operation.fields[name].selection for name in names) + " }"
    if operation.form != "page":
        return fields
    beside = [_beside(holder, name) for name in extras]
    return f"{{ {' '.join([f'nodes {fields}', *beside, PAGE_INFO])} }}"


def _beside(holder: GraphQLObjectType, name: str) -> str:
    """Select what a page holds beside its nodes: of its edges, everything but the nodes again."""
    edge = get_named_type(holder.fields[name].type)
    if not isinstance(edge, GraphQLObjectType):
        return name
    parts = [selected(edge, each, edge.name) for each in edge.fields if each != "node"]
    return f"{name} {{ {' '.join(parts)} }}"


def _declared(operation: Operation, shown: str) -> Iterator[str]:
    """Declare the variables: those of arguments, then those that choose how values are shown."""
    arguments = {name: step.field.args[name] for step in operation.steps for name in step.arguments}
    yield from (f"${name}: {_type(argument)}" for name, argument in arguments.items())
    yield from (f"${name}: {VARIABLES[name]}" for name in used(shown) if name not in arguments)


def _type(argument: GraphQLArgument) -> str:
    """Write a variable's type; what has a default may be left out."""
    given = argument.type
    if isinstance(given, GraphQLNonNull) and argument.default_value is not Undefined:
        return str(given.of_type)
    return str(given)
