"""An operation's variables: what a request gives enters, the coerced values and their shapes leave.

Coercing is graphql-core's (specification, section 6.1.2). A text, an integer or a truth that already is what coercing
would make of it, as nearly all are, does not pass there: that takes longer than reading a row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from graphql import (
    GraphQLInputType,
    GraphQLNonNull,
    GraphQLScalarType,
    VariableDefinitionNode,
    get_variable_values,
    is_input_type,
)
from graphql.utilities import type_from_ast

from api.compiler.locating import places
from api.compiler.reading import Operation
from api.compiler.selection import Slot
from api.compiler.values import Shaped, shaped
from api.errors import InvalidArgument

_AS_THEY_ARE: Final = {"String": str, "ID": str, "Int": int, "Boolean": bool}
"""Of these types coercing leaves values of exactly this class alone; an Int has 32 bits besides (section 3.5.1)."""
_LEAST, _MOST = -(2**31), 2**31 - 1


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of an operation. `plain` is the class whose values need no coercing; None where all values do."""

    name: str
    kind: GraphQLInputType
    plain: type | None
    may_be_null: bool
    may_be_absent: bool
    is_root_size: bool


class Variables:
    """The variables that an operation defines, read once a document; a request's values are read with them."""

    def __init__(self, operation: Operation, page_limit: int) -> None:
        self._operation = operation
        self._page_limit = page_limit
        self._defined = [
            _variable(definition, kind, operation)
            for definition in operation.node.variable_definitions or ()
            if is_input_type(kind := type_from_ast(operation.schema, definition.type))
        ]

    def coerced(self, given: Mapping[str, object]) -> dict[str, object]:
        """Return the runtime values, defaults filled in; raise InvalidArgument for the first that is wrong."""
        values: dict[str, object] = {}
        for variable in self._defined:
            if variable.name in given:
                value = values[variable.name] = given[variable.name]
                if not _needs_no_coercing(variable, value):
                    return self._coerced_by_rule(given)
            elif not variable.may_be_absent:
                return self._coerced_by_rule(given)
        return values

    def shapes(self, values: Mapping[str, object]) -> Shaped:
        """Return the shapes of coerced values: what decides which SQL is written."""
        shapes: Shaped = {}
        for variable in self._defined:
            if variable.name in values:
                value, path = values[variable.name], (variable.name,)
                is_size = variable.is_root_size and isinstance(value, int) and 0 <= value <= self._page_limit
                shapes[variable.name] = Slot(path, value) if is_size else shaped(variable.kind, value, path)
        return shapes

    def _coerced_by_rule(self, given: Mapping[str, object]) -> dict[str, object]:
        definitions = self._operation.node.variable_definitions or ()
        result = get_variable_values(self._operation.schema, definitions, dict(given), max_errors=1)
        if isinstance(result, list):
            raise InvalidArgument(result[0].message).located(*places(result[:1]))
        return result.coerced


def _variable(definition: VariableDefinitionNode, kind: GraphQLInputType, operation: Operation) -> Variable:
    name = definition.variable.name.value
    is_required = isinstance(kind, GraphQLNonNull)
    named = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
    return Variable(
        name,
        kind,
        plain=_AS_THEY_ARE.get(named.name) if isinstance(named, GraphQLScalarType) else None,
        may_be_null=not is_required,
        may_be_absent=not is_required and definition.default_value is None,
        is_root_size=name in operation.sizes,
    )


def _needs_no_coercing(variable: Variable, value: object) -> bool:
    if value is None:
        return variable.may_be_null
    if type(value) is not variable.plain:
        return False
    return not isinstance(value, int) or _LEAST <= value <= _MOST
