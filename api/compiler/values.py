"""Coerces arguments by the GraphQL specification (section 6.4.1), keeping shape from content.

A scalar becomes a Slot, so that the plan binds it; enum values, booleans, nulls and the keys of input objects stay
themselves, because they decide what SQL is written.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from graphql import (
    DirectiveNode,
    FieldNode,
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLScalarType,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    Undefined,
    ValueNode,
    VariableNode,
    value_from_ast,
)
from graphql.language import print_ast
from graphql.utilities.coerce_input_value import coerce_default_value

from api.compiler.locating import place
from api.compiler.selection import Slot, SlotList, Value, Word
from api.errors import InvalidArgument

Shaped = dict[str, Value]


def shaped(kind: GraphQLInputType, value: object, path: tuple[str | int, ...] = ()) -> Value:
    """Turn a coerced runtime value into its shape; its scalars are found again at ``path`` of the variables."""
    if isinstance(kind, GraphQLNonNull):
        return shaped(kind.of_type, value, path)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(kind, GraphQLList):
        items = value if isinstance(value, list) else [value]
        if _is_scalar(kind.of_type):
            return Slot(path) if path else Slot((), items)
        return [shaped(kind.of_type, item, (*path, index) if path else ()) for index, item in enumerate(items)]
    if isinstance(kind, GraphQLInputObjectType):
        fields = value if isinstance(value, dict) else {}
        return {
            name: shaped(field.type, fields[out], (*path, out) if path else ())
            for name, field in kind.fields.items()
            if (out := field.out_name or name) in fields
        }
    if isinstance(kind, GraphQLEnumType):
        return Word(value.name if isinstance(value, Enum) else str(value))
    return Slot(path) if path else Slot((), value)


SCALAR: Final = "scalar"
"""The key of every scalar: a plan binds it, whatever it is."""


def shape_key(value: Value) -> object:
    """Return a hashable summary of a shape: equal for two requests exactly when one plan serves both."""
    if isinstance(value, Slot) and value.literal is not None:
        return value.literal
    if isinstance(value, Slot | SlotList):
        return SCALAR
    if isinstance(value, dict):
        return tuple((name, shape_key(item)) for name, item in value.items())
    if isinstance(value, list):
        return tuple(shape_key(item) for item in value)
    return (value,) if value is None or isinstance(value, bool) else value


def read_arguments(node: FieldNode | DirectiveNode, defined: Mapping[str, GraphQLArgument], shapes: Shaped) -> Shaped:
    """Return the arguments of a field or directive: given, by default, or left out. ``shapes`` are the variables'."""
    try:
        return _arguments(node, defined, shapes)
    except InvalidArgument as refused:
        refused.located(place(node))
        raise


def _arguments(node: FieldNode | DirectiveNode, defined: Mapping[str, GraphQLArgument], shapes: Shaped) -> Shaped:
    given = {argument.name.value: argument.value for argument in node.arguments or ()}
    read: Shaped = {}
    for name, argument in defined.items():
        value = given.get(name)
        if value is None or (isinstance(value, VariableNode) and value.name.value not in shapes):
            default = coerce_default_value(argument)
            if default is not Undefined:
                read[name] = shaped(argument.type, default)
            elif isinstance(argument.type, GraphQLNonNull):
                raise InvalidArgument(f"argument `{name}` of `{node.name.value}` needs a value")
            continue
        read[name] = _written(argument.type, value, shapes, f"argument `{name}` of `{node.name.value}`")
    return read


def _written(kind: GraphQLInputType, node: ValueNode, shapes: Shaped, where: str) -> Value:
    """Shape a value written in the document, variables inside it included."""
    if isinstance(kind, GraphQLNonNull):
        value = _written(kind.of_type, node, shapes, where)
        if value is None:
            raise InvalidArgument(f"{where} must not be null")
        return value
    if isinstance(node, VariableNode):
        return shapes.get(node.name.value)
    if isinstance(node, NullValueNode):
        return None
    if isinstance(kind, GraphQLList):
        return _written_list(kind, node, shapes, where)
    if isinstance(kind, GraphQLInputObjectType):
        return _written_object(kind, node, shapes, where)
    return shaped(kind, _literal(kind, node, where))


def _written_list(kind: GraphQLList[GraphQLInputType], node: ValueNode, shapes: Shaped, where: str) -> Value:
    nodes = node.values if isinstance(node, ListValueNode) else (node,)
    items = [_written(kind.of_type, item, shapes, where) for item in nodes]
    if not _is_scalar(kind.of_type):
        return items
    slots = tuple(item for item in items if isinstance(item, Slot))
    return SlotList(slots) if any(slot.varies for slot in slots) else Slot((), [slot.literal for slot in slots])


def _written_object(kind: GraphQLInputObjectType, node: ValueNode, shapes: Shaped, where: str) -> Value:
    given = {field.name.value: field.value for field in node.fields} if isinstance(node, ObjectValueNode) else {}
    read: Shaped = {}
    for name, field in kind.fields.items():
        value = given.get(name)
        if value is None or (isinstance(value, VariableNode) and value.name.value not in shapes):
            default = coerce_default_value(field)
            if default is not Undefined:
                read[name] = shaped(field.type, default)
            elif isinstance(field.type, GraphQLNonNull):
                raise InvalidArgument(f"{where}: `{name}` needs a value")
            continue
        read[name] = _written(field.type, value, shapes, f"{where}: `{name}`")
    return read


def _literal(kind: GraphQLInputType, node: ValueNode, where: str) -> object:
    """Coerce a leaf written in the document; validation has seen its form, the scalar may still refuse its content."""
    try:
        value = value_from_ast(node, kind)
    except GraphQLError as error:
        raise InvalidArgument(f"{where}: {error.message}") from None
    if value is Undefined:
        raise InvalidArgument(f"{where}: {print_ast(node)} is not a value of type {kind}")
    return value


def _is_scalar(kind: GraphQLInputType) -> bool:
    inner = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
    return isinstance(inner, GraphQLScalarType) and inner.name != "Boolean"
