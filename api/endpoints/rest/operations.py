"""Operations: the table of resources meets the schema, and what a URL may ask and be told leaves, one a path."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, cast

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
)

from api.endpoints.rest import kinds
from api.endpoints.rest.arguments import PAGING, kind_of, parameters
from api.endpoints.rest.choosing import Holder, choices
from api.endpoints.rest.kinds import Kind
from api.endpoints.rest.parameters import Parameter
from api.endpoints.rest.resources import RESOURCES, VIEWS, Resource
from api.endpoints.rest.showing import Shown, all_of, is_list, is_node, shown

Form: TypeAlias = Literal["page", "list", "object", "reference"]

ALTERNATIVES = {"place": {"name"}}
"""Arguments that stand in place of the one in the path."""


@dataclass(frozen=True, slots=True)
class Step:
    """A field on the way to the answer, and those of its arguments that are set, each from the variable of its name."""

    name: str
    field: GraphQLField
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """One path. `key` names the argument in it, `node` is the type of what is shown, `fields` what can be.

    Where the answer is a node of any type, `types` are those it can be. The fields in `always` are read unasked.
    """

    path: str
    summary: str
    steps: tuple[Step, ...]
    form: Form
    holder: Holder
    node: GraphQLObjectType | None
    key: tuple[str, Kind] | None
    parameters: Mapping[str, Parameter]
    fields: Mapping[str, Shown] = field(default_factory=dict)
    types: tuple[GraphQLObjectType, ...] = ()
    always: tuple[str, ...] = ()


def operations(schema: GraphQLSchema) -> list[Operation]:
    """Return every operation, in the order of the table; views stand behind their list."""
    return [each for resource in RESOURCES for each in _with_views(schema, resource)]


def _with_views(schema: GraphQLSchema, resource: Resource) -> Iterator[Operation]:
    whole = _operation(schema, resource)
    yield whole
    if whole.form == "page":
        for view, told in VIEWS.items():
            if view in whole.holder.fields:
                summary = f"{resource.summary}, {told}"
                yield _operation(schema, Resource(f"{resource.path}/{view}", (*resource.steps, view), summary))


def _operation(schema: GraphQLSchema, resource: Resource) -> Operation:
    bound = _bound(resource.path)
    steps = tuple(_steps(schema, resource.steps))
    holder = cast("Holder", get_named_type(steps[-1].field.type))
    form = _form(steps[-1].field, holder)
    node = _node(form, holder)
    given = [each for step in steps for each in parameters(replaced(step), [bound] if bound else [])]
    fields = shown(node) if node and (form == "page" or is_node(node)) else {}
    types = tuple(schema.get_possible_types(holder)) if isinstance(holder, GraphQLInterfaceType) else ()
    written = " ".join(each.selection for each in fields.values()) or all_of(holder, types)
    asked = {each.name: each for each in [*given, *choices(schema, holder, fields, written)]}
    key = (
        (bound, kinds.integer(0) if bound == "number" else kind_of(steps[0].field.args[bound].type)) if bound else None
    )
    return Operation(resource.path, resource.summary, steps, form, holder, node, key, asked, fields, types)


def replaced(step: Step) -> GraphQLField:
    """Return the field of a step with only the arguments that are set here."""
    kept = {name: argument for name, argument in step.field.args.items() if name in step.arguments}
    return GraphQLField(step.field.type, args=kept)


def _bound(path: str) -> str | None:
    """Return the name in braces in a path."""
    return path.partition("{")[2].partition("}")[0] or None


def _steps(schema: GraphQLSchema, names: tuple[str, ...]) -> Iterator[Step]:
    holder = cast("GraphQLObjectType", schema.query_type)
    for place, name in enumerate(names):
        found = holder.fields[name]
        unset = ALTERNATIVES.get(name, set()) | (set() if place == len(names) - 1 else {*PAGING, "orderBy"})
        yield Step(name, found, tuple(each for each in found.args if each not in unset))
        holder = cast("GraphQLObjectType", get_named_type(found.type))


def _form(last: GraphQLField, holder: Holder) -> Form:
    if isinstance(holder, GraphQLInterfaceType):
        return "reference"
    if holder.name.endswith("Connection"):
        return "page"
    return "list" if is_list(last) else "object"


def _node(form: Form, holder: Holder) -> GraphQLObjectType | None:
    """Return the type of what is shown; None where it can be of several."""
    shown_type = get_named_type(holder.fields["nodes"].type) if form == "page" else holder
    return shown_type if isinstance(shown_type, GraphQLObjectType) else None
