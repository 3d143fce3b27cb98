"""What is refused before anything is answered: every selected field's arguments, in whatever list it would stand.

A page too large is refused also where the list above it is empty, so this looks at the document, not at the answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    get_named_type,
)
from graphql.execution.values import VariableValues, get_argument_values, get_directive_values

from oracle.asking import Given, Refused

LARGEST, LONGEST_EXCERPT = 100, 10_000
LARGE, BAD = "PAGE_TOO_LARGE", "BAD_USER_INPUT"


@dataclass(frozen=True, slots=True)
class Reader:
    """What one operation can be read with: the schema, the document's fragments and the variables' values."""

    schema: GraphQLSchema
    fragments: dict[str, FragmentDefinitionNode]
    variables: VariableValues

    def refused(self, operation: OperationDefinitionNode) -> list[Refused]:
        """List what one operation breaks."""
        root = self.schema.query_type
        return [Refused(*broken) for broken in self.selected(operation.selection_set, root)]

    def selected(self, selected: SelectionSetNode | None, parent: GraphQLNamedType | None) -> Iterator[tuple[str, str]]:
        for selection in selected.selections if selected else ():
            if self.is_wanted(selection):
                yield from self.inside(selection, parent)

    def inside(self, selection: SelectionNode, parent: GraphQLNamedType | None) -> Iterator[tuple[str, str]]:
        if isinstance(selection, FragmentSpreadNode):
            fragment = self.fragments[selection.name.value]
            named = self.schema.get_type(fragment.type_condition.name.value)
            yield from self.selected(fragment.selection_set, named)
        elif isinstance(selection, InlineFragmentNode):
            condition = selection.type_condition
            named = parent if condition is None else self.schema.get_type(condition.name.value)
            yield from self.selected(selection.selection_set, named)
        elif isinstance(selection, FieldNode) and isinstance(parent, GraphQLObjectType | GraphQLInterfaceType):
            field = parent.fields.get(selection.name.value)
            if field is not None:
                name = f"{parent.name}.{selection.name.value}"
                yield from broken(name, get_argument_values(field, selection, self.variables))
                yield from self.selected(selection.selection_set, get_named_type(field.type))

    def is_wanted(self, selection: SelectionNode) -> bool:
        skip = get_directive_values(GraphQLSkipDirective, selection, self.variables)
        include = get_directive_values(GraphQLIncludeDirective, selection, self.variables)
        return not (skip and skip["if"]) and not (include and not include["if"])


def broken(field: str, given: Given) -> Iterator[tuple[str, str]]:
    """The rules that one field's arguments break: a code and what is wrong."""
    for name in ("first", "last", "size"):
        size = given.get(name) or 0
        if not 0 <= size <= LARGEST:
            yield BAD if size < 0 else LARGE, f"{field}: {name} is {size}"
    if given.get("first") is not None and given.get("last") is not None:
        yield BAD, f"{field}: first and last together"
    if len(given.get("ids") or ()) > LARGEST:
        yield LARGE, f"{field}: more than {LARGEST} ids"
    if field == "Post.excerpt" and not 1 <= (1 if given.get("length") is None else given["length"]) <= LONGEST_EXCERPT:
        yield BAD, f"{field}: no such length"
    if field == "Query.place" and (given.get("key") is None) == (given.get("name") is None):
        yield BAD, f"{field}: give a key or a name"
    yield from ((BAD, f"{field}: {name} is {value}") for name, value in astray({**given}))
    keys = {step["by"] for step in given.get("orderBy") or ()}
    if "RELEVANCE" in keys and given.get("search") is None:
        yield BAD, f"{field}: RELEVANCE needs a search"
    if "DISTANCE" in keys and (given.get("where") or {}).get("near") is None:
        yield BAD, f"{field}: DISTANCE needs near"


LIMITS = {"latitude": 90, "south": 90, "north": 90, "longitude": 180, "west": 180, "east": 180}


def astray(where: object) -> Iterator[tuple[str, float]]:
    """The coordinates of a filter that are on no map, and distances below nought, however deep they stand."""
    if isinstance(where, list):
        for each in where:
            yield from astray(each)
    if isinstance(where, dict):
        for name, value in where.items():
            if (name in LIMITS and abs(value) > LIMITS[name]) or (name == "kilometres" and value < 0):
                yield name, value
            yield from astray(value)
