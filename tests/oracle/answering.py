"""Documents answered: text, variables and an operation's name enter, a response leaves, run by graphql-core alone."""

import re
from collections.abc import Mapping
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    FragmentDefinitionNode,
    GraphQLResolveInfo,
    build_schema,
    execute_sync,
    get_operation_ast,
    parse,
    validate,
)
from graphql.execution.values import get_variable_values
from sqlalchemy import Engine

from api.schema import build, sdl
from oracle import everything, gazetteer, history, lists, parts, posts, roots, tags, telling
from oracle.asking import FIELDS, Ask, Refused
from oracle.refusing import Reader
from oracle.world import World, read

TELLERS = (everything, gazetteer, history, lists, parts, posts, roots, tags, telling)
"""The modules whose import registers the answers of all fields."""

Response = dict[str, Any]  # Any: JSON


class Oracle:
    """All that one database holds, and an answer to whatever is asked of it."""

    def __init__(self, engine: Engine) -> None:
        self.world: World = read(engine)
        self.schema = build_schema(sdl(build()))

    def __call__(
        self, document: str, variables: Mapping[str, object] | None = None, operation: str | None = None
    ) -> Response:
        """Answer one operation; `errors` carry `extensions.code` as on the wire, and then there is no `data`."""
        parsed = parse(document)
        if invalid := validate(self.schema, parsed):
            return refusal([("GRAPHQL_VALIDATION_FAILED", error.message) for error in invalid])
        if refused := self.refused(parsed, dict(variables or {}), operation):
            return refusal([(one.code, str(one)) for one in refused])
        result = execute_sync(
            self.schema,
            parsed,
            context_value=self.world,
            variable_values=dict(variables or {}),
            operation_name=operation,
            field_resolver=resolve,
            type_resolver=lambda node, *_: type(node).__name__,
        )
        return response(result)

    def refused(self, document: DocumentNode, variables: dict[str, Any], operation: str | None) -> list[Refused]:
        """List what an operation breaks; of one that cannot be run, graphql-core itself says why."""
        chosen = get_operation_ast(document, operation)
        if chosen is None:
            return []
        read = get_variable_values(self.schema, chosen.variable_definitions or (), variables)
        if isinstance(read, list):
            return []
        parts = document.definitions
        fragments = {part.name.value: part for part in parts if isinstance(part, FragmentDefinitionNode)}
        return Reader(self.schema, fragments, read).refused(chosen)


def response(result: ExecutionResult) -> Response:
    """Turn a result into what a client reads; whatever no rule of ours refused is a fault of the oracle."""
    if not result.errors:
        return {"data": result.data}
    for error in result.errors:
        if error.original_error is not None and not isinstance(error.original_error, Refused):
            raise error.original_error
    return refusal(
        [(getattr(error.original_error, "code", "BAD_USER_INPUT"), error.message) for error in result.errors]
    )


def refusal(reasons: list[tuple[str, str]]) -> Response:
    return {"errors": [{"message": message, "extensions": {"code": code}} for code, message in reasons]}


def resolve(parent: object, info: GraphQLResolveInfo[World], **arguments: object) -> object:
    """Answer one field: by its own function, else by the parent's attribute of that name."""
    answer = FIELDS.get(f"{info.parent_type.name}.{info.field_name}")
    if answer is None:
        return getattr(parent, snake(info.field_name))
    nested = any(isinstance(step, int) for step in info.path.as_list()[:-1])
    given = {snake(name): value for name, value in arguments.items()}
    return answer(Ask(info.context, nested), parent, **given)


def snake(name: str) -> str:
    return re.sub(r"([A-Z])", r"_\1", name).lower()
