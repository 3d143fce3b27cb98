"""Values as GraphQL writes them, some lifted out into variables, some lists of one written without brackets."""

import json
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    get_nullable_type,
)

from documents.tracking import Tracker

Value = Any  # Any: JSON


@dataclass(slots=True)
class Variables:
    """The variables of one operation: how they are declared, and the values sent along."""

    declared: list[str] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)

    def add(self, kind: str, value: Value, *, sent: bool = True, default: str = "") -> str:
        """Declare a variable and return it as it is used."""
        name = f"v{len(self.declared) + 1}"
        self.declared.append(f"${name}: {kind}{default}")
        if sent:
            self.values[name] = value
        return f"${name}"

    def __str__(self) -> str:
        return f"({', '.join(self.declared)})" if self.declared else ""


class Literals:
    """Writes values of any input type into one operation."""

    def __init__(self, rng: Random, tracker: Tracker, variables: Variables) -> None:
        self.rng, self.tracker, self.variables = rng, tracker, variables
        self.lifting = True

    def write(self, value: Value, kind: GraphQLInputType, chance: float = 0.2) -> str:
        """Write a value of a type; `chance` is how likely it becomes a variable."""
        self.note(value, kind)
        if self.lifting and self.rng.random() < chance:
            return self.lift(value, kind)
        inner = get_nullable_type(kind)
        if value is None:
            return "null"
        if isinstance(inner, GraphQLList):
            return self.listed(value, inner)
        if isinstance(inner, GraphQLInputObjectType):
            given = ", ".join(
                f"{name}: {self.write(one, inner.fields[name].type, 0.06)}" for name, one in value.items()
            )
            return f"{{{given}}}"
        return (
            str(value)
            if isinstance(inner, GraphQLEnumType)
            else json.dumps(value, ensure_ascii=self.rng.random() < 0.3)
        )

    def listed(self, value: Value, kind: GraphQLList[Any]) -> str:  # Any: whatever the list holds
        """Write a list; a single item may stand for a list of one."""
        items = value if isinstance(value, list) else [value]
        if len(items) == 1 and self.rng.random() < 0.3:
            return self.write(items[0], kind.of_type, 0)
        return f"[{', '.join(self.write(item, kind.of_type, 0.08) for item in items)}]"

    def lift(self, value: Value, kind: GraphQLInputType) -> str:
        """Send a value as a variable: of the type itself or stricter, as the variable's default or in its place."""
        printed = str(kind)
        way = self.rng.random()
        if value is not None and way < 0.15:
            kept, self.lifting = self.lifting, False
            default = self.write(value, kind, 0)
            self.lifting = kept
            return self.variables.add(printed.rstrip("!"), None, sent=False, default=f" = {default}")
        if value is not None and way < 0.4 and not isinstance(kind, GraphQLNonNull):
            printed += "!"
        return self.variables.add(printed, value)

    def note(self, value: Value, kind: GraphQLInputType) -> None:
        """Tell the tracker which fields of inputs and which words of enums are used."""
        inner = get_nullable_type(kind)
        if value is None:
            return
        if isinstance(inner, GraphQLList):
            for item in value if isinstance(value, list) else [value]:
                self.note(item, inner.of_type)
        elif isinstance(inner, GraphQLInputObjectType):
            for name, one in value.items():
                self.tracker.use(f"{inner.name}.{name}")
                self.note(one, inner.fields[name].type)
        elif isinstance(inner, GraphQLEnumType):
            self.tracker.use(f"{inner.name}.{value}")
