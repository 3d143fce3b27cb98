"""An operation's variables: what a request gives enters, the coerced values leave, and the key of their shape.

Coercing is graphql-core's (specification, section 6.1.2). A text, an integer or a truth that already is what coercing
would make of it, as nearly all are, does not pass there: that takes longer than reading a row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from graphql import (
    GraphQLInputType,
    GraphQLNonNull,
    GraphQLScalarType,
    VariableDefinitionNode,
    get_variable_values,
    is_input_type,
)
from graphql.utilities import type_from_ast

from api.compiler.limits import check_variables
from api.compiler.locating import places
from api.compiler.reading import Operation
from api.compiler.selection import Slot, Value
from api.compiler.values import SCALAR, Shaped, shape_key, shaped
from api.errors import InvalidArgument
from api.settings import Settings

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


class Read(NamedTuple):
    """A request's runtime values, defaults filled in, and what tells apart those that need another plan."""

    values: dict[str, object]
    key: object


class Variables:
    """The variables that an operation defines, read once a document; a request's values are read with them."""

    def __init__(self, operation: Operation, settings: Settings) -> None:
        self._operation = operation
        self._settings = settings
        self._defined = [
            _variable(definition, kind, operation)
            for definition in operation.node.variable_definitions or ()
            if is_input_type(kind := type_from_ast(operation.schema, definition.type))
        ]

    def read(self, given: Mapping[str, object]) -> Read:
        """Read a request's; raise InvalidArgument for the first value that is wrong, SelectionTooLarge for too many."""
        values: dict[str, object] = {}
        keys: list[tuple[str, object]] = []
        for variable in self._defined:
            name = variable.name
            if name in given:
                value = values[name] = given[name]
                if not _needs_no_coercing(variable, value):
                    return self._read_by_rule(given)
                keys.append((name, self._key(variable, value)))
            elif not variable.may_be_absent:
                return self._read_by_rule(given)
        if len(values) < len(given):  # what no variable asks for is held in memory all the same
            check_variables(given, self._settings)
        return Read(values, tuple(keys))

    def shapes(self, values: Mapping[str, object]) -> Shaped:
        """Return the shapes of runtime values: what decides which SQL is written."""
        return {each.name: self._shape(each, values[each.name]) for each in self._defined if each.name in values}

    def _shape(self, variable: Variable, value: object) -> Value:
        path = (variable.name,)
        return Slot(path, value) if self._is_size(variable, value) else shaped(variable.kind, value, path)

    def _key(self, variable: Variable, value: object) -> object:
        """Return what `shape_key` makes of the shape of such a value, at the least cost: every request passes here."""
        if value is None or isinstance(value, bool):
            return (value,)
        return value if self._is_size(variable, value) else SCALAR

    def _is_size(self, variable: Variable, value: object) -> bool:
        return variable.is_root_size and isinstance(value, int) and 0 <= value <= self._settings.page_limit

    def _read_by_rule(self, given: Mapping[str, object]) -> Read:
        check_variables(given, self._settings)
        definitions = self._operation.node.variable_definitions or ()
        result = get_variable_values(self._operation.schema, definitions, dict(given), max_errors=1)
        if isinstance(result, list):
            raise InvalidArgument(result[0].message).located(*places(result[:1]))
        return Read(result.coerced, shape_key(dict(self.shapes(result.coerced))))


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
