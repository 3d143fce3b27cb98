"""What every answer is given, and the register of answers: `@answers("Post.excerpt")` above a function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from oracle.world import World

Given = Mapping[str, Any]  # Any: a `where` as GraphQL coerced it; the schema says what is in it
Answer = Callable[..., object]
Function = TypeVar("Function", bound=Answer)

FIELDS: dict[str, Answer] = {}
"""From `Type.field` to the function that answers it: (ask, parent, **arguments in snake case)."""


@dataclass(frozen=True, slots=True)
class Ask:
    """The rows, and whether the field stands below any list (pages are shorter there)."""

    world: World
    nested: bool


class Refused(Exception):  # noqa: N818  it says what happened, as the errors of the API do
    """A question that breaks a rule; `code` is what goes to the wire."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def answers(*names: str) -> Callable[[Function], Function]:
    """Register a function as the answer of these fields."""

    def register(function: Function) -> Function:
        FIELDS.update(dict.fromkeys(names, function))
        return function

    return register
