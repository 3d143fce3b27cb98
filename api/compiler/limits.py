"""The limits of the language: a document enters before it is validated, its arguments before any SQL is written.

Every limit is a setting; every refusal names the limit, its value, and what to do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    GraphQLInputType,
    GraphQLSchema,
    Node,
    OperationDefinitionNode,
    get_nullable_type,
    is_input_object_type,
    is_list_type,
    is_object_type,
)

from api.compiler.locating import place
from api.compiler.measuring import Definition, Measuring, Place, Size
from api.compiler.selection import Field, Value
from api.errors import SelectionTooLarge
from api.settings import Settings


def check_document(schema: GraphQLSchema, document: DocumentNode, settings: Settings) -> None:
    """Raise SelectionTooLarge where a document passes a limit; it need not be valid."""
    Measuring(schema, document, _Judge(settings)).measure()


@dataclass(frozen=True, slots=True)
class _Judge:
    settings: Settings

    def size(self, size: Size, definition: Definition) -> None:
        """Judge what one selection set of a definition amounts to, as far as it has been read."""
        told = self.settings
        if size.fields > told.selected_field_limit:
            count = f"more than {told.selected_field_limit:,} fields, fragments expanded"
            refuse(f"this selects {count}: ask in several requests", told.selected_field_limit, definition)
        if size.aliases > told.alias_limit:
            refuse(
                f"this has more than {told.alias_limit} aliases: ask in several requests", told.alias_limit, definition
            )
        if size.directives > told.directive_limit:
            most = told.directive_limit
            refuse(f"this has more than {most} directives: set them on fewer, larger fragments", most, definition)
        self._depths(size)

    def _depths(self, size: Size) -> None:
        told = self.settings
        if size.lists.levels > told.list_depth and size.lists.node:
            message = f"lists nest more than {told.list_depth} deep here: ask for the inner ones by themselves"
            refuse(message, told.list_depth, size.lists.node)
        if size.depth.levels > told.selection_depth and size.depth.node:
            message = (
                f"selections nest more than {told.selection_depth} deep here: ask for the inner ones by themselves"
            )
            refuse(message, told.selection_depth, size.depth.node)
        if size.described.levels > told.introspection_depth and size.described.node:
            message = f"introspection nests more than {told.introspection_depth} deep here: ask `__type` for one type"
            refuse(message, told.introspection_depth, size.described.node)

    def operation(self, size: Size, operation: OperationDefinitionNode) -> None:
        """Judge how many fields an operation has at its root."""
        most = self.settings.root_field_limit
        if size.own_fields > most:
            refuse(f"this has more than {most} fields at its root: ask in several requests", most, operation)

    def place(self, key: str, found: Place) -> None:
        """Judge how often one place of the answer is selected."""
        most = self.settings.response_key_repeats
        if found.times > most:
            message = f"`{key}` is selected more than {most} times in one place: select it once, or under aliases"
            refuse(message, most, found.node)


def refuse(message: str, limit: int, node: Node) -> None:
    """Raise SelectionTooLarge, pointing at a node of the document."""
    raise SelectionTooLarge(message, limit=limit, locations=[place(node)])


_JOINING = frozenset({"and", "or", "not"})
"""The fields by which a filter holds others: an input type that has them is one level of filters."""


def check_variables(given: Mapping[str, object], settings: Settings) -> None:
    """Raise SelectionTooLarge where variables hold more objects and lists than are worth reading."""
    left = settings.value_limit * 10  # cheap to count, and what is left is counted well
    waiting = [each for each in given.values() if isinstance(each, dict | list)]
    while waiting:
        if left < len(waiting):
            raise SelectionTooLarge(_too_many_values(settings), limit=settings.value_limit)
        left -= 1
        held = waiting.pop()
        inner: Iterable[object] = held.values() if isinstance(held, dict) else held
        waiting.extend(each for each in inner if isinstance(each, dict | list))


def check_arguments(schema: GraphQLSchema, parent: str, fields: Sequence[Field], settings: Settings) -> None:
    """Raise SelectionTooLarge where filters nest too deep, or all arguments together hold too many values."""
    _Arguments(schema, settings).check(parent, fields)


class _Arguments:
    """Goes through the filters, orders and lists that one operation's arguments are, variables filled in."""

    def __init__(self, schema: GraphQLSchema, settings: Settings) -> None:
        self._schema = schema
        self._settings = settings
        self._values = 0

    def check(self, parent: str, fields: Sequence[Field]) -> None:
        owner = self._schema.get_type(parent)
        for field in fields:
            defined = owner.fields.get(field.name) if is_object_type(owner) else None
            held = ((name, value) for name, value in field.arguments.items() if isinstance(value, dict | list))
            for name, value in held:
                self._count(field, name, value)
                if defined is not None:
                    self._nest(field, name, filter_depth(defined.args[name].type, value))
            for inner, selected in field.selections.items():
                self.check(inner, selected)

    def _count(self, field: Field, name: str, value: Value) -> None:
        self._values += count(value)
        if self._values > self._settings.value_limit:
            message = f"{_too_many_values(self._settings)}: `{name}` of `{field.name}` is past it"
            raise SelectionTooLarge(message, limit=self._settings.value_limit).located(field.at)

    def _nest(self, field: Field, name: str, depth: int) -> None:
        most = self._settings.filter_depth
        if depth > most:
            message = f"`{name}` of `{field.name}` nests {depth} filters, more than {most}: `and`, `or` take long lists"
            raise SelectionTooLarge(message, limit=most).located(field.at)


def _too_many_values(settings: Settings) -> str:
    most = settings.value_limit
    return f"the filters, orders and lists hold more than {most} values, of which a list of scalars is one"


def count(value: Value) -> int:
    """Count the values that SQL is written for, one by one."""
    if isinstance(value, dict):
        return sum(map(count, value.values())) or 1
    if isinstance(value, list):
        return sum(map(count, value)) or 1
    return 1


def filter_depth(kind: GraphQLInputType, value: Value) -> int:
    """Count how many filters nest in a value of an input type, itself included."""
    named = get_nullable_type(kind)
    if isinstance(value, list) and is_list_type(named):
        return max((filter_depth(named.of_type, each) for each in value), default=0)
    if not isinstance(value, dict) or not is_input_object_type(named):
        return 0
    inner = max((filter_depth(named.fields[name].type, each) for name, each in value.items()), default=0)
    return inner + 1 if named.fields.keys() >= _JOINING else inner
