"""Answers what is asked of the schema itself: selected fields enter, plain data leaves, and no database is asked.

Every value comes from graphql-core's own introspection fields; only the walk is ours, for it counts as it goes. A
document of 4 KB can ask for millions of them, and graphql-core's executor would answer for as long as that takes.
"""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from graphql import (
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    SchemaMetaFieldDef,
    TypeMetaFieldDef,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from api.compiler.selection import Field, Variables, resolved
from api.errors import SelectionTooLarge

INTROSPECTION = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}
"""The fields that every query has at its root beside those of its type."""


def describe(schema: GraphQLSchema, fields: Sequence[Field], variables: Variables, most: int) -> dict[str, object]:
    """Return the answer to root fields of introspection; raises SelectionTooLarge past so many fields in it."""
    walk = _Describing(schema, variables, most)
    return {field.key: walk.root(field) for field in fields}


class _Describing:
    def __init__(self, schema: GraphQLSchema, variables: Variables, most: int) -> None:
        self._variables = variables
        self._most = most
        self._left = most
        self._info: Any = SimpleNamespace(schema=schema)  # all that graphql-core's introspection reads of its `info`

    def root(self, field: Field) -> object:
        try:
            return self._value(field, INTROSPECTION[field.name], None)
        except SelectionTooLarge as error:
            error.located(field.at)
            raise

    def _object(self, kind: GraphQLObjectType, source: object, fields: Sequence[Field]) -> dict[str, object]:
        self._left -= len(fields)
        if self._left < 0:
            message = f"an answer about the schema holds {self._most:,} fields at most: ask `__type` for one type"
            raise SelectionTooLarge(message, limit=self._most)
        return {
            field.key: kind.name if field.name == "__typename" else self._value(field, kind.fields[field.name], source)
            for field in fields
        }

    def _value(self, field: Field, defined: Any, source: object) -> object:
        arguments: Mapping[str, object] = {
            name: resolved(value, self._variables) for name, value in field.arguments.items()
        }
        return self._complete(defined.type, defined.resolve(source, self._info, **arguments), field)

    def _complete(self, output: GraphQLOutputType, value: Any, field: Field) -> object:
        if value is None:
            return None
        if is_non_null_type(output):
            return self._complete(output.of_type, value, field)
        if is_list_type(output):
            return [self._complete(output.of_type, each, field) for each in value]
        if is_leaf_type(output):
            told: object = output.serialize(value)
            return told
        kind: Any = output  # introspection has neither interfaces nor unions
        return self._object(kind, value, field.selections.get(kind.name, ()))
