"""The words the promise is written in: types and enums described by their docstrings, fields by `promised`.

What enters is a class without bodies, what leaves is a Strawberry type. Nothing here resolves anything: the
compiler answers queries from the schema alone.
"""

import inspect
import re
from dataclasses import MISSING, dataclass
from enum import EnumMeta, StrEnum
from typing import Any, Self, TypeVar

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument

Type = TypeVar("Type", bound=type)
Words = TypeVar("Words", bound=EnumMeta)


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a field: its Python type, what it means, and its default (UNSET: none is printed)."""

    type: object
    description: str
    default: object = strawberry.UNSET


class Word(StrEnum):
    """An enum member that is its own GraphQL name and carries its description: `YEAR = "YEAR", "A year."`."""

    _value_: str
    description: str

    def __new__(cls, name: str, description: str = "") -> Self:  # the default lets `TimeUnit("YEAR")` look one up
        word = str.__new__(cls, name)
        word._value_ = name
        word.description = description
        return word


# Any: what these two return stands to the right of every annotation there is, as with `strawberry.field`.
def promised(description: str, /, **arguments: Argument) -> Any:
    """Declare a field, with its arguments, that has no body; snake_case argument names are printed in camelCase."""
    field = strawberry.field(description=description)
    field.arguments = [
        StrawberryArgument(
            python_name=name,
            graphql_name=None,
            type_annotation=StrawberryAnnotation(argument.type),
            description=argument.description,
            default=argument.default,
        )
        for name, argument in arguments.items()
    ]
    return field


def accepted(description: str, /, *, name: str | None = None, default: object = MISSING) -> Any:
    """Declare a field of an input type; `name` spells what Python reserves (`in`, `not`), a `default` is printed."""
    return strawberry.field(description=description, name=name, default=default)


def object_type(cls: Type) -> Type:
    """Make a GraphQL object type of a class; its docstring is its description."""
    return strawberry.type(cls, description=_documentation(cls))


def interface_type(cls: Type) -> Type:
    """Make a GraphQL interface of a class; its docstring is its description."""
    return strawberry.interface(cls, description=_documentation(cls))


def input_type(cls: Type) -> Type:
    """Make a GraphQL input type of a class; its docstring is its description."""
    return strawberry.input(cls, description=_documentation(cls))


def enum_type(cls: Words) -> Words:
    """Make a GraphQL enum of a class of `Word`; its docstring and its words' descriptions are printed."""
    strawberry.enum(cls, description=_documentation(cls))
    for value in cls.__strawberry_definition__.values:  # type: ignore[attr-defined]  # set by the line above
        value.description = cls[value.name].description
    return cls


def _documentation(cls: type) -> str:
    """Return a docstring as Markdown: one line a paragraph, so that no reader sees where our source wraps."""
    if not cls.__doc__:
        raise TypeError(f"{cls.__name__} needs a docstring: it is the type's description (do not run Python with -OO).")
    return re.sub(r"(?<!\n)\n(?![\n*-])", " ", inspect.cleandoc(cls.__doc__))
